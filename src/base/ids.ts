/** Random 128-bit ids, in hexadecimal. An id says nothing of what it names (src/README.md#what-is-in-the-clear). */

import type { Brand } from "./brand.ts";
import { bytesToHex } from "./bytes.ts";

export type Id<Name extends string> = Brand<string, Name>;

export type PersonId = Id<"person">;
export type OfficeId = Id<"office">;
export type IntakeId = Id<"intake">;
export type RegisterId = Id<"register">;
export type CaseId = Id<"case">;
export type PartyId = Id<"party">;
export type AssetId = Id<"asset">;
export type DecisionId = Id<"decision">;
export type ActId = Id<"act">;
export type FindingId = Id<"finding">;
export type InstrumentId = Id<"instrument">;
export type ItemId = Id<"item">;

export const writtenId = /^[0-9a-f]{32}$/;

/** parseId returns the text as an id of the kind that the caller asks for, or undefined if it is not written as an id. */
export function parseId<T extends Id<string>>(text: unknown): T | undefined {
  return typeof text === "string" && writtenId.test(text) ? (text as T) : undefined;
}

export function formatId<T extends Id<string>>(random: Uint8Array): T {
  if (random.length !== 16) throw new RangeError(`an id has 16 random bytes, not ${random.length}`);
  return bytesToHex(random) as T;
}
