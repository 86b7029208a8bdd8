/**
 * Đính chính of every type of act: the corrected day moves the clocks, what stood there stays readable, a correction is corrected by
 * the next one; what does not exist and what another recorded cannot be corrected (src/README.md#supervision).
 */

import { describe, expect, test } from "vitest";
import { type ActId, parseId } from "../../../src/base/ids.ts";
import { recordAct, correctAct } from "../../../src/domain/files/commands.ts";
import { type OwnedFile, ownedFile } from "../../../src/domain/file-kinds.ts";
import type { Reading } from "../../../src/domain/files/readings.ts";
import { type ActType, actEntry, dayNames } from "../../../src/law/act.ts";
import { mayAnswer } from "../../../src/law/answering.ts";
import type { Deadline } from "../../../src/law/detection/deadline.ts";
import { deadlines } from "../../../src/law/detection/detection.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import { actOf, nobody, placeOf, recordable } from "../../kit/api/every-act.ts";
import { document, must } from "../../kit/host/province.ts";
import { type Setting, setting } from "../../kit/host/setting.ts";

/** A wrong day, the right one and one more, under law 26/2008 and under law 106/2025. */
const eras = [
  ["2024-03-04", "2024-03-18", "2024-04-08"],
  ["2026-09-07", "2026-09-21", "2026-10-05"],
] as const;

interface Recorded extends Setting {
  readonly type: ActType;
  readonly act: ActId;
  readonly place: object;
}

function recorderOf({ docket }: Setting, type: ActType) {
  return type === "violation-discovered" ? docket.province.procurator() : docket.officer;
}

/** With every day that its type carries, each the same. */
function recorded(type: ActType, day: string): Recorded {
  const at = setting();
  const { days } = actEntry(type);
  const act = actOf(type, at.scene);
  const dated = { ...(act["days"] as object), ...Object.fromEntries(days.map((name) => [name, document(day)])) };
  const [event] = must(at.docket.province.stage.run(recordAct, { ...act, days: dated }, recorderOf(at, type)));
  if (event?.event.type !== "act-recorded") throw new Error("no act was recorded");
  return { ...at, type, act: event.event.data.act, place: act["on"] as object };
}

function ask(at: Recorded, change: object, by = recorderOf(at, at.type)) {
  const body = { on: at.place, act: at.act, reason: "ghi nhầm", ...change };
  return at.docket.province.stage.run(correctAct, body, by);
}

/** The last day first: a day before the one that it follows would contradict it. */
function move(at: Recorded, day: string): void {
  for (const name of dayNames.toReversed())
    if (actEntry(at.type).days.includes(name)) must(ask(at, { field: name, after: document(day) }));
}

function stateOf(at: Recorded) {
  const state = at.docket.province.stage.state(placeOf(at.type), at.scene[placeOf(at.type)]);
  return state ?? none();
}

function ownedAt(at: Recorded): OwnedFile {
  return ownedFile(placeOf(at.type), stateOf(at));
}

function fileOf(at: Recorded): EnforcementFile {
  return ownedAt(at).file;
}

function readingsOf(at: Recorded): readonly Reading[] {
  return ownedAt(at)
    .readings()
    .filter(({ correction }) => correction.act === at.act);
}

function clocksOf(at: Recorded): readonly Deadline[] {
  return deadlines(fileOf(at)).filter(({ startedBy }) => startedBy === at.act);
}

function none(): never {
  throw new Error("no such file");
}

describe.each(recordable)("%s", (type) => {
  test("corrected in its days moves every clock that it started", () => {
    for (const [wrong, right] of eras) {
      const at = recorded(type, wrong);
      const started = clocksOf(at).filter(({ startedOn }) => startedOn === wrong);
      move(at, right);
      const days = new Map(clocksOf(at).map(({ key, startedOn }) => [key, startedOn]));
      expect(started.map(({ key }) => [key, days.get(key)])).toEqual(started.map(({ key }) => [key, right]));
      expect(clocksOf(at).filter(({ startedOn }) => startedOn === wrong)).toEqual([]);
    }
  });

  test("corrected twice is as the last correction says, and shows every day that stood there", () => {
    const [[first, second, third]] = eras;
    const at = recorded(type, first);
    move(at, second);
    move(at, third);
    const { acts, corrections } = stateOf(at);
    const [field] = actEntry(type).days;
    expect(acts.find(({ id }) => id === at.act)?.days[field ?? "happenedOn"]).toEqual(document(third));
    expect(corrections.filter((each) => each.act === at.act && each.field === field)).toMatchObject([
      { before: document(first), after: document(second) },
      { before: document(second), after: document(third) },
    ]);
  });

  test("is read before each correction as the file stood then, and after it as it stood since", () => {
    const [[first, ...later]] = eras;
    const at = recorded(type, first);
    const stood = [fileOf(at)];
    for (const [i, day] of later.entries()) {
      at.docket.province.stage.on(`2026-12-0${i + 1}`);
      for (const field of dayNames.toReversed().filter((name) => actEntry(type).days.includes(name))) {
        must(ask(at, { field, after: document(day) }));
        stood.push(fileOf(at));
      }
    }
    must(at.docket.province.stage.run(recordAct, actOf(type, at.scene), recorderOf(at, type)));
    const pairs = stood.slice(1).map((after, i) => [stood[i], after]);
    expect(readingsOf(at).map(({ before, after }) => [before, after])).toEqual(pairs);
  });

  test("is not corrected to what cannot have happened, and nothing is recorded", () => {
    const [[first]] = eras;
    const at = recorded(type, first);
    const before = JSON.stringify(stateOf(at));
    const [field = "happenedOn"] = actEntry(type).days;
    const stranger = dayNames.find((name) => !actEntry(type).days.includes(name));
    const wrong = at.scene.recorded[placeOf(type)].find((one) => !mayAnswer(type, one.type));
    const { subjects } = actEntry(type);
    const refusals: readonly (readonly [object, string])[] = [
      [{ field, after: document("2199-01-01") }, "day-in-future"],
      [{ field, after: document(first) }, "nothing-to-change"],
      ...(stranger === undefined ? [] : [[{ field: stranger, after: document(first) }, "day-not-taken"] as const]),
      [{ field: "subject", after: { kind: subjects[0], id: nobody } }, "unknown-subject"],
      [{ field: "answers", after: [nobody] }, "unknown-act"],
      [{ field: "answers", after: [at.act] }, "unknown-act"],
      ...(wrong === undefined ? [] : [[{ field: "answers", after: [wrong.id] }, "answer-not-taken"] as const]),
      [{ field: "traits", after: { "procedural-limit": "none", forces: "mobilised" } }, "trait-not-taken"],
    ];
    expect(refusals.map(([change]) => ask(at, change))).toMatchObject(
      refusals.map(([, code]) => ({ ok: false, refusal: { code, at: "/after" } })),
    );
    expect(JSON.stringify(stateOf(at))).toBe(before);
  });

  test("is not there to be corrected in another file, nor is what nobody recorded", () => {
    const at = recorded(type, eras[0][0]);
    const [field] = actEntry(type).days;
    const change = { field, after: document(eras[0][1]) };
    const other = at.docket.case().on;
    const refusal = { code: "unknown-act", at: "/act" };
    const unknown = parseId<ActId>(nobody);
    expect([ask({ ...at, place: other }, change), ask(at, { ...change, act: unknown })]).toMatchObject([
      { refusal },
      { refusal },
    ]);
  });

  test("is not corrected by somebody else than the side that recorded it", () => {
    const at = recorded(type, eras[0][0]);
    const [field] = actEntry(type).days;
    const change = { field, after: document(eras[0][1]) };
    const { province } = at.docket;
    const others = [
      type === "violation-discovered" ? at.docket.officer : province.procurator(),
      province.acting(province.court, "court-officer"),
      province.acting(province.subDepartment, "agency-officer"),
      province.acting(province.area, "auditor"),
    ];
    const before = JSON.stringify(stateOf(at));
    expect(others.map((by) => ask(at, change, by))).toMatchObject(
      others.map(() => ({ refusal: { code: "not-permitted" } })),
    );
    expect(JSON.stringify(stateOf(at))).toBe(before);
  });
});

test("corrections were seen to move the clocks of most of the types that start one", () => {
  const moved = recordable.filter((type) =>
    eras.some(([wrong]) => clocksOf(recorded(type, wrong)).some(({ startedOn }) => startedOn === wrong)),
  );
  expect(moved.length).toBeGreaterThan(50);
});
