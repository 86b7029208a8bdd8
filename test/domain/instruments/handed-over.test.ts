/** What is handed over, as a pure function: by status, by event, by role and relation. */

import { describe, expect, it, test } from "vitest";
import { type Role, roles } from "../../../src/domain/event.ts";
import { evolveFinding, type FindingState } from "../../../src/domain/findings/finding.ts";
import {
  findingShown,
  handedOverReads,
  isEventShown,
  isFindingHandedOver,
  sightOf,
} from "../../../src/domain/instruments/handed-over.ts";
import type { InstrumentState } from "../../../src/domain/instruments/instrument.ts";
import type { Relation } from "../../../src/domain/offices/jurisdiction.ts";
import { statesFolded } from "../../../src/service/streams/states.ts";

const relations: readonly Relation[] = ["own", "supervised", "superior", "operated", "other"];

test("each role sees of findings what the table says, by its relation to the accused and to the procuracy", () => {
  const seen = new Map<string, string[]>();
  for (const role of roles)
    for (const office of relations)
      for (const procuracy of relations) {
        const sight = sightOf([role], { office, procuracy });
        if (sight !== "none")
          seen.set(`${role} ${sight}`, [...(seen.get(`${role} ${sight}`) ?? []), `${office}/${procuracy}`]);
      }
  const watched = ["own", "supervised", "superior"];
  const either = relations.flatMap((office) =>
    relations.flatMap((procuracy) =>
      watched.includes(office) || watched.includes(procuracy) ? [`${office}/${procuracy}`] : [],
    ),
  );
  const toOffice = (...offices: Relation[]) =>
    offices.flatMap((office) => relations.map((each) => `${office}/${each}`));
  expect(Object.fromEntries(seen)).toEqual({
    "procurator all": either,
    "chief-procurator all": either,
    "agency-officer handed-over": toOffice("own"),
    "agency-head handed-over": toOffice("own"),
    "court-officer handed-over": toOffice("own"),
    "management-agency handed-over": toOffice("own", "superior"),
    "auditor all": toOffice(...relations),
  });
});

test("without a procuracy the accused office alone decides", () => {
  expect(sightOf(["procurator"], { office: "supervised" })).toBe("all");
  expect(sightOf(["agency-head"], { office: "own" })).toBe("handed-over");
  expect(sightOf(["agency-head"] as Role[], { office: "other" })).toBe("none");
});

const finding = "a".repeat(32);
const [first, second] = ["b".repeat(32), "c".repeat(32)];

/** Folds events of a finding; only what the fold looks at is given. */
function folded(...events: readonly { readonly type: string; readonly data?: object }[]): FindingState {
  const start: FindingState | undefined = undefined;
  const end = events.reduce<FindingState | undefined>(
    (state, { type, data = {} }) => evolveFinding(state, { type, data } as never),
    start,
  );
  if (end === undefined) throw new Error("no events");
  return end;
}

const confirmed = { type: "violation-confirmed", data: { finding } };
const putIn = (instrument: string) => ({ type: "finding-put-in", data: { instrument, item: "d".repeat(32) } });
const takenOut = (instrument: string) => ({ type: "finding-taken-out", data: { instrument } });
const assessed = { type: "seriousness-assessed", data: { seriousness: "serious" } };

function instruments(states: Readonly<Record<string, object>>) {
  return statesFolded(new Map(Object.entries(states).map(([id, state]) => [`instrument/${id}` as const, state])));
}

const handedOver = { status: "served", service: {} } as unknown as InstrumentState;

describe("a finding is handed over", () => {
  it.each<readonly [string, FindingState, object, boolean]>([
    ["when the instrument in which it stands was served", folded(confirmed, putIn(first)), handedOver, true],
    [
      "when it was received without service",
      folded(confirmed, putIn(first)),
      { status: "received", receipt: {} },
      true,
    ],
    ["though it was withdrawn after that", folded(confirmed, putIn(first)), { status: "withdrawn", service: {} }, true],
    ["not while it is drafted", folded(confirmed, putIn(first)), { status: "drafted" }, false],
    ["not when it was discarded", folded(confirmed, putIn(first)), { status: "discarded", service: {} }, false],
    ["not when it was only issued", folded(confirmed, putIn(first)), { status: "issued" }, false],
    ["not when it was withdrawn unserved", folded(confirmed, putIn(first)), { status: "withdrawn" }, false],
    ["not once it was taken out again", folded(confirmed, putIn(first), takenOut(first)), handedOver, false],
    ["not in a later draft", folded(confirmed, putIn(first), takenOut(first), putIn(second)), handedOver, false],
    ["not when it was only confirmed", folded(confirmed), handedOver, false],
    ["never when dismissed", folded({ type: "detection-dismissed", data: { finding } }), handedOver, false],
    ["never when merged", folded(confirmed, { type: "finding-merged", data: { into: second } }), handedOver, false],
  ])("%s", (_, state, instrument, isIt) => {
    const states = instruments({ [first]: instrument });
    expect(isFindingHandedOver(state, states)).toBe(isIt);
    expect(findingShown(state, "all", states)).toBe(state);
    expect(findingShown(state, "handed-over", states)).toEqual(isIt ? { ...state, merged: [] } : undefined);
    expect(findingShown(state, "none", states)).toBeUndefined();
  });

  it("which one stream decides", () => {
    expect(handedOverReads(folded(confirmed, putIn(first)))).toEqual([`instrument/${first}`]);
    expect(handedOverReads(folded(confirmed))).toEqual([]);
    expect(handedOverReads(undefined)).toEqual([]);
  });
});

test("of its events the accused sees the confirmation, the assessments and the instrument that they have", () => {
  const merged = { type: "findings-merged-in", data: { findings: [second] } };
  const events = [confirmed, merged, putIn(first), takenOut(first), assessed, putIn(second)];
  const state = folded(...events);
  if (state.status !== "in-instrument") throw new Error("it stands in an instrument");
  expect(events.filter((event) => isEventShown(event, state))).toEqual([confirmed, assessed, putIn(second)]);
});
