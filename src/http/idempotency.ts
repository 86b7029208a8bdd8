/**
 * Idempotency-Key, on every POST that records: the same key repeats the same answer, another body under it is refused. No
 * RFC says how; this is our own rule, near draft-ietf-httpapi-idempotency-key-header-07: the key is taken as it stands.
 */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";

export function idempotencyKey(headers: Headers): Outcome<string, Problem> {
  const key = headers.get("idempotency-key");
  if (key === null) return refused({ code: "idempotency-key-missing" });
  return /^[!-~]{1,255}$/.test(key) ? done(key) : refused({ code: "idempotency-key-malformed" });
}
