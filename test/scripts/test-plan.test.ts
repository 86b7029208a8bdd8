/** `npm test` runs on each PostgreSQL that is installed, and says of each that is supported when it did not. */

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packagedPart } from "../../scripts/test/packaged-part.ts";
import { type Given, leftOut, planRuns } from "../../scripts/test/plan.ts";

const bare: Given = { words: [], named: false, version: "18.4", installed: {}, browser: true };
const with15 = { ...bare, installed: { "15": "15.18" } };

const versionsOf = (given: Given): readonly (string | undefined)[] => planRuns(given).map(({ postgres }) => postgres);
const absent = (version: string): string =>
  `PostgreSQL ${version}, which is not here (apt-get install postgresql-${version})`;
const present = (version: string): string =>
  `PostgreSQL ${version}, which is here (npm test without words, or with TEST_POSTGRES=${version})`;

describe("without words", () => {
  it("everything runs once, on the newest, and each older one is said to be left out", () => {
    expect(planRuns(bare)).toMatchObject([{ asked: ["--project=ground", "--project=system", "--project=browser"] }]);
    expect(leftOut(bare)).toEqual([absent("15"), absent("16"), absent("17")]);
  });

  it("the part that depends on the database runs again on each one that is installed", () => {
    const given = { ...bare, installed: { "15": "15.18", "17": "17.6" } };
    expect(versionsOf(given)).toEqual(["18.4", "15.18", "17.6"]);
    for (const [place, major] of ["15", "17"].entries())
      expect(planRuns(given)[place + 1]).toMatchObject({
        asked: ["--project=system", ...packagedPart],
        variables: { TEST_POSTGRES: major },
      });
    expect(leftOut(given)).toEqual([absent("16")]);
  });

  it("everything runs on the one that is named, and on no other", () => {
    const given = { ...with15, named: true, version: "16.9" };
    expect(versionsOf(given)).toEqual(["16.9"]);
    expect(leftOut(given)).toEqual([present("15"), absent("17")]);
  });

  it("the pages are left out where there is no browser, and said so", () => {
    const given = { ...bare, browser: false };
    expect(planRuns(given)[0]?.asked).toEqual(["--project=ground", "--project=system"]);
    expect(leftOut(given)[0]).toMatch("test/browser");
  });
});

describe("with words", () => {
  it("what they name runs on the newest alone, and the installed one is said to be left out", () => {
    const given = { ...with15, words: ["--project=system", "test/store"] };
    expect(planRuns(given)).toMatchObject([{ postgres: "18.4", asked: given.words, variables: {} }]);
    expect(leftOut(given)).toEqual([present("15"), absent("16"), absent("17")]);
  });

  it("nothing is said of a database where none is asked for", () => {
    const given = { ...with15, words: ["--project=ground", "test/law"] };
    expect(versionsOf(given)).toEqual([undefined]);
    expect(leftOut(given)).toEqual([]);
    expect(versionsOf({ ...given, words: [...given.words, "--project=browser"] })).toEqual(["18.4"]);
  });
});

it("the part that depends on the database names files and folders that are there", () => {
  expect(packagedPart.filter((path) => !existsSync(path))).toEqual([]);
});
