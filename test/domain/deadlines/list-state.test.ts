/** A row of a list says the same of a deadline as detection does. */

import { expect, test } from "vitest";
import { listedState, listState } from "../../../src/domain/deadlines/list-state.ts";
import type { Act } from "../../../src/law/act.ts";
import { act, day, deadlinesOf, debtorA, file, obligations } from "../../law/given.ts";

const proposed = act("exemption-proposed", debtorA, { sentOn: "2026-10-15" });
const verified = (on: string): Act => act("conditions-verified", debtorA, on);

test.each([
  ["2026-07-14", "missed", { state: "open", satisfied: false }],
  ["2026-07-15", "met", { state: "met", satisfied: true }],
  ["2026-07-16", "met", { state: "met", satisfied: true }],
  ["2026-10-01", "met", { state: "met", satisfied: true }],
])("a proposal of 15 October on a verification of %s is %s in a list as in the file", (on, state, stored) => {
  const of = file([verified(on), proposed]);
  const [deadline] = deadlinesOf("EXEMPT_VERIFY_FRESH", of);
  const [obligation] = obligations("EXEMPT_VERIFY_FRESH", of, "2026-11-20");
  if (deadline === undefined || obligation === undefined) throw new Error("nothing was owed");
  const row = listState(deadline);
  expect(row).toEqual(stored);
  const listed = listedState({ ...deadline, state: row.state }, day("2026-11-20"));
  expect([listed.state, obligation.state, listed.daysLate]).toEqual([state, state, obligation.daysLate]);
});
