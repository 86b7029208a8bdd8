/** Entries of the log that a claim names as evidence: they must be there, sealed, when they are named. */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Host } from "./host.ts";

export async function namedEntries<Claim extends { readonly entries: readonly number[] }>(
  claim: Claim,
  { log }: Pick<Host, "log">,
): Promise<Outcome<Claim, Refusal>> {
  const { size } = await log.head();
  const unknown = claim.entries.findIndex((index) => index >= size);
  return unknown < 0 ? done(claim) : refused({ code: "unknown-entry", at: `/entries/${unknown}`, detail: { size } });
}
