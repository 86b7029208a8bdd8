/** A finding folded from its events: in one instrument at a time; an impossible event is a fault. */

import { describe, expect, it } from "vitest";
import { formatId, type InstrumentId, type ItemId } from "../../../src/base/ids.ts";
import { evolveFinding } from "../../../src/domain/findings/finding.ts";
import { Province } from "../../kit/host/province.ts";

function confirmed() {
  const province = new Province("2026-11-23");
  const [finding = ""] = province.findings([province.caseSentLate("2026-10-05", "2026-10-20")]);
  const state = province.stage.state("finding", finding);
  if (state === undefined) throw new Error("no finding");
  return state;
}

const [one, other] = [1, 2].map((digit) => formatId<InstrumentId>(new Uint8Array(16).fill(digit)));
const item = formatId<ItemId>(new Uint8Array(16));
if (one === undefined || other === undefined) throw new Error("two ids");

const putIn = (instrument: InstrumentId) => ({ type: "finding-put-in", data: { instrument, item } }) as const;
const takenOut = (instrument: InstrumentId) => ({ type: "finding-taken-out", data: { instrument } }) as const;

describe("a finding", () => {
  it("is as it was before, when it is taken out again", () => {
    const state = confirmed();
    expect(evolveFinding(evolveFinding(state, putIn(one)), takenOut(one))).toEqual(state);
  });

  it.each([
    ["is put into a second instrument", putIn(other)],
    ["is taken out of an instrument that it is not in", takenOut(other)],
  ])("never %s", (_what, event) => {
    expect(() => evolveFinding(evolveFinding(confirmed(), putIn(one)), event)).toThrow(event.type);
  });

  it("is never assessed before it is confirmed", () => {
    const event = { type: "seriousness-assessed", data: { seriousness: "serious", on: "2026-11-23" } };
    expect(() => evolveFinding(undefined, event as never)).toThrow("seriousness-assessed");
  });
});
