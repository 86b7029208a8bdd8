/**
 * An act of any type of the catalogue as it may be sent, and every way in which it can be wrong: both are generated
 * from the catalogue, so no type is forgotten. A scene says what a file holds: a case, an intake or a register, with
 * one subject of each kind.
 */

import { type ActType, actEntry, actTypes } from "../../../src/law/act.ts";
import { mayAnswer } from "../../../src/law/answering.ts";
import type { SubjectKind } from "../../../src/law/act-entry.ts";

type Fields = Readonly<Record<string, unknown>>;

export interface Scene {
  readonly case: string;
  readonly intake: string;
  readonly register: string;
  readonly subjects: { readonly [Kind in SubjectKind]?: string };
  /** The acts that were recorded on the file, for others to answer. */
  readonly recorded: {
    readonly case: readonly { readonly id: string; readonly type: ActType }[];
    readonly intake: readonly { readonly id: string; readonly type: ActType }[];
    readonly register: readonly { readonly id: string; readonly type: ActType }[];
  };
}

export interface BadInput {
  readonly wrong: string;
  readonly body: Fields;
  readonly code: string;
  readonly at: string;
  /** A body that the schema refuses is answered with `body-unfit`, and the code stands at the place. */
  readonly by: "form" | "rule";
}

export const nobody = "f".repeat(32);

/** The subjects that a file holds by name; no act of a file is about an instrument. */
const inFile: readonly SubjectKind[] = [
  "intake",
  "case",
  "decision",
  "party",
  "asset",
  "sum",
  "complaint",
  "report",
  "data-request",
];

export const recordable = actTypes.filter((type) => actEntry(type).subjects.some((kind) => inFile.includes(kind)));
export const elsewhere = actTypes.filter((type) => !recordable.includes(type));

export function placeOf(type: ActType): "case" | "intake" | "register" {
  if (actEntry(type).subjects.includes("report")) return "register";
  return actEntry(type).subjects.includes("intake") ? "intake" : "case";
}

/** Returns an act with nothing wrong in it on this day. */
export function actOf(type: ActType, scene: Scene, day = "2026-11-10"): Fields {
  const { subjects, days, plans, makes, must = {} } = actEntry(type);
  const kind = subjects.find((each) => inFile.includes(each)) ?? subjects[0] ?? "case";
  const place = placeOf(type);
  return {
    on: { [place]: scene[place] },
    type,
    subject: makes === true ? { kind } : { kind, id: scene.subjects[kind] ?? nobody },
    days: {
      ...Object.fromEntries(days.slice(0, 1).map((name) => [name, stated(day)])),
      ...(plans === undefined ? {} : { plannedFor: stated("2199-01-01") }),
    },
    traits: Object.fromEntries(Object.entries(must).map(([name, codes]) => [name, codes[0]])),
  };
}

export function badInputs(type: ActType, scene: Scene): readonly BadInput[] {
  const act = actOf(type, scene);
  return [...badDays(type, act), ...badSubjects(type, act), ...badAnswers(type, scene, act), ...badForms(act)];
}

function badDays(type: ActType, act: Fields): readonly BadInput[] {
  const { days, needs, plans } = actEntry(type);
  const planned = plans === undefined ? {} : { plannedFor: stated("2199-01-01") };
  const inOrder = order.filter((name) => days.includes(name));
  const [first, second] = inOrder;
  const strange = order.find((name) => !days.includes(name));
  const named = days[0] ?? "happenedOn";
  const unplanned = byRule(
    plans === undefined ? "a day for which it plans nothing" : "no day for what it plans",
    {
      ...act,
      days: { [named]: stated("2026-11-10"), ...(plans === undefined ? { plannedFor: stated("2026-12-01") } : {}) },
    },
    plans === undefined ? "day-not-taken" : "day-missing",
    "/days/plannedFor",
  );
  return [
    byRule("a day is missing", { ...act, days: planned }, "day-missing", "/days"),
    ...order
      .filter((name) => days.includes(name))
      .map((name) =>
        byRule(
          "a day in the future",
          { ...act, days: { ...planned, [name]: stated("2199-01-01") } },
          "day-in-future",
          `/days/${name}`,
        ),
      ),
    ...(plans === undefined || plans.must === true ? [unplanned] : []),
    ...days
      .filter((name) => needs !== undefined && name !== needs)
      .map((name) =>
        byRule(
          "no day of its receipt",
          { ...act, days: { ...planned, [name]: stated("2026-11-10") } },
          "day-missing",
          `/days/${needs}`,
        ),
      ),
    ...(first === undefined || second === undefined
      ? []
      : [
          byRule(
            "days that contradict each other",
            { ...act, days: { ...planned, [first]: stated("2026-11-10"), [second]: stated("2026-11-09") } },
            "days-contradict",
            `/days/${second}`,
          ),
        ]),
    ...(strange === undefined
      ? []
      : [
          byRule(
            "a day of another act",
            { ...act, days: { ...planned, [strange]: stated("2026-11-10") } },
            "day-not-taken",
            `/days/${strange}`,
          ),
        ]),
  ];
}

const order = ["happenedOn", "sentOn", "receivedOn"] as const;

function badSubjects(type: ActType, act: Fields): readonly BadInput[] {
  const { subjects, makes } = actEntry(type);
  const [kind] = subjects;
  const other = inFile.find((each) => !subjects.includes(each));
  const unknown = makes === true ? "subject-not-taken" : "unknown-subject";
  return [
    byRule("a subject that does not exist", { ...act, subject: { kind, id: nobody } }, unknown, "/subject/id"),
    byRule(
      "a subject of another kind",
      { ...act, subject: { kind: other, id: nobody } },
      "subject-not-taken",
      "/subject/kind",
    ),
  ];
}

function badAnswers(type: ActType, scene: Scene, act: Fields): readonly BadInput[] {
  const wrong = scene.recorded[placeOf(type)].find((one) => !mayAnswer(type, one.type));
  return [
    byRule("an answer to an act that does not exist", { ...act, answers: [nobody] }, "unknown-act", "/answers/0"),
    ...(wrong === undefined
      ? []
      : [
          byRule(
            "an answer to an act of the wrong kind",
            { ...act, answers: [wrong.id] },
            "answer-not-taken",
            "/answers/0",
          ),
        ]),
  ];
}

/** Money is whole đồng: no thousands separators, no decimals, no text, no negative sum. */
function badForms(act: Fields): readonly BadInput[] {
  const money = [1_500_000.5, "1.500.000", "1,5 triệu", -1, { value: 1500, unit: "thousand" }];
  return [
    { wrong: "an unknown field", body: { ...act, extra: 1 }, code: "unknown-field", at: "/extra", by: "form" },
    ...money.map(
      (amount): BadInput => ({
        wrong: `money as ${JSON.stringify(amount)}`,
        body: { ...act, amount },
        code: "",
        at: "/amount",
        by: "form",
      }),
    ),
    {
      wrong: "a code outside the lists",
      body: { ...act, traits: { colour: "red" } },
      code: "",
      at: "/traits/colour",
      by: "form",
    },
  ];
}

function byRule(wrong: string, body: Fields, code: string, at: string): BadInput {
  return { wrong, body, code, at, by: "rule" };
}

function stated(day: string): Fields {
  return { day, source: "document" };
}
