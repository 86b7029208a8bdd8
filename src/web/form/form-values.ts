/** A form's values by name, in NFC with plain line ends; all are kept, so a page that refuses shows them again. */

import { parseUtf8 } from "../../base/bytes.ts";

export type FormValues = ReadonlyMap<string, readonly string[]>;

export const noValues: FormValues = new Map();

/** 1 MiB: room for a thousand findings with a text for each, which is more than any form of this console sends. */
export const mostFormBytes = 1024 * 1024;

/** Ten times what the largest page sends: a thousand findings with a text for each. */
export const mostFormFields = 25_000;

/** Values of one name: one more than any command takes, enough for its schema to refuse the form. */
const mostOfName = 1001;

/** parseForm returns undefined when the body is not URL-encoded, not UTF-8, or has too many fields. */
export function parseForm(contentType: string | undefined, body: Uint8Array | undefined): FormValues | undefined {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? "")) return undefined;
  if (body === undefined || hasTooMany(body)) return undefined;
  const text = textOf(body);
  return text === undefined ? undefined : formValues(new URLSearchParams(text));
}

/** Counts the fields before they are parsed. */
function hasTooMany(body: Uint8Array): boolean {
  const separator = 0x26;
  let count = 1;
  for (let at = body.indexOf(separator); at !== -1 && count <= mostFormFields; at = body.indexOf(separator, at + 1))
    count++;
  return count > mostFormFields;
}

export function formValues(pairs: Iterable<readonly [string, string]>): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const all = values.get(name) ?? [];
    if (all.length < mostOfName) all.push(plainText(value));
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
