/**
 * Random 128-bit identifiers, written as 32 lowercase hexadecimal digits. They say nothing about what they name,
 * which is why they may stand in the clear in the log (design: what a leaf may hold).
 */

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

/** The written form as the id it is meant to be, or undefined. */
export function parseId<T extends Id<string>>(text: unknown): T | undefined {
  return typeof text === "string" && writtenId.test(text) ? (text as T) : undefined;
}

/** An id from 16 random bytes. */
export function formatId<T extends Id<string>>(random: Uint8Array): T {
  if (random.length !== 16) throw new RangeError(`an id has 16 random bytes, not ${random.length}`);
  return bytesToHex(random) as T;
}
