/** The scripts tell a person in Vietnamese first, then in English, and never by a name out of the code. */

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync("scripts/**/*.ts").filter((file) => !/^scripts\/(reopen|bench)/.test(file));

/** The texts written out at the place where they are said. */
function said(word: string): readonly string[] {
  const call = new RegExp(`\\b${word}\\(\\s*("[^"]*"|\`[^\`]*\`)`, "g");
  return files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(call)].map(([, text = ""]) => text));
}

test.each(["new UserError", "progress"])("each line that a script says with %s has both languages", (word) => {
  const texts = said(word);
  expect(texts.length).toBeGreaterThan(4);
  expect(texts.filter((text) => !/\p{L}.* · .*\p{L}/u.test(text))).toEqual([]);
});
