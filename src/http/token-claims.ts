/**
 * What a token says beyond what jose checks. jose reads claims with JSON.parse, which keeps the last of two equal names and
 * rounds 1e999 to infinity: another reader of the same token could see another person, or another day.
 */

import { parseUtf8 } from "../base/bytes.ts";
import { type JsonFault, readJson } from "./strict-json.ts";

/** Seconds since 1970, to the end of the year 9999. */
const latest = 253_402_300_799;

export type ClaimFault = "token-invalid" | "token-not-yet-valid" | "token-long-lived";

export interface ClaimRules {
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds from `iat`, or from now where there is none, to `exp`. */
  readonly longestLife: number;
  /** Seconds by which the issuer's clock may differ from ours. */
  readonly tolerance: number;
}

/** Returns what is wrong with the times of a token: it lives too long, was issued tomorrow, or has no time at all. */
export function faultOfTimes(
  { exp, iat, nbf }: { readonly exp?: unknown; readonly iat?: unknown; readonly nbf?: unknown },
  { now, longestLife, tolerance }: ClaimRules,
): ClaimFault | undefined {
  if (!isInstant(exp)) return "token-invalid";
  if ([iat, nbf].some((time) => time !== undefined && !isInstant(time))) return "token-invalid";
  if (isInstant(iat) && iat > now + tolerance) return "token-not-yet-valid";
  const life = isInstant(iat) ? exp - iat : exp - now - tolerance;
  return life > longestLife ? "token-long-lived" : undefined;
}

function isInstant(time: unknown): time is number {
  return typeof time === "number" && Number.isSafeInteger(time) && time >= 0 && time <= latest;
}

/** Tells whether header and payload are JSON that every reader reads alike. Values that are no evidence do not matter here. */
export function isPlainToken(token: string): boolean {
  const [header = "", payload = ""] = token.split(".");
  return [header, payload].every((part) => isPlainJson(textOf(part)));
}

function isPlainJson(text: string | undefined): boolean {
  if (text === undefined) return false;
  const read = readJson(text);
  return read.ok || isUnfit(read.refusal);
}

function isUnfit({ kind }: JsonFault): boolean {
  return kind === "unfit";
}

function textOf(base64url: string): string | undefined {
  try {
    const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return parseUtf8(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** A token for something else, such as one to sign a person out, or one that is encrypted, is not taken (RFC 8725 §3.11). */
export function isAccessToken({ typ, zip }: { readonly typ?: unknown; readonly zip?: unknown }): boolean {
  return (
    zip === undefined &&
    (typ === undefined || (typeof typ === "string" && /^(?:jwt|(?:application\/)?at\+jwt)$/i.test(typ)))
  );
}
