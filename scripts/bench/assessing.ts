/**
 * How many files of 25 acts the law assesses per second on one core. Each file has two debtors and two assets, and its
 * days are shifted over a decade.
 */

import { addDays, type Day, parseDay } from "../../src/base/day.ts";
import { type ActId, parseId } from "../../src/base/ids.ts";
import type { Act, ActType, Subject } from "../../src/law/act.ts";
import type { DayName, SubjectKind } from "../../src/law/act-entry.ts";
import { assess } from "../../src/law/detection/detection.ts";
import type { EnforcementFile } from "../../src/law/file.ts";

/** The files differ, so no cache makes the second one faster than the first. */
const differentFiles = 500;

/** assessedRate returns files assessed per second. */
export function assessedRate(milliseconds: number): number {
  const files = Array.from({ length: differentFiles }, (_, i) => fileOf(i));
  const today = dayOf("2026-11-23");
  let assessed = 0;
  const until = performance.now() + milliseconds;
  const from = performance.now();
  while (performance.now() < until) {
    for (const file of files) assessed += assess(file, { today }).length > 0 ? 1 : 0;
  }
  return Math.round((assessed * 1000) / (performance.now() - from));
}

type Step = readonly [type: ActType, about: Subject, after: number, more?: Partial<Act> & { readonly of?: number }];

const about =
  (kind: SubjectKind) =>
  (id: number): Subject => ({ kind, id: String(id) });
const [intake, kase, decision, party] = [about("intake"), about("case"), about("decision"), about("party")];
const [asset, sum] = [about("asset"), about("sum")];

/** A case from its judgment to its end. Days are counted from the judgment; `of` is the step that a step answers. */
const steps: readonly Step[] = [
  ["judgment-received", intake(1), 0],
  ["request-received", intake(1), 3],
  ["decision-issued", decision(1), 8, { of: 1, traits: { decision: "enforcement" } }],
  ["decision-sent-to-procuracy", decision(1), 10],
  ["enforcer-assigned", kase(1), 9],
  ["party-notified", party(1), 10, { of: 2 }],
  ["party-notified", party(2), 11, { of: 2 }],
  ["party-notified", party(3), 12, { of: 2 }],
  ["conditions-verified", party(1), 29],
  ["conditions-verified", party(2), 35],
  ["no-condition-ground-established", party(2), 36],
  ["decision-issued", decision(2), 44, { of: 10, traits: { decision: "not-yet-executable" } }],
  ["decision-sent-to-procuracy", decision(2), 46],
  ["no-condition-published", decision(2), 50],
  ["conditions-verified", party(2), 210],
  ["asset-seized", asset(1), 60],
  ["valuation-contract-signed", asset(1), 66],
  ["valuation-result-notified", asset(1), 90],
  ["price-fixed", asset(1), 98],
  ["auction-contract-signed", asset(1), 104],
  ["auction-held", asset(1), 140],
  ["asset-delivered", asset(1), 180],
  ["money-collected", sum(1), 182],
  ["paid-out", sum(1), 190],
  ["asset-seized", asset(2), 200],
];

function fileOf(i: number): EnforcementFile {
  const start = addDays(dayOf("2016-01-04"), (i * 7) % 3650);
  const acts: Act[] = [];
  for (const [at, [type, subject, after, { of, ...more } = {}]] of steps.entries()) {
    const on = addDays(start, after);
    const answered = of === undefined ? undefined : acts[of];
    acts.push({
      id: idOf(i * 100 + at),
      type,
      subject,
      answers: answered === undefined ? [] : [answered.id],
      days: { [dayNameOf(type)]: { day: on, source: "document" } },
      traits: {},
      recordedOn: addDays(on, 1),
      ...more,
    });
  }
  return {
    kind: i % 2 === 0 ? "own-motion" : "on-request",
    interim: false,
    acts,
    parties: [
      { id: "1", side: "debtor" },
      { id: "2", side: "debtor" },
      { id: "3", side: "creditor" },
    ],
    assets: [
      { id: "1", kind: "immovable" },
      { id: "2", kind: "movable" },
    ],
  };
}

function dayNameOf(type: ActType): DayName {
  if (type.endsWith("-received")) return "receivedOn";
  return type.startsWith("decision-sent") ? "sentOn" : "happenedOn";
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}

function idOf(number: number): ActId {
  const id = parseId<ActId>(number.toString(16).padStart(32, "0"));
  if (id === undefined) throw new Error("ids have run out");
  return id;
}
