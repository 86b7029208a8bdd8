/**
 * Arrays as PostgreSQL reads them in text (its manual: Array Input and Output Syntax). The driver writes an array in one
 * piece, which for a large bulk keeps everybody else waiting; here it is written in slices.
 */

import { mapSliced, type Sliced } from "../base/slices.ts";

/** Elements that are written before others may run: some half a megabyte of event bodies, two milliseconds. */
export const elementsOfSlice = 500;

/** arrayText writes a one-dimensional array without nulls. */
export function* arrayText(elements: readonly unknown[]): Sliced<string> {
  const texts = yield* mapSliced(elements, elementsOfSlice, elementText);
  return `{${texts.join(",")}}`;
}

function elementText(element: unknown): string {
  if (element instanceof Uint8Array) {
    const { buffer, byteOffset, byteLength } = element;
    // The backslash before the hexadecimal digits of a bytea is written twice.
    return `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString("hex")}"`;
  }
  return `"${String(element).replaceAll(/["\\]/g, "\\$&")}"`;
}
