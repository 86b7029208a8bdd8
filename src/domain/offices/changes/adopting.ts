/** When another administrator may adopt a proposal: in the same words, while the directory still allows it. */

import type { Refusal } from "../../refusal.ts";
import type { Administering, DirectoryStates } from "../directory-states.ts";
import type { KeyId, PersonState } from "../person.ts";
import { administrates } from "./administrators.ts";
import type { ProposedChange } from "./change.ts";
import { changeRefusal } from "./change-rule.ts";
import type { ChangeProposal } from "./directory-state.ts";

/** adoptionRefusal says why another administrator may not adopt what was proposed, as the directory stands now. */
export function adoptionRefusal(
  { by, change, digest }: ChangeProposal,
  asked: { readonly digest: string },
  context: Administering,
): Refusal | undefined {
  const { states, today, acting } = context;
  if (acting.person === by) return { code: "second-person-needed" };
  if (asked.digest !== digest) return { code: "proposal-outdated", at: "/digest" };
  // What a person proposed who was found out since is not adopted.
  if (!administrates(states.of("person", by), today)) return { code: "proposal-outdated", at: "/proposal" };
  const refusal = changeRefusal(change, context);
  if (refusal !== undefined) return { ...refusal, at: "/proposal" };
  return holdsMore(change, states) ? { code: "proposal-outdated", at: "/proposal" } : undefined;
}

/** holdsMore is true when the person has a key that the proposal does not name; one that was revoked since does no harm. */
function holdsMore(change: ProposedChange, states: DirectoryStates): boolean {
  const state = change.do === "grant-role" ? states.of("person", change.person) : undefined;
  return (
    change.do === "grant-role" && state !== undefined && !keysInForce(state).every((key) => change.keys.includes(key))
  );
}

export function keysInForce({ keys }: PersonState): KeyId[] {
  return keys.filter(({ revokedOn }) => revokedOn === undefined).map(({ key }) => key);
}
