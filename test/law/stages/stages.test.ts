/** The list of stages: each act and each rule stands in one stage, so that none hides another of the same name. */

import { expect, test } from "vitest";
import { actTypes } from "../../../src/law/act.ts";
import { seriesNames } from "../../../src/law/series.ts";
import { stageLimits } from "../../../src/law/stages/limits.ts";
import { stages } from "../../../src/law/stages/stages.ts";

test("no two stages list the same act", () => {
  expect(stages.flatMap(({ acts }) => Object.keys(acts))).toEqual(actTypes);
});

test("no two stages name the same rule", () => {
  expect(stages.flatMap(({ names }) => Object.keys(names))).toEqual(seriesNames);
});

test.each(stages)("the stage $name holds the versions of the rules that it names, and no other", ({ name, names }) => {
  expect(new Set(stageLimits[name].map(({ series }) => series))).toEqual(new Set(Object.keys(names)));
});
