/** Typed input: text in NFC, days with their source. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { actDay, statedDay, typedLine, typedText } from "../../src/domain/typed-input.ts";
import { day } from "../kit/host/stage.ts";

describe("typed text", () => {
  it.each([
    ["not NFC", "vi pham\u0323"],
    ["with a lone surrogate", "\ud800"],
    ["with a NUL", "a\0b"],
    ["empty", ""],
    ["only spaces", " \u00a0 "],
    ["with a right-to-left override", "ab\u202ecd"],
    ["with a tag character", "a\u{e0041}"],
    ["a lone accent", "\u0301"],
  ])("that is %s is refused", (_what, text) => {
    expect(typedText.safeParse(text).success).toBe(false);
  });

  it("that hides a character is refused by its name and place, in both languages", () => {
    const [issue] = typedText.safeParse("Phạm\u202e").error?.issues ?? [];
    expect(issue).toMatchObject({
      message: expect.stringContaining("U+202E RIGHT-TO-LEFT OVERRIDE, character 5"),
      params: { words: [expect.stringContaining("U+202E RIGHT-TO-LEFT OVERRIDE, ký tự thứ 5"), expect.anything()] },
    });
  });

  it("is published by a pattern of which every text is taken, of one line and of several, whatever stands beside what", () => {
    for (const schema of [typedText, typedLine]) {
      const pattern = new RegExp(String(z.toJSONSchema(schema, { io: "input" }).pattern), "u");
      const shown = fc.stringMatching(pattern).filter((text) => text.length <= 200);
      fc.assert(
        fc.property(shown, (text) => schema.safeParse(text).success),
        { numRuns: 2000 },
      );
      for (const text of ["Nguyễn Thị Bích Ngọc", "số 15/QĐ-CCTHADS, ngày 02–03 “ký”", "1.000.000 ₫"])
        expect([text, pattern.test(text)]).toEqual([text, true]);
      for (const text of ["", "   ", "a\u202eb", "a\u0000", "vi pham\u0323", "\u00ad"])
        expect([text, pattern.test(text)]).toEqual([text, false]);
    }
  });

  it("of one line has no line break", () => {
    expect(typedText.safeParse("a\nb").success).toBe(true);
    expect(typedLine.safeParse("a\nb").success).toBe(false);
    expect(typedLine.safeParse("a\tb").success).toBe(false);
  });

  it("in Vietnamese is taken as it stands", () => {
    expect(typedText.parse("vi phạm")).toBe("vi phạm");
  });
});

describe("the day of an act", () => {
  const bounds = { today: day("2026-11-23"), notBefore: day("2026-11-09"), at: "/on" };

  it("that nobody states is today, by the word of the system", () => {
    expect(actDay(undefined, bounds)).toEqual({ ok: true, value: { day: "2026-11-23", source: "system" } });
  });

  it.each([
    ["2026-11-24", "day-in-future"],
    ["2026-11-08", "days-contradict"],
    ["2026-11-09", undefined],
    ["2026-11-23", undefined],
  ])("stated as %s: %s", (text, code) => {
    const outcome = actDay({ day: day(text), source: "document" }, bounds);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });

  it.each(["system", "import"])("is never stated in the name of %s", (source) => {
    expect(statedDay.safeParse({ day: "2026-11-09", source }).success).toBe(false);
  });
});
