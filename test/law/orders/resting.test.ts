/** What may not lie still, and what may not come too often: a case, uncollected money, an exhibit, an exemption. */

import { describe, expect, test } from "vitest";
import type { Act, Subject } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, car, debtorA, debtorB, decision, file, house, obligations, subject } from "../given.ts";

const rows = (series: Series, acts: readonly Act[], today = "2029-01-01") => obligations(series, file(acts), today);

describe("a case that is executable (26/2008 Art.20(1); 106/2025 Art.72(1))", () => {
  const able = (who: Subject, result = "executable") =>
    act("conditions-verified", who, "2026-07-06", { traits: { result } });

  test("and lies still for twelve months is asked about", () => {
    expect(rows("ORD_INACTIVE", [able(debtorA)])).toMatchObject([
      { state: "missed", weight: "hint", dueOn: "2027-07-06", version: "L2025" },
    ]);
    expect(rows("ORD_INACTIVE", [able(debtorA)], "2027-07-06")).toMatchObject([{ state: "open" }]);
    expect(rows("ORD_INACTIVE", [able(debtorA, "not-yet-executable")])).toEqual([]);
  });

  test("moves with any step: coercion, a sale, money, another verification", () => {
    const on = "2027-07-06";
    const sum = subject("sum", "sum");
    const steps = [
      act("asset-seized", house, on),
      act("money-collected", sum, on),
      act("conditions-verified", debtorA, on),
      decision("coercion", on),
      decision("postponement", on),
      act("debtor-complied", debtorA, on),
    ];
    for (const step of steps) expect(rows("ORD_INACTIVE", [able(debtorA), step])[0]?.state).toMatch(/met|excused/);
    expect(rows("ORD_INACTIVE", [able(debtorA), act("asset-seized", house, "2027-07-07")])).toMatchObject([
      { state: "missed" },
    ]);
    expect(rows("ORD_INACTIVE", [able(debtorA), act("debtor-complied", debtorB, on)])).toMatchObject([
      { state: "missed" },
    ]);
  });

  test("counts from the resumption too, and a verification after it is a step", () => {
    const resumed = decision("resumption", "2026-07-06");
    expect(rows("ORD_INACTIVE", [resumed])).toMatchObject([{ state: "missed", weight: "hint" }]);
    const verified = act("conditions-verified", debtorA, "2027-01-04", { traits: { result: "not-yet-executable" } });
    expect(rows("ORD_INACTIVE", [resumed, verified])).toMatchObject([{ state: "excused" }]);
  });
});

describe("money that its payee was called for (26/2008 Art.126(2); 106/2025 Art.59(1))", () => {
  const [sum, other] = [subject("sum", "sum"), subject("sum", "other")];
  const called = (of: Subject) => act("collection-notified", of, { sentOn: "2026-10-15" });

  test("and neither fetched nor deposited after a month is asked about", () => {
    expect(rows("ORD_DEPOSIT_DUTY", [called(sum)])).toMatchObject([
      { state: "missed", weight: "hint", dueOn: "2026-11-16", version: "L2025" },
    ]);
    expect(rows("ORD_DEPOSIT_DUTY", [called(sum), act("money-deposited", sum, "2026-11-16")])).toMatchObject([
      { state: "met" },
    ]);
    expect(rows("ORD_DEPOSIT_DUTY", [called(sum), act("paid-out", sum, "2026-11-02")])).toMatchObject([
      { state: "met" },
    ]);
    expect(rows("ORD_DEPOSIT_DUTY", [called(sum), act("paid-out", other, "2026-11-02")])).toMatchObject([
      { state: "missed" },
    ]);
    expect(rows("ORD_DEPOSIT_DUTY", [called(sum), act("payout-blocked", sum, "2026-11-02")])).toMatchObject([
      { state: "excused" },
    ]);
  });

  test("is money: an asset that nobody fetches is sold and not deposited", () => {
    expect(rows("ORD_DEPOSIT_DUTY", [called(car)])).toEqual([]);
  });
});

test("an exhibit is destroyed by a council (26/2008 Art.125(1); 106/2025 Art.58(2))", () => {
  const destroyed = act("exhibit-destroyed", car, "2026-08-10");
  const council = (on: string) => act("destruction-council-set-up", { kind: "case", id: "case" }, on);
  expect(rows("ORD_DESTROY", [destroyed])).toMatchObject([
    { state: "forbidden", weight: "hint", dueOn: undefined, version: "L2025" },
  ]);
  expect(rows("ORD_DESTROY", [council("2026-08-10"), destroyed])).toEqual([]);
  expect(rows("ORD_DESTROY", [council("2026-08-11"), destroyed])).toHaveLength(1);
});

test("an exemption is considered once in twelve months (26/2008 Art.61(5); 106/2025 Art.42)", () => {
  const granted = (who: Subject, on = "2026-07-06", result = "granted") =>
    act("exemption-decided", who, on, { traits: { result } });
  const proposed = (on: string) => act("exemption-proposed", debtorA, { sentOn: on });
  const rule = "ORD_EXEMPT_SPACING";
  expect(rows(rule, [granted(debtorA), proposed("2027-07-05")])).toMatchObject([
    { state: "forbidden", weight: "hint" },
  ]);
  expect(rows(rule, [granted(debtorA), proposed("2027-07-06")])).toEqual([]);
  expect(rows(rule, [granted(debtorB), proposed("2027-03-05")])).toEqual([]);
  expect(rows(rule, [granted(debtorA, "2026-07-06", "refused"), proposed("2027-03-05")])).toEqual([]);
  expect(rows(rule, [granted(debtorA, "2025-01-06"), granted(debtorA), proposed("2027-03-05")])).toHaveLength(1);
});
