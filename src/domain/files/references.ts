/**
 * References inside a bulk: a line, a party, an asset or an act may carry `ref: "a1"`, and later lines may write "@a1" in the
 * place of an id. The place decides what it means: "@c1" is a case, its decision, or the act that issued the decision.
 * References are resolved before anything is decided and are never recorded.
 */

import { z } from "zod";
import {
  type ActId,
  type AssetId,
  type CaseId,
  type Id,
  type IntakeId,
  type PartyId,
  parseId,
} from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Refusal } from "../refusal.ts";

export const refName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: "a reference: letters, digits, . _ -" });

export const idOrRef = z
  .string()
  .regex(/^(?:[0-9a-f]{32}|@[A-Za-z0-9][A-Za-z0-9._-]{0,39})$/, { error: "an id, or @ and a reference" });

/** The ids that one reference stands for, by the kind of id that a place takes. */
export interface Referable {
  readonly intake?: IntakeId;
  readonly case?: CaseId;
  readonly act?: ActId;
  readonly party?: PartyId;
  readonly asset?: AssetId;
  readonly decision?: Id<string>;
  readonly sum?: Id<string>;
  readonly complaint?: Id<string>;
  readonly report?: Id<string>;
  readonly "data-request"?: Id<string>;
}

/** failed: the line that defines the reference was refused, so a line that uses it cannot be judged. */
export type References = Map<string, Referable | "failed">;

export type Unresolved = Refusal | "failed";

/** resolve returns an id as it stands, or the id that the reference stands for in a place of this kind. */
export function resolve<Kind extends keyof Referable>(
  text: string,
  kind: Kind,
  { at, refs }: { readonly at: string; readonly refs: References },
): Outcome<NonNullable<Referable[Kind]>, Unresolved> {
  if (!text.startsWith("@")) {
    const id = parseId<NonNullable<Referable[Kind]>>(text);
    return id === undefined ? refused({ code: "unknown-reference", at }) : done(id);
  }
  const named = refs.get(text.slice(1));
  if (named === "failed") return refused("failed");
  const id = named?.[kind];
  return id === undefined ? refused({ code: "unknown-reference", at }) : done(id);
}
