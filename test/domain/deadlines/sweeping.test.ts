/** How far the daily sweep came, by its own entries: each day once, a day that was begun first. */

import { describe, expect, test } from "vitest";
import { sweepEvents } from "../../../src/domain/deadlines/events.ts";
import { dueSweep, evolveSweep, sweptTo, type SweepState } from "../../../src/domain/deadlines/sweeping.ts";
import { ImpossibleEvent } from "../../../src/domain/impossible.ts";
import { day } from "../../kit/host/stage.ts";

const schema = sweepEvents["deadlines-swept"];
const place = {
  office: "1".repeat(32),
  dueOn: "2026-11-20",
  rule: "SEND_DECISION_VKS",
  startedBy: "2".repeat(32),
  subject: "3".repeat(32),
};
const { through } = schema.parse({ on: "2026-11-24", through: place });

/** The state after these entries: days that were completed, or begun and left at `place`. */
function after(...entries: readonly (readonly [on: string, stopped?: "stopped"])[]): SweepState | undefined {
  return entries.reduce<SweepState | undefined>((state, [on, stopped]) => {
    const data = schema.parse({ on, ...(stopped && { through: place }) });
    return evolveSweep(state, { type: "deadlines-swept", data });
  }, undefined);
}
const due = (state: SweepState | undefined, today: string) =>
  dueSweep(state, { today: day(today), openedOn: day("2026-11-23") });

describe("what is to be swept", () => {
  test("nothing on the day on which the log opens, nor on a day that was swept", () => {
    expect(due(undefined, "2026-11-23")).toBeUndefined();
    expect(due(after(["2026-11-24"]), "2026-11-24")).toBeUndefined();
  });

  test("today, once for all the days on which nothing ran", () => {
    expect(due(undefined, "2026-11-24")).toEqual({ on: "2026-11-24" });
    expect(due(after(["2026-11-24"]), "2026-12-01")).toEqual({ on: "2026-12-01" });
  });

  test("first the day that was begun, after the place where it stopped, on whatever day that is", () => {
    const begun = after(["2026-11-24"], ["2026-11-25", "stopped"]);
    for (const today of ["2026-11-25", "2026-11-28"])
      expect(due(begun, today)).toEqual({ on: "2026-11-25", after: through });
    expect(sweptTo(begun, day("2026-11-23"))).toBe("2026-11-24");
  });

  test("nothing by a clock that went back", () => {
    expect(due(after(["2026-11-25"]), "2026-11-24")).toBeUndefined();
  });
});

describe("an entry that cannot be", () => {
  test.each([
    ["the same day again", [["2026-11-24"], ["2026-11-24"]]],
    ["a day before", [["2026-11-24"], ["2026-11-23"]]],
    ["a place in a day that was swept", [["2026-11-24"], ["2026-11-24", "stopped"]]],
    ["another day than the one that was begun", [["2026-11-24", "stopped"], ["2026-11-25"]]],
  ] as const)("%s is a fault", (_, entries) => {
    expect(() => after(...entries)).toThrow(ImpossibleEvent);
  });
});
