/** Identifies the person who asks, by the token, and the office that they act for, by Acting-Office. */

import { type OfficeId, parseId } from "../base/ids.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { TokenIdentity } from "../service/streams/who.ts";
import type { Problem } from "./problem.ts";
import type { TokenVerifier } from "./token-verifier.ts";

export interface Asker {
  readonly identity: TokenIdentity;
  /** A person with roles at several offices must name one; it is undefined if they named none. */
  readonly office: OfficeId | undefined;
}

export async function identifyAsker(headers: Headers, tokens: TokenVerifier): Promise<Outcome<Asker, Problem>> {
  const identity = await tokens.identify(headers);
  if (!identity.ok) return identity;
  const office = actingOffice(headers);
  return office.ok ? done({ identity: identity.value, office: office.value }) : office;
}

export function actingOffice(headers: Headers): Outcome<OfficeId | undefined, Problem> {
  const written = headers.get("acting-office");
  if (written === null) return done(undefined);
  const office = parseId<OfficeId>(written);
  return office === undefined ? refused({ code: "acting-office-malformed" }) : done(office);
}
