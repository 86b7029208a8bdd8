/** The order of acts around a halt: how a postponement on request ends, and who decides where a protest suspends enforcement. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, car, caseFile, debtorA, debtorB, decision, file, house, obligations } from "../given.ts";

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

  test("is lifted in order from the last day that the request names, and against it before that day", () => {
    const until = act("postponement-requested", caseFile, { happenedOn: "2026-07-06", plannedFor: "2026-08-10" });
    const opened = decision("enforcement", "2026-07-01");
    const rule = "ORD_PROTEST_POSTPONE";
    expect(broken(rule, [opened, until, postponed, resumed("2026-08-09")])).toEqual(["forbidden violation L2025"]);
    expect(broken(rule, [opened, until, postponed, resumed("2026-08-10")])).toEqual([]);
    expect(broken(rule, [until, postponed, resumed("2026-08-09")])).toEqual(["forbidden hint L2025"]);
    expect(broken(rule, [opened, asked, postponed, resumed("2026-08-09")])).toEqual(["forbidden hint L2025"]);
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

describe("while enforcement is postponed or suspended (26/2008 Arts.48, 49; 106/2025 Arts.46, 47)", () => {
  const ground = (who: typeof debtorA) =>
    act("ground-established", who, "2026-07-03", { traits: { for: "postponement" } });
  const [forA, forB] = [ground(debtorA), ground(debtorB)];
  const postponedA = decision("postponement", "2026-07-06", { answers: [forA] });
  const coerced = (who: typeof debtorA, on: string) => act("coercion-carried-out", who, on);

  test("each step against that debtor is asked about, on the day of the decision none", () => {
    const sum = { kind: "sum", id: "sum" } as const;
    const steps = [
      coerced(debtorA, "2026-07-20"),
      act("asset-seized", house, "2026-07-20", { answers: [forA] }),
      decision("coercion", "2026-07-20", { answers: [forA] }),
      act("auction-held", house, "2026-07-20", { answers: [forA], traits: { outcome: "sold" } }),
      act("paid-out", sum, "2026-07-20", { answers: [forA] }),
    ];
    for (const step of steps)
      expect(broken("ORD_STANDSTILL", [forA, postponedA, step])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_STANDSTILL", [forA, postponedA, coerced(debtorA, "2026-07-06")])).toEqual([]);
    expect(broken("ORD_STANDSTILL", [forA, postponedA, act("asset-delivered", house, "2026-07-20")])).toEqual([]);
  });

  test("the other debtor is not halted, and what may be of either is judged only if both are", () => {
    expect(broken("ORD_STANDSTILL", [forA, postponedA, coerced(debtorB, "2026-07-20")])).toEqual([]);
    const seized = act("asset-seized", car, "2026-07-20");
    expect(broken("ORD_STANDSTILL", [forA, postponedA, seized])).toEqual([]);
    const postponedB = decision("suspension", "2026-07-07", { answers: [forB] });
    expect(broken("ORD_STANDSTILL", [forA, forB, postponedA, postponedB, seized])).toHaveLength(1);
  });

  test("a file without a debtor has nobody who is halted", () => {
    const nobody = obligations(
      "ORD_STANDSTILL",
      file([decision("postponement", "2026-07-06"), act("asset-seized", car, "2026-07-20")], { parties: [] }),
      "2029-01-01",
    );
    expect(nobody).toEqual([]);
  });

  test("a step is in order again from the day of the resumption", () => {
    const resumed = decision("resumption", "2026-07-20", { answers: [postponedA] });
    expect(broken("ORD_STANDSTILL", [forA, postponedA, resumed, coerced(debtorA, "2026-07-20")])).toEqual([]);
    expect(broken("ORD_STANDSTILL", [forA, postponedA, resumed, coerced(debtorA, "2026-07-19")])).toHaveLength(1);
    const before = decision("resumption", "2026-07-05", { answers: [forA] });
    expect(broken("ORD_STANDSTILL", [forA, postponedA, before, coerced(debtorA, "2026-07-20")])).toHaveLength(1);
    const ofB = decision("resumption", "2026-07-10", { answers: [forB] });
    expect(broken("ORD_STANDSTILL", [forA, forB, postponedA, ofB, coerced(debtorA, "2026-07-20")])).toHaveLength(1);
  });
});

test("a second request to postpone is asked about (26/2008 Art.48(2); 106/2025 Art.46(2))", () => {
  const first = act("postponement-requested", caseFile, "2026-07-06");
  expect(broken("ORD_PROTEST_ONCE", [first])).toEqual([]);
  expect(broken("ORD_PROTEST_ONCE", [first, act("postponement-requested", caseFile, "2026-11-06")])).toEqual([
    "forbidden hint L2025",
  ]);
});

describe("a postponement by agreement (26/2008 Art.48(1)(c),(4))", () => {
  const agreed = (days: Readonly<Record<string, string>>, traits = {}) =>
    act("ground-established", debtorA, days, { traits: { for: "postponement", ground: "agreement", ...traits } });
  const named = agreed({ happenedOn: "2025-03-03", plannedFor: "2025-06-02" });
  const opened = decision("enforcement", "2025-02-03");
  const postponed = (of: Act) => decision("postponement", "2025-03-05", { answers: [of] });

  test("names its last day; a file that was imported is asked about", () => {
    const unnamed = agreed({ happenedOn: "2025-03-03" });
    expect(broken("ORD_AGREED_END", [opened, named, postponed(named)])).toEqual([]);
    expect(broken("ORD_AGREED_END", [opened, unnamed, postponed(unnamed)])).toEqual(["forbidden violation L2008"]);
    expect(broken("ORD_AGREED_END", [unnamed, postponed(unnamed)])).toEqual(["forbidden hint L2008"]);
    const ill = act("ground-established", debtorA, "2025-03-03", { traits: { for: "postponement" } });
    expect(broken("ORD_AGREED_END", [opened, ill, postponed(ill)])).toEqual([]);
  });

  const owed = (acts: readonly Act[]) => obligations("RESUME_AFTER_POSTPONE", file(acts), "2025-09-01");

  test("is followed by a resumption within five working days after that day", () => {
    expect(owed([named, postponed(named)])).toMatchObject([
      { state: "missed", weight: "violation", dueOn: "2025-06-09" },
    ]);
    const resumed = (on: string) => decision("resumption", on, { answers: [named] });
    expect(owed([named, postponed(named), resumed("2025-06-09")])).toMatchObject([{ state: "met" }]);
    expect(owed([named, postponed(named), resumed("2025-06-10")])).toMatchObject([
      { state: "late", weight: "violation" },
    ]);
  });

  test("owes none where it was lifted before, ended, or never decided", () => {
    const order = postponed(named);
    expect(owed([named])).toEqual([]);
    expect(owed([named, order, decision("resumption", "2025-05-05", { answers: [order] })])).toEqual([]);
    expect(owed([named, order, decision("termination", "2025-06-05", { answers: [named] })])).toMatchObject([
      { state: "excused" },
    ]);
  });

  test("owes none where another halt of the same debtor came before; one of the other debtor changes nothing", () => {
    const more = (who: typeof debtorA, on: string) =>
      act("ground-established", who, on, { traits: { for: "postponement" } });
    const acts = [named, postponed(named)];
    expect(owed([...acts, more(debtorA, "2025-05-26")])).toEqual([]);
    expect(owed([...acts, more(debtorA, "2025-06-09")])).toEqual([]);
    expect(owed([...acts, more(debtorA, "2025-06-10")])).toHaveLength(1);
    expect(owed([...acts, more(debtorA, "2025-03-02")])).toHaveLength(1);
    expect(owed([...acts, more(debtorB, "2025-05-26")])).toHaveLength(1);
  });

  test("under law 106/2025 its end is only asked about", () => {
    const later = agreed({ happenedOn: "2026-07-06", plannedFor: "2026-08-03" });
    const order = decision("postponement", "2026-07-07", { answers: [later] });
    const rows = obligations("RESUME_AFTER_POSTPONE", file([later, order]), "2026-12-01");
    expect(rows).toMatchObject([{ state: "missed", weight: "hint", version: "L2025", dueOn: "2026-08-10" }]);
  });
});

describe("a decision that was taken back", () => {
  const order = decision("coercion", "2026-07-06");
  const seized = (on: string) => act("asset-seized", house, on, { answers: [order] });

  test("carries no step from the next day on (26/2008 Art.37; 106/2025 Art.52)", () => {
    const withdrawn = decision("withdrawal", "2026-07-20", { answers: [order] });
    expect(broken("ORD_WITHDRAWN", [order, withdrawn, seized("2026-07-21")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_WITHDRAWN", [order, withdrawn, seized("2026-07-20")])).toEqual([]);
    const other = decision("coercion", "2026-07-07");
    const ofOther = decision("withdrawal", "2026-07-20", { answers: [other] });
    expect(broken("ORD_WITHDRAWN", [order, other, ofOther, seized("2026-07-21")])).toEqual([]);
  });
});

test("a running case is delegated after its decision was withdrawn (26/2008 Art.57(1)(a); 106/2025 Art.49(2))", () => {
  const enforcement = decision("enforcement", "2026-07-06");
  const delegated = decision("delegation", "2026-08-06");
  const withdrawn = (on: string) => decision("withdrawal", on, { answers: [enforcement] });
  expect(broken("ORD_DELEGATE_WITHDRAW", [enforcement, delegated])).toEqual(["forbidden hint L2025"]);
  expect(broken("ORD_DELEGATE_WITHDRAW", [enforcement, withdrawn("2026-08-06"), delegated])).toEqual([]);
  expect(broken("ORD_DELEGATE_WITHDRAW", [enforcement, withdrawn("2026-08-07"), delegated])).toHaveLength(1);
  expect(broken("ORD_DELEGATE_WITHDRAW", [delegated])).toEqual([]);
});

test("a case is not terminated between a sale and its delivery (D62/2015 Art.5(3); D152/2026 Art.14(2))", () => {
  const paid = (asset: typeof house) => act("buyer-paid", asset, "2026-08-03");
  const delivered = (asset: typeof house, on: string) => act("asset-delivered", asset, on);
  const terminated = decision("termination", "2026-08-20");
  const rule = "ORD_TERMINATE_SOLD";
  expect(broken(rule, [paid(house), terminated])).toEqual(["forbidden hint L2025"]);
  expect(broken(rule, [paid(house), delivered(house, "2026-08-20"), terminated])).toEqual([]);
  expect(broken(rule, [paid(house), delivered(house, "2026-08-21"), terminated])).toHaveLength(1);
  expect(broken(rule, [paid(house), paid(car), delivered(house, "2026-08-10"), terminated])).toHaveLength(1);
  expect(broken(rule, [act("asset-taken", car, "2026-08-10"), terminated])).toHaveLength(1);
  expect(broken(rule, [terminated])).toEqual([]);
});
