/**
 * The kinds of text that may stand in the clear in a leaf: codes, days, instants, random ids, commitments, the procuracy's
 * own instrument numbers, and the public keys and signatures that prove who signed. Every string of every event schema is
 * made here (a test walks the schemas), so that a name or a case number cannot slip into the log.
 */

import { z } from "zod";
import type { Brand } from "../base/brand.ts";
import { type Day, type Instant, parseDay, parseInstant } from "../base/day.ts";
import { type Id, parseId } from "../base/ids.ts";

export const clearKinds = ["id", "day", "instant", "commitment", "code", "number", "signature", "key"] as const;
type ClearKind = (typeof clearKinds)[number];

function clear<T extends string>(
  kind: ClearKind,
  parse: (text: string) => T | undefined,
  what: string,
): z.ZodType<T, string> {
  return z
    .string()
    .refine((text) => parse(text) !== undefined, { error: what })
    .meta({ clear: kind }) as unknown as z.ZodType<T, string>;
}

function matching<T extends string>(pattern: RegExp): (text: string) => T | undefined {
  return (text) => (pattern.test(text) ? (text as T) : undefined);
}

export function id<Name extends string>(): z.ZodType<Id<Name>, string> {
  return clear<Id<Name>>("id", (text) => parseId<Id<Name>>(text), "32 lowercase hexadecimal digits");
}

export const day = clear<Day>("day", parseDay, "a day of the calendar, YYYY-MM-DD");
export const instant = clear<Instant>("instant", parseInstant, "an instant, RFC 3339 UTC with milliseconds");

/** A code of a public register: an office's code, a rule's series, a version. */
export type Code = Brand<string, "code">;
export const code = clear<Code>(
  "code",
  matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  "a code of letters, digits, . _ -",
);

/** A place in a legal text: 106/2025/QH15 80(2)(a). */
export const place = clear<Brand<string, "place">>(
  "code",
  matching(/^\d{1,3}\/\d{4}\/[A-ZĐ0-9-]{2,40}(?: \d{1,3}[a-z]?(?:\(\d{1,2}\)(?:\([a-zđ]\))?)?)?$/),
  "a place in a legal text such as 106/2025/QH15 80(2)(a)",
);

/** The procuracy's own number of an instrument: 01/KN-VKS. */
export type InstrumentNumber = Brand<string, "instrument-number">;
export const instrumentNumber = clear<InstrumentNumber>(
  "number",
  matching(/^\d{2,5}\/[A-ZĐ]{2}-[A-ZĐ0-9-]{2,20}$/),
  "an instrument number such as 01/KN-VKS",
);

/** A detached JWS in compact form (RFC 7515 appendix F): header, nothing, signature. */
export type DetachedJws = Brand<string, "jws">;
export const detachedJws = clear<DetachedJws>(
  "signature",
  matching(/^[A-Za-z0-9_-]{10,400}\.\.[A-Za-z0-9_-]{40,400}$/),
  "a detached JWS in compact form",
);

/** The x coordinate of an Ed25519 public key (RFC 8037), base64url. */
export type PublicKey = Brand<string, "public-key">;
export const publicKey = clear<PublicKey>("key", matching(/^[A-Za-z0-9_-]{43}$/), "32 bytes in base64url");

/** The key of a log as C2SP signed-note writes it: name+id+key. */
export type LogKey = Brand<string, "log-key">;
export const logKey = clear<LogKey>(
  "key",
  matching(/^[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{4,200}$/u),
  "a verifier key",
);
export const origin = clear<Brand<string, "origin">>(
  "code",
  matching(/^[a-z0-9.:-]{1,100}\/[a-z0-9._/-]{1,100}$/),
  "an origin",
);

export const commitment = clear<Brand<string, "commitment">>(
  "commitment",
  matching(/^[0-9a-f]{64}$/),
  "64 hexadecimal digits",
);

/** What a leaf holds of a value that is kept off the log: its commitment (log/FORMAT.md, sealed field). */
export const sealed = z.strictObject({ sealed: commitment });
export type Sealed = z.infer<typeof sealed>;
