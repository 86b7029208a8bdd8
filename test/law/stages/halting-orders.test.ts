/** The order of acts around a halt: how a postponement on request ends, and who decides where a protest suspends enforcement. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, caseFile, debtorA, debtorB, decision, file, obligations } from "../given.ts";

const broken = (series: Series, acts: readonly Act[]) =>
  obligations(series, file(acts), "2029-01-01").map(({ state, weight, version }) => `${state} ${weight} ${version}`);

describe("a postponement asked for by a person with the power to protest (26/2008 Art.48(4); 106/2025 Art.46(3))", () => {
  const asked = act("postponement-requested", caseFile, "2026-07-06");
  const postponed = decision("postponement", "2026-07-07", { answers: [asked] });
  const resumed = (on: string, answers: readonly Act[] = [postponed]) => decision("resumption", on, { answers });

  test("that is lifted within three months without a recorded end is asked about", () => {
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, resumed("2026-10-05")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, resumed("2026-10-05", [asked])])).toHaveLength(1);
  });

  test("is lifted in order when the three months have run, on the last day too", () => {
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, resumed("2026-10-06")])).toEqual([]);
  });

  test("is lifted in order when the ground has gone, whether or not the resumption names it", () => {
    const gone = (who: typeof debtorA) =>
      act("resumption-ground-established", who, "2026-08-03", { traits: { after: "postponement" }, answers: [asked] });
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, gone(caseFile), resumed("2026-08-05")])).toEqual([]);
    const [ofA, ofB] = [gone(debtorA), gone(debtorB)];
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, ofA, resumed("2026-08-05", [postponed, ofA])])).toEqual(
      [],
    );
    const forA = act("ground-established", debtorA, "2026-06-01", { traits: { for: "coercion" } });
    const lifted = resumed("2026-08-05", [postponed, forA]);
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, forA, ofB, lifted])).toHaveLength(1);
  });

  test("is not what another resumption lifts: one of a suspension, or of a postponement on another ground", () => {
    const suspension = decision("suspension", "2026-07-08");
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, suspension, resumed("2026-08-05", [suspension])])).toEqual(
      [],
    );
    const ground = act("ground-established", debtorA, "2026-07-08", { traits: { for: "postponement" } });
    const other = decision("postponement", "2026-07-09", { answers: [ground] });
    expect(broken("ORD_PROTEST_POSTPONE", [asked, postponed, ground, other, resumed("2026-08-05", [other])])).toEqual(
      [],
    );
    expect(broken("ORD_PROTEST_POSTPONE", [other, resumed("2026-08-05", [other])])).toEqual([]);
  });

  test("is judged by the law of the day of the resumption", () => {
    const before = act("postponement-requested", caseFile, "2026-05-04");
    const old = decision("postponement", "2026-05-05", { answers: [before] });
    const versions = (on: string) => broken("ORD_PROTEST_POSTPONE", [before, old, resumed(on, [old])]);
    expect([versions("2026-06-30"), versions("2026-07-01")]).toEqual([
      ["forbidden hint L2008"],
      ["forbidden hint L2025"],
    ]);
  });
});

describe("a suspension by the person who protested the judgment (26/2008 Art.49(1); 106/2025 Art.47(2))", () => {
  const received = act("cassation-suspension-received", caseFile, { receivedOn: "2026-07-06" });

  test("needs no decision of the agency; one is asked about, whether or not it names the protest", () => {
    expect(broken("ORD_CASSATION", [received, decision("suspension", "2026-07-07", { answers: [received] })])).toEqual([
      "forbidden hint L2025",
    ]);
    expect(broken("ORD_CASSATION", [received, decision("suspension", "2026-07-06")])).toHaveLength(1);
    const old = act("cassation-suspension-received", caseFile, { receivedOn: "2026-06-01" });
    expect(broken("ORD_CASSATION", [old, decision("suspension", "2026-06-30")])).toEqual(["forbidden hint L2008"]);
  });

  test("leaves the suspension in a bankruptcy to the agency", () => {
    const ground = act("ground-established", debtorA, "2026-07-20", { traits: { for: "suspension" } });
    expect(
      broken("ORD_CASSATION", [received, ground, decision("suspension", "2026-07-21", { answers: [ground] })]),
    ).toEqual([]);
    expect(broken("ORD_CASSATION", [received, ground, decision("suspension", "2026-07-21")])).toEqual([]);
  });

  test("is over with the resumption, and does not touch a suspension before it", () => {
    const resumed = decision("resumption", "2026-09-07", { answers: [received] });
    expect(broken("ORD_CASSATION", [received, resumed, decision("suspension", "2026-12-01")])).toEqual([]);
    expect(broken("ORD_CASSATION", [decision("suspension", "2026-07-05"), received])).toEqual([]);
  });
});
