/**
 * Idempotency-Key, required on every POST that records: the same key repeats the same answer, and another body under it is
 * refused. No RFC specifies the header. Our rule is near draft-ietf-httpapi-idempotency-key-header-07, but the key is taken
 * as it is written, without quotation marks.
 */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";

/** Takes 1 to 255 visible ASCII characters: room for a UUID with a prefix, and no two keys that look alike. */
export function idempotencyKey(headers: Headers): Outcome<string, Problem> {
  const key = headers.get("idempotency-key");
  if (key === null) return refused({ code: "idempotency-key-missing" });
  return /^[!-~]{1,255}$/.test(key) ? done(key) : refused({ code: "idempotency-key-malformed" });
}
