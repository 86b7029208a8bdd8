/**
 * The kinds of text that may stand in the clear in a leaf: codes, days, instants, random ids, commitments, the procuracy's
 * own instrument numbers, and the public keys and signatures that prove who signed. Every string of every event schema is
 * made here (a test walks the schemas), so a name or a case number cannot slip into the log.
 */

import { z } from "zod";
import type { Brand } from "../base/brand.ts";
import { type Day, type Instant, parseDay, parseInstant, writtenDay, writtenInstant } from "../base/day.ts";
import { given } from "../base/given.ts";
import { type Id, parseId, writtenId } from "../base/ids.ts";

export const clearKinds = ["id", "day", "instant", "commitment", "code", "number", "signature", "key"] as const;
type ClearKind = (typeof clearKinds)[number];

interface Written<T> {
  /** The pattern in /openapi.json; `parse` may ask more, for instance that the day exists. */
  readonly pattern: RegExp;
  readonly parse?: (text: string) => T | undefined;
  /** The format of JSON Schema that asks the rest. */
  readonly format?: "date" | "date-time";
  readonly what: string;
}

function clear<T extends string>(kind: ClearKind, { pattern, parse, format, what }: Written<T>): z.ZodType<T, string> {
  return z
    .string()
    .refine((text) => (parse === undefined ? pattern.test(text) : parse(text) !== undefined), { error: what })
    .meta({ clear: kind, pattern: pattern.source, ...given({ format }) }) as unknown as z.ZodType<T, string>;
}

export function id<Name extends string>(): z.ZodType<Id<Name>, string> {
  return clear<Id<Name>>("id", { pattern: writtenId, parse: parseId, what: "32 lowercase hexadecimal digits" });
}

export const day = clear<Day>("day", {
  pattern: writtenDay,
  parse: parseDay,
  format: "date",
  what: "a day of the calendar, YYYY-MM-DD",
});
export const instant = clear<Instant>("instant", {
  pattern: writtenInstant,
  parse: parseInstant,
  format: "date-time",
  what: "an instant, RFC 3339 UTC with milliseconds",
});

/** A code of a public list: an office's code, a rule's series, a version. */
export type Code = Brand<string, "code">;
export const code = clear<Code>("code", {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  what: "a code of letters, digits, . _ -",
});

/** A place in a legal text: 106/2025/QH15 80(2)(a). */
export const place = clear<Brand<string, "place">>("code", {
  pattern: /^\d{1,3}\/\d{4}\/[A-ZĐ0-9-]{2,40}(?: \d{1,3}[a-z]?(?:\(\d{1,2}\)(?:\([a-zđ]\))?)?)?$/,
  what: "a place in a legal text such as 106/2025/QH15 80(2)(a)",
});

/** The procuracy's own number of an instrument: 01/KN-VKS. */
export type InstrumentNumber = Brand<string, "instrument-number">;
export const instrumentNumber = clear<InstrumentNumber>("number", {
  pattern: /^\d{2,5}\/[A-ZĐ]{2}-[A-ZĐ0-9-]{2,20}$/,
  what: "an instrument number such as 01/KN-VKS",
});

/** A detached JWS in compact form (RFC 7515 appendix F): header, empty payload, signature. */
export type DetachedJws = Brand<string, "jws">;
export const detachedJws = clear<DetachedJws>("signature", {
  pattern: /^[A-Za-z0-9_-]{10,400}\.\.[A-Za-z0-9_-]{40,400}$/,
  what: "a detached JWS in compact form",
});

/** The x coordinate of an Ed25519 public key (RFC 8037), base64url. */
export type PublicKey = Brand<string, "public-key">;
export const publicKey = clear<PublicKey>("key", { pattern: /^[A-Za-z0-9_-]{43}$/, what: "32 bytes in base64url" });

/** The key of a log as C2SP signed-note writes it: name+id+key. */
export type VerifierKey = Brand<string, "log-key">;
export const verifierKey = clear<VerifierKey>("key", {
  pattern: /^[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{4,200}$/u,
  what: "a verifier key",
});
export const origin = clear<Brand<string, "origin">>("code", {
  pattern: /^[a-z0-9.:-]{1,100}\/[a-z0-9._/-]{1,100}$/,
  what: "an origin",
});

export const commitment = clear<Brand<string, "commitment">>("commitment", {
  pattern: /^[0-9a-f]{64}$/,
  what: "64 hexadecimal digits",
});

/** A committed field: a leaf holds the commitment to a value that is kept off the log (src/log/FORMAT.md). */
export const committed = z.strictObject({ sealed: commitment });
export type CommittedField = z.infer<typeof committed>;
