/** Typed text, in NFC and bounded, and typed days with their source (src/README.md#whose-word-a-day-is). */

import { z } from "zod";
import type { Day } from "../base/day.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { type UnshownText, unshownText } from "../base/shown-text.ts";
import type { DatedDay } from "../law/act.ts";
import { day } from "./field.ts";
import type { Refusal } from "./refusal.ts";
import { reference, type Secret } from "./secret.ts";

/** Typed text: no value of a command may show other than it reads, whichever way it came. */
const shownText = z
  .string()
  .min(1)
  .max(20_000)
  .superRefine((text, context) => {
    const unshown = unshownText(text);
    if (unshown !== undefined)
      context.addIssue({ code: "custom", message: unshownWords(unshown)[1], params: { words: unshownWords(unshown) } });
    else if (text !== text.normalize("NFC")) context.addIssue({ code: "custom", message: "text in Unicode NFC" });
  });

/**
 * Letters, digits and signs that Vietnamese and its neighbours in the Latin script are written with: each is assigned, shown, and
 * in NFC whatever stands beside it. /openapi.json publishes them as a pattern that every regular expression engine reads alike; the
 * whole rule, which takes other scripts too, needs properties of Unicode that not every engine knows.
 */
const latin = String.raw`!-~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf`;

/** published adds to a schema of text what /openapi.json says of it: `white` are the white characters that may stand in it. */
function published<Text extends z.ZodType<string, string>>(schema: Text, white: string): Text {
  return schema.meta({
    pattern: `^[${white}${latin}]*[${latin}][${white}${latin}]*$`,
    description:
      "Chữ của các hệ chữ khác cũng được nhận, dạng NFC, không có ký tự ẩn hay đảo thứ tự / Other scripts are taken too, in NFC, without hidden or reordering characters",
  });
}

export const typedText = published(shownText, String.raw` \t\n`);

/** Typed text of one line, such as a name or a number. */
export function typedLineOf(most: number) {
  return published(shownText.max(most).regex(/^[^\n\t]*$/), " ");
}
export const typedLine = typedLineOf(200);

type InBoth = readonly [vi: string, en: string];

/** What is wrong with a text that shows other than it reads, in both languages. */
export const unshownTexts: Readonly<Record<UnshownText["code"], InBoth>> = {
  control: ["văn bản có ký tự điều khiển", "text with a control character"],
  surrogate: ["văn bản có nửa ký tự Unicode", "text with a lone surrogate"],
  hidden: [
    "văn bản có ký tự không nhìn thấy hoặc làm đảo thứ tự chữ",
    "text with a character that is not seen or that reorders others",
  ],
  mark: ["văn bản có dấu không đứng trên chữ nào", "text with an accent that stands on no letter"],
  blank: ["văn bản không có chữ, số hay dấu nào nhìn thấy", "text without a letter, digit or sign to see"],
};

/** unshownWords says what is wrong, which character it is, and where it stands. */
export function unshownWords({ code, character, place }: UnshownText): InBoth {
  const [vi, en] = unshownTexts[code];
  if (character === undefined) return [vi, en];
  return [`${vi}: ${character}, ký tự thứ ${place}`, `${en}: ${character}, character ${place}`];
}

/** typed makes the text the secret of a committed field; undefined stays undefined. */
export function typed(text: string): Secret;
export function typed(text: string | undefined): Secret | undefined;
export function typed(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : reference(text);
}

/** A day that a document shows or a person states. A request without it means today, by the word of the system. */
export const statedDay = z.strictObject({ day, source: z.enum(["document", "stated"]) });

interface Bounds {
  readonly today: Day;
  /** The act cannot have happened before this day. */
  readonly notBefore?: Day | undefined;
  readonly at: string;
}

/** actDay returns the day of an act that is recorded now: the stated day, else today. */
export function actDay(stated: z.infer<typeof statedDay> | undefined, bounds: Bounds): Outcome<DatedDay, Refusal> {
  const on: DatedDay = stated ?? { day: bounds.today, source: "system" };
  if (on.day > bounds.today) return refused({ code: "day-in-future", at: bounds.at, detail: { day: on.day } });
  const { notBefore } = bounds;
  if (notBefore !== undefined && on.day < notBefore) {
    return refused({ code: "days-contradict", at: bounds.at, detail: { day: on.day, notBefore } });
  }
  return done(on);
}
