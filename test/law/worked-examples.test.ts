/** Each worked example is counted as the table says, and explains itself. */

import { describe, expect, test } from "vitest";
import { knownCalendar } from "../../src/law/calendar.ts";
import { due } from "../../src/law/counting.ts";
import { currentEdition } from "../../src/law/edition.ts";
import type { RuleVersion } from "../../src/law/rule.ts";
import { day } from "./given.ts";
import { unconfirmedExamples, type WorkedExample, workedExamples } from "./worked-examples.ts";

function ruleOf([series, version]: WorkedExample): RuleVersion {
  const rule = currentEdition.rules.find((one) => one.series === series && one.version === version);
  if (rule === undefined) throw new Error(`no rule ${series}.${version}`);
  return rule;
}

describe("worked examples", () => {
  test.each(workedExamples)("%s.%s from %s: %s (%s)", (...example) => {
    const rule = ruleOf(example);
    const counted = due(day(example[2]), rule.term, rule.direction, knownCalendar);
    expect(counted.due).toBe(example[3]);
    expect(counted.unconfirmed).toBe(false);
  });

  test.each(unconfirmedExamples)("%s.%s from %s: %s, unconfirmed (%s)", (...example) => {
    const rule = ruleOf(example);
    const counted = due(day(example[2]), rule.term, rule.direction, knownCalendar);
    expect([counted.due, counted.unconfirmed]).toEqual([example[3], true]);
  });

  test("every series that has a due day has a worked example", () => {
    const shown = new Set([...workedExamples, ...unconfirmedExamples].map(([series]) => series));
    const undated = ["forbidden", "forbidden_window"];
    const dated = currentEdition.rules.filter(
      ({ term, direction }) => term.unit !== "no_limit_stated" && !undated.includes(direction),
    );
    expect(dated.map(({ series }) => series).filter((series) => !shown.has(series))).toEqual([]);
  });
});
