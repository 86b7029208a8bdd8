/** Every code that a screen can show has words: a code shown bare would be a word of ours that nobody knows. */

import { describe, expect, test } from "vitest";
import { actTypes, actEntry } from "../../src/law/act.ts";
import { traitText } from "../../src/web/words/traits.ts";
import { refusalCodes } from "../../src/domain/refusal.ts";
import { refusalWords } from "../../src/web/words/refusals.ts";

describe("words", () => {
  const traits = actTypes.flatMap((type) => Object.entries({ ...actEntry(type).must, ...actEntry(type).may }));
  const pairs = traits.flatMap(([name, codes]) => codes.map((code) => [name, code] as const));

  test.each(pairs)("say what %s: %s is", (name, code) => {
    const [label, words] = traitText([name, code]).split(": ");
    expect(label).not.toBe(name);
    expect(words).not.toBe(code);
  });

  test.each(refusalCodes)("say in both tongues what %s is, and what to do", (code) => {
    const { vi, en, todo } = refusalWords[code];
    for (const words of [vi, en, todo]) expect(words.length).toBeGreaterThan(5);
  });
});
