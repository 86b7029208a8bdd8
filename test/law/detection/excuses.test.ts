/** Excuses and ends: which act takes a duty away, a state away, or a standing decision away, and on which day. */

import { describe, expect, test } from "vitest";
import { act, debtorA, deadlinesOf, decision, file, obligations, states, subject } from "../given.ts";

describe("of two requests, one refused, a decision is still owed on the other (26/2008 Arts.31(5), 36(1))", () => {
  const asked = (id: string) => act("request-received", subject("intake", id), { receivedOn: "2021-03-01" });
  const [one, other] = [asked("one"), asked("other")];
  const refused = act("request-refused", subject("intake", "one"), "2021-03-03", { answers: [one] });

  test("by a refusal that names the one", () => {
    expect(states("DECISION_ON_REQUEST", file([one, other, refused]), "2021-04-01")).toEqual({
      one: "excused",
      other: "missed",
    });
  });
});

describe("what was reported before an answer of the same day does not excuse from it (106/2025 Art.113)", () => {
  const protest = subject("instrument", "protest");
  const upheld = act("minister-answered", protest, "2026-08-03", { traits: { outcome: "upheld" } });
  const disputed = act("dispute-reported", protest, "2026-08-03");
  const state = (...acts: Parameters<typeof file>[0]) => states("PROTEST_COMPLY", file(acts), "2026-09-01");

  test("and what was reported after it does", () => {
    expect(state(disputed, upheld)).toEqual({ protest: "missed" });
    expect(state(upheld, disputed)).toEqual({ protest: "excused" });
  });
});

describe("a case is not yet executable from the day of its decision to the day it resumes (26/2008 Art.44(2))", () => {
  const verified = (on: string) => act("conditions-verified", debtorA, on);
  const sorted = (on: string) => decision("not-yet-executable", on);
  const clocks = (...acts: Parameters<typeof file>[0]) =>
    deadlinesOf("VERIFY_REPEAT", file(acts)).map(({ startedOn }) => startedOn);

  test("so a decision by the day on which the next verification would be due starts the clock, and a later one does not", () => {
    expect(clocks(verified("2021-01-12"), sorted("2021-07-12"))).toEqual(["2021-01-12"]);
    expect(clocks(verified("2021-01-12"), sorted("2021-07-13"))).toEqual([]);
  });

  test("so the last verification before it counts, in whatever order they were recorded, one of its own day too", () => {
    expect(clocks(verified("2021-01-12"), verified("2021-01-05"), sorted("2021-01-14"))).toEqual(["2021-01-12"]);
    expect(clocks(verified("2021-01-12"), verified("2021-01-14"), sorted("2021-01-14"))).toEqual(["2021-01-14"]);
  });

  test("so a verification on the day of the resumption starts none, and one on the day before does", () => {
    const resumed = decision("resumption", "2021-03-02");
    expect(clocks(sorted("2021-01-14"), verified("2021-03-02"), resumed)).toEqual([]);
    expect(clocks(sorted("2021-01-14"), verified("2021-03-01"), resumed)).toEqual(["2021-03-01"]);
  });
});

describe("an enforcement decision stands until it is withdrawn (26/2008 Art.37; 106/2025 Art.34(1))", () => {
  const made = decision("enforcement", "2026-09-01");
  const again = decision("enforcement", "2026-09-10");
  const found = (...between: Parameters<typeof file>[0]) =>
    deadlinesOf("ORD_ONE_DECISION", file([made, ...between, again])).length;

  test("from its own day to the day of the next", () => {
    expect(found()).toBe(1);
    for (const on of ["2026-09-01", "2026-09-10"]) expect(found(decision("withdrawal", on))).toBe(0);
  });

  test("and a withdrawal before it, or after the next, ends something else", () => {
    for (const on of ["2026-08-31", "2026-09-11"]) expect(found(decision("withdrawal", on))).toBe(1);
  });
});

describe("an import does not show that a duty was not done before the first recording", () => {
  const weight = (recordedOn: string, also = recordedOn) => {
    const decided = decision("freeze", "2021-03-01", { source: "import", recordedOn });
    const ended = act("case-ended", subject("case", "case"), "2021-03-02", { source: "document", recordedOn: also });
    return obligations("SEND_DECISION_VKS", file([decided, ended]), "2022-01-10").map((one) => one.weight);
  };

  test("which began after the due day, Thursday 4 March 2021, though one act was entered from a document", () => {
    expect(weight("2021-03-05")).toEqual(["hint"]);
  });

  test("and shows it where any act was recorded by that day", () => {
    expect(weight("2021-03-04")).toEqual(["violation"]);
    expect(weight("2021-03-05", "2021-03-04")).toEqual(["violation"]);
  });
});
