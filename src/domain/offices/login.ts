/** A login is a keyed pseudonym of the token's issuer and subject. It belongs to one person for ever. */

import type { Id, PersonId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";

export type LoginId = Id<"login">;

export interface LoginState {
  readonly person: PersonId;
}

export function evolveLogin(state: LoginState | undefined, event: EventOf<"login">): LoginState {
  if (state !== undefined) throw new ImpossibleEvent(event.type, "the login belongs to a person");
  return { person: event.data.person };
}
