/** Versions of streams as strong entity tags (RFC 9110 §8.8.3): a version of a stream is one state of it. */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";

export function formatEtag(version: number): string {
  return `"v${version}"`;
}

/** The version that If-Match names, if any: one tag, for one state; nine digits are more than a stream can have. */
export function parseIfMatch(headers: Headers): Outcome<number | undefined, Problem> {
  // A condition that was sent is applied or refused (RFC 9110 §13.1.2 and §13.1.4 give these a meaning for writes, too).
  if (headers.has("if-none-match") || headers.has("if-unmodified-since"))
    return refused({ code: "condition-not-taken" });
  const written = headers.get("if-match");
  if (written === null) return done(undefined);
  const version = Number(/^"v([1-9]\d{0,8})"$/.exec(written)?.[1]);
  return Number.isSafeInteger(version) ? done(version) : refused({ code: "if-match-malformed" });
}
