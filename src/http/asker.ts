/** Who asks, and for which office: the token and Acting-Office together. */

import { done, type Outcome } from "../base/outcome.ts";
import { actingOffice } from "./acting-office.ts";
import type { TokenVerifier } from "./auth.ts";
import type { Problem } from "./problem.ts";
import type { Asker } from "./route.ts";

export async function identifyAsker(headers: Headers, tokens: TokenVerifier): Promise<Outcome<Asker, Problem>> {
  const identity = await tokens.identify(headers);
  if (!identity.ok) return identity;
  const office = actingOffice(headers);
  return office.ok ? done({ identity: identity.value, office: office.value }) : office;
}
