/** No rule is out of reach, as computed from the catalogue, the rules and what each kind of file can hold. */

import { describe, expect, test } from "vitest";
import { unreached, unrecorded } from "./reach.ts";
import { currentEdition } from "../../src/law/edition.ts";
import type { RuleVersion } from "../../src/law/rule.ts";

const { rules } = currentEdition;

function reachOf(change: (rule: RuleVersion) => RuleVersion, series: string) {
  return new Map<string, string>(unreached(rules.map((rule) => (rule.series === series ? change(rule) : rule)))).get(
    series,
  );
}

test("every rule can be started, and met or broken, by what one file can hold", () => {
  expect([...unreached(rules)]).toEqual([]);
});

describe("a rule is found to be out of reach", () => {
  test("when what starts it is in a file that has no parties, and it is owed for each", () => {
    const perParty = ["debtor"] as const;
    expect(reachOf((rule) => ({ ...rule, perParty }), "STAT_CLOSE")).toBe("unstarted");
  });

  test("when what starts it needs an act of another file", () => {
    const needed = { act: "judgment-received", days: ["receivedOn"] } as const;
    const start = {
      act: "decision-issued",
      days: ["happenedOn"],
      with: needed,
      where: { decision: ["seizure"] },
    } as const;
    expect(reachOf((rule) => ({ ...rule, starts: [start] }), "SEND_DECISION_VKS")).toBe("unstarted");
  });

  test("when its condition asks for an act of another file", () => {
    const when = { done: { act: "protest-received", days: ["receivedOn"] }, by: "due" } as const;
    expect(reachOf((rule) => ({ ...rule, when }), "SEND_DECISION_VKS")).toBe("unstarted");
  });

  test("when what meets it is in another file than what starts it", () => {
    const metBy = [{ act: "judgment-received", days: ["receivedOn"] }] as const;
    expect(reachOf((rule) => ({ ...rule, metBy }), "SEND_DECISION_VKS")).toBe("unmet");
  });

  test("when what meets it can neither be about its subject nor answer its start", () => {
    const metBy = [{ act: "paid-out", days: ["happenedOn"] }] as const;
    expect(reachOf((rule) => ({ ...rule, metBy }), "NOTIFY_PARTIES")).toBe("unmet");
  });
});

test("every act of the catalogue is held by a file", () => {
  expect(unrecorded()).toEqual([]);
});
