/** The code counts each worked example as the lawyer did, and explains it. */

import { describe, expect, test } from "vitest";
import { knownCalendar } from "../../src/law/calendar/calendar.ts";
import { closedOn } from "../../src/law/detection/bans.ts";
import { due } from "../../src/law/calendar/counting.ts";
import { bansDays } from "../../src/law/term.ts";
import { currentEdition } from "../../src/law/edition.ts";
import type { RuleVersion } from "../../src/law/rule.ts";
import { openRuleBook } from "../../src/law/detection/rule-book.ts";
import { closedDays } from "./examples/units.ts";
import { day } from "./given.ts";
import { unconfirmedExamples, type WorkedExample, workedExamples } from "./worked-examples.ts";

function ruleOf([series, version]: readonly [WorkedExample[0], WorkedExample[1], ...unknown[]]): RuleVersion {
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

  test.each(closedDays)("%s.%s on %s: %s (%s)", (...example) => {
    const closed = closedOn(openRuleBook(currentEdition), ruleOf(example), day(example[2]));
    expect(closed === undefined ? "open" : closed.doubts.length === 0 ? "forbidden" : "hint").toBe(example[3]);
  });

  test("every unit in every direction in which a rule counts it has a worked example", () => {
    const counted = ({ term, direction }: RuleVersion): string => `${term.unit} ${direction}`;
    const shown = new Set([...workedExamples, ...closedDays].map((example) => counted(ruleOf(example))));
    const missing = currentEdition.rules.map(counted).filter((one) => !shown.has(one));
    expect(new Set(missing)).toEqual(new Set(["no_limit_stated after", "time_window out_of_order"]));
  });

  test("every series that has a due day has a worked example", () => {
    const shown = new Set([...workedExamples, ...unconfirmedExamples].map(([series]) => series));
    const dated = currentEdition.rules.filter(
      ({ term, direction }) => term.unit !== "no_limit_stated" && !bansDays(direction),
    );
    expect(dated.map(({ series }) => series).filter((series) => !shown.has(series))).toEqual([]);
  });
});
