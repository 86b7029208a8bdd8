/** The order of acts around a case that is not yet executable: verified, then sorted, then set aside or sent back. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, caseFile, creditor, debtorA, debtorB, decision, file, obligations } from "../given.ts";

const today = "2029-01-01";

/** What detection says of the acts that broke the order: their weight, and nothing where the order was kept. */
const broken = (series: Series, acts: readonly Act[], changes: Partial<EnforcementFile> = {}) =>
  obligations(series, file(acts, changes), today).map(({ state, weight, version }) => `${state} ${weight} ${version}`);

const verified = (who: typeof debtorA, on: string) =>
  act("conditions-verified", who, on, { traits: { result: "not-yet-executable" } });
const sorted = (who: typeof debtorA, on: string) => {
  const ground = act("no-condition-ground-established", who, on);
  return [ground, decision("not-yet-executable", on, { answers: [ground] })];
};

describe("a not-yet-executable decision (26/2008 Art.44a(1); 106/2025 Art.38(1))", () => {
  test("without any verification is asked about and never accused: some grounds are events", () => {
    expect(broken("ORD_SORT", sorted(debtorA, "2026-07-10"))).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_SORT", sorted(debtorA, "2026-06-30"))).toEqual(["forbidden hint L2008"]);
  });

  test("for want of means is against the law in a file kept from its beginning, and for an event it is not", () => {
    const on = (ground: string) => {
      const found = act("no-condition-ground-established", debtorA, "2026-07-10", { traits: { ground } });
      return [found, decision("not-yet-executable", "2026-07-10", { answers: [found] })];
    };
    const opened = decision("enforcement", "2026-06-20");
    expect(broken("ORD_SORT", [opened, ...on("no-means")])).toEqual(["forbidden violation L2025"]);
    expect(broken("ORD_SORT", on("no-means"))).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_SORT", [opened, ...on("thing-gone")])).toEqual(["forbidden hint L2025"]);
    const supplied = act("information-supplied", debtorA, "2026-07-08");
    expect(broken("ORD_SORT", [opened, supplied, ...on("no-means")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_SORT", [opened, verified(debtorA, "2026-07-01"), ...on("no-means")])).toEqual([]);
  });

  test("is in order after a verification of that debtor, on the day itself too", () => {
    expect(broken("ORD_SORT", [verified(debtorA, "2026-07-10"), ...sorted(debtorA, "2026-07-10")])).toEqual([]);
    expect(broken("ORD_SORT", [verified(debtorA, "2026-07-11"), ...sorted(debtorA, "2026-07-10")])).toHaveLength(1);
  });

  test("is not in order by a verification of the other debtor", () => {
    const acts = [verified(debtorB, "2026-07-01"), ...sorted(debtorA, "2026-07-10")];
    expect(broken("ORD_SORT", acts)).toHaveLength(1);
    expect(broken("ORD_SORT", [...acts, ...sorted(debtorB, "2026-07-10")])).toHaveLength(1);
  });

  test("is in order by a verification that answers the enforcement decision, and by one made on delegation", () => {
    const enforcement = decision("enforcement", "2026-06-20");
    const own = act("conditions-verified", debtorA, "2026-07-06", { answers: [enforcement] });
    expect(broken("ORD_SORT", [enforcement, own, ...sorted(debtorA, "2026-07-10")])).toEqual([]);
    const asked = act(
      "verification-delegated",
      debtorA,
      { sentOn: "2026-07-01" },
      { traits: { verifies: "accounts" } },
    );
    const delegated = act(
      "verification-delegation-answered",
      debtorA,
      { receivedOn: "2026-07-08" },
      { answers: [asked] },
    );
    expect(broken("ORD_SORT", [asked, delegated, ...sorted(debtorA, "2026-07-10")])).toEqual([]);
  });

  test("is of the debtors also where it goes back to the creditor", () => {
    const told = act("party-notified", creditor, "2026-07-08");
    const answering = decision("not-yet-executable", "2026-07-10", { answers: [told] });
    expect(broken("ORD_SORT", [told, verified(debtorA, "2026-07-01"), answering])).toEqual([]);
  });

  test("that names no debtor is in order once one of them was verified", () => {
    const unnamed = decision("not-yet-executable", "2026-07-10");
    expect(broken("ORD_SORT", [unnamed])).toHaveLength(1);
    expect(broken("ORD_SORT", [verified(debtorB, "2026-07-01"), unnamed])).toEqual([]);
  });
});

describe("the separate book (D62/2015 Art.9(5))", () => {
  const moved = (on: string, who = debtorA) => act("moved-to-separate-book", who, on);
  const enforcement = decision("enforcement", "2021-01-04");
  const since2021 = [enforcement, ...sorted(debtorA, "2021-03-10")];

  test("is not for a case before a year has run from the decision; its last day is left alone", () => {
    expect(broken("ORD_SEPARATE_BOOK", [...since2021, moved("2022-03-09")])).toEqual(["forbidden violation L2008"]);
    expect(broken("ORD_SEPARATE_BOOK", [...since2021, moved("2022-03-10")])).toEqual([]);
  });

  test("is a hint where the file was not kept from its beginning: an earlier decision may be missing", () => {
    expect(broken("ORD_SEPARATE_BOOK", [...sorted(debtorA, "2021-03-10"), moved("2022-03-09")])).toEqual([
      "forbidden hint L2008",
    ]);
    const imported = act("judgment-effective", caseFile, "2021-01-04", { source: "import" });
    expect(broken("ORD_SEPARATE_BOOK", [imported, ...since2021, moved("2022-03-09")])).toEqual([
      "forbidden hint L2008",
    ]);
  });

  test("leaves the last day alone where it is a day off: no text says that it moves", () => {
    // A year from 2 January 2021 is full on Sunday 2 January 2022; Monday the 3rd was off as well.
    const acts = [decision("enforcement", "2020-12-01"), ...sorted(debtorA, "2021-01-02")];
    expect(broken("ORD_SEPARATE_BOOK", [...acts, moved("2022-01-02")])).toEqual([]);
    expect(broken("ORD_SEPARATE_BOOK", [...acts, moved("2022-01-01")])).toEqual(["forbidden violation L2008"]);
  });

  test("counts from the first of two decisions on the debtor", () => {
    const again = sorted(debtorA, "2022-01-10");
    expect(broken("ORD_SEPARATE_BOOK", [...since2021, ...again, moved("2022-03-10")])).toEqual([]);
  });

  test("counts a decision that answers the notice to the creditor", () => {
    const told = act("party-notified", creditor, "2021-03-09");
    const answering = decision("not-yet-executable", "2021-03-10", { answers: [told] });
    expect(broken("ORD_SEPARATE_BOOK", [enforcement, told, answering, moved("2022-03-10")])).toEqual([]);
  });

  test("is not for the other debtor, who was never found unable", () => {
    expect(broken("ORD_SEPARATE_BOOK", [...since2021, moved("2023-03-10", debtorB)])).toHaveLength(1);
    expect(broken("ORD_SEPARATE_BOOK", [...since2021, moved("2023-03-10", caseFile)])).toEqual([]);
  });

  test("asks in the second year where the debtor is in prison or has no known address", () => {
    const unsettled = (fact: object) => ({ parties: [{ id: debtorA.id, side: "debtor" as const, ...fact }] });
    for (const fact of [{ inPrison: true }, { addressUnknown: true }]) {
      const at = (on: string) => broken("ORD_SEPARATE_BOOK", [...since2021, moved(on)], unsettled(fact));
      expect(at("2022-03-09")).toEqual(["forbidden violation L2008"]);
      expect(at("2023-03-09")).toEqual(["forbidden hint L2008"]);
      expect(at("2023-03-10")).toEqual([]);
    }
  });

  test("holds only own-motion cases from 1 July 2026; a case on request is asked about", () => {
    const since2024 = sorted(debtorA, "2024-06-10");
    expect(broken("ORD_SEPARATE_BOOK", [...since2024, moved("2026-06-30")])).toEqual([]);
    expect(broken("ORD_SEPARATE_BOOK", [...since2024, moved("2026-07-01")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_SEPARATE_BOOK", [...since2024, moved("2026-07-01")], { kind: "own-motion" })).toEqual([]);
  });
});

describe("the return of a request (106/2025 Art.38(4))", () => {
  const returned = (on: string) => act("request-returned", caseFile, on);

  test("is forbidden in an own-motion case, which has no request", () => {
    const acts = [...sorted(debtorA, "2026-07-10"), returned("2028-07-10")];
    expect(broken("ORD_RETURN", acts, { kind: "own-motion" })).toEqual(["forbidden violation L2025"]);
    expect(broken("ORD_RETURN", acts)).toEqual([]);
  });

  test("without a not-yet-executable decision is asked about: title papers may have been kept back", () => {
    expect(broken("ORD_RETURN", [returned("2026-08-10")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_RETURN", [returned("2026-07-10"), ...sorted(debtorA, "2026-07-10")])).toEqual([]);
  });

  test("was forbidden by law 26/2008 from 1 July 2015 to 30 June 2026", () => {
    expect(broken("ORD_RETURN", [returned("2026-06-30")])).toEqual(["forbidden violation L2008"]);
    expect(broken("ORD_RETURN", [...sorted(debtorA, "2015-07-01"), returned("2015-07-01")])).toHaveLength(1);
    expect(broken("ORD_RETURN", [returned("2015-06-30")])).toEqual([]);
  });
});

describe("while a not-yet-executable decision stands (26/2008 Art.44a(2), D62/2015 Art.9(4); 106/2025 Art.38(2))", () => {
  const found = (who: typeof debtorA, on: string, result = "executable") =>
    act("conditions-verified", who, on, { traits: { result } });
  const coerced = (who: typeof debtorA, on: string) => act("coercion-carried-out", who, on);
  const since = sorted(debtorA, "2026-07-10");
  const [ground] = since;
  const resumed = (on: string) => decision("resumption", on, { answers: ground === undefined ? [] : [ground] });

  test("coercion is asked about, and in order from the resumption on", () => {
    expect(broken("ORD_SORTED_OUT", [...since, coerced(debtorA, "2026-08-10")])).toEqual(["forbidden hint L2025"]);
    expect(broken("ORD_SORTED_OUT", [...since, resumed("2026-08-10"), coerced(debtorA, "2026-08-10")])).toEqual([]);
    expect(broken("ORD_SORTED_OUT", [...since, coerced(debtorB, "2026-08-10")])).toEqual([]);
    expect(broken("ORD_SORTED_OUT", [...since, coerced(debtorA, "2026-07-10")])).toEqual([]);
  });

  test("a debtor who is found able asks for a resumption within five working days", () => {
    const owed = (acts: readonly Act[]) => obligations("ORD_RESUME_DUE", file(acts), today);
    const able = found(debtorA, "2026-08-26");
    expect(owed([...since, able])).toMatchObject([{ state: "missed", weight: "hint", dueOn: "2026-09-07" }]);
    expect(owed([...since, able, resumed("2026-09-07")])).toMatchObject([{ state: "excused", weight: "hint" }]);
    const named = decision("resumption", "2026-09-08", { answers: [able] });
    expect(owed([...since, able, named])).toMatchObject([{ state: "late", weight: "hint" }]);
    expect(owed([...since, found(debtorB, "2026-08-26")])).toEqual([]);
    expect(owed([...since, found(debtorA, "2026-08-26", "not-yet-executable")])).toEqual([]);
    expect(owed([...since, resumed("2026-08-20"), able])).toEqual([]);
  });
});
