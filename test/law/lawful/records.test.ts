/** What an import does not state of the time before it, and the two time limits of a sale that the new law added. */

import { describe, expect, test } from "vitest";
import { act, car, caseFile, deadlinesOf, decision, file, house, states } from "../given.ts";
import { accused } from "./story.ts";

describe("a decision of which an import states no sending", () => {
  const decided = (source: "import" | "document", recordedOn: string) => [
    decision("freeze", "2021-03-01", { source, recordedOn }),
    act("case-ended", caseFile, "2021-06-01", { source, recordedOn }),
  ];
  const sending = (acts: ReturnType<typeof decided>) =>
    accused(acts, "2022-01-10").filter((one) => one.startsWith("SEND_DECISION_VKS"));

  test("may have been sent before the file was imported, and accuses nobody", () => {
    expect(sending(decided("import", "2021-08-02"))).toEqual([]);
  });

  test("is missed where the file was kept when it was due, or was entered from documents", () => {
    expect(sending(decided("import", "2021-03-01"))).toEqual(["SEND_DECISION_VKS decision"]);
    expect(sending(decided("document", "2021-08-02"))).toEqual(["SEND_DECISION_VKS decision"]);
  });
});

describe("the price of an asset bought by priority (106/2025 Art.83(1))", () => {
  const offered = act("priority-offered", house, "2026-08-03");
  const used = act("priority-used", house, "2026-08-05", { answers: [offered] });

  test("is due five working days after the time to use the right, however early it was used", () => {
    expect(deadlinesOf("PREEMPT_PAY", file([offered, used]))).toMatchObject([
      { subject: house, startedOn: "2026-08-18", dueOn: "2026-08-24", mode: "period" },
    ]);
  });

  test("is owed by nobody who did not use it", () => {
    expect(deadlinesOf("PREEMPT_PAY", file([offered, act("priority-used", car, "2026-08-05")]))).toEqual([]);
  });
});

test("what was sold without auction and paid is delivered within three working days (D152/2026 67(1)(b))", () => {
  const sold = [house, car].flatMap((one) => [
    act("sold-without-auction", one, "2026-09-07"),
    act("buyer-paid", one, "2026-09-07"),
  ]);
  const of = file([...sold, act("asset-delivered", car, "2026-09-10")]);
  expect(states("DELIVER_SMALL", of, "2026-09-11")).toEqual({ house: "missed", car: "met" });
  expect(accused(of.acts, "2026-09-11")).toContain("DELIVER_SMALL house");
});
