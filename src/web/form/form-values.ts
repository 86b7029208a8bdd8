/** A form's values by name, in NFC with plain line ends; all are kept, so a page that refuses shows them again. */

import { parseUtf8 } from "../../base/bytes.ts";

export type FormValues = ReadonlyMap<string, readonly string[]>;

export const noValues: FormValues = new Map();

/** 1 MiB: room for a thousand findings with a text for each, which is more than any form of this console sends. */
export const mostFormBytes = 1024 * 1024;

/** parseForm returns undefined when the body is not URL-encoded or not UTF-8. */
export function parseForm(contentType: string | undefined, body: Uint8Array): FormValues | undefined {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? "")) return undefined;
  const text = textOf(body);
  return text === undefined ? undefined : formValues(new URLSearchParams(text));
}

export function formValues(pairs: Iterable<readonly [string, string]>): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const all = values.get(name) ?? [];
    all.push(plainText(value));
    values.set(name, all);
  }
  return values;
}

/** The first value of the name as it was typed, for showing it again. */
export function typedValue(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? "";
}

/** The first value without spaces around it; undefined when nothing was typed. */
export function filled(values: FormValues, name: string): string | undefined {
  const text = typedValue(values, name).trim();
  return text === "" ? undefined : text;
}

/** Every value of a name, such as the boxes that were ticked. */
export function chosen(values: FormValues, name: string): readonly string[] {
  return values.get(name) ?? [];
}

/** Reads digits as a number. Anything else stays text, so that the command's schema refuses it. */
export function wholeNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** Browsers send CRLF, some keyboards send decomposed accents, and a paste may bring control characters. */
function plainText(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC");
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return parseUtf8(body);
  } catch {
    return undefined;
  }
}
