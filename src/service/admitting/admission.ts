/**
 * Admission: what is decided about a request before its body is read and anything is loaded for it. The identity is known by
 * then. The order is: rate limit, registered, permitted at all. API and console both ask here.
 */

import type { OfficeId, PersonId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { streamName } from "../../domain/event.ts";
import { mayDoSomewhere, type Permission } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Host, ProcessCache } from "../host.ts";
import { type Reader, readerOf } from "../streams/reader.ts";
import { stateOf } from "../streams/states.ts";
import { loginId, type TokenIdentity } from "../streams/who.ts";
import { type Limited, type OpenAddress, waitOfLogin, waitOfOffice, waitOfOpen, waitOfPerson } from "./rate-limits.ts";

export interface Asking {
  readonly identity: TokenIdentity;
  /** The office acted for; a person with one office may leave it out. */
  readonly office: OfficeId | undefined;
  readonly does: "read" | "record";
  /** One of them must be permitted for some office; none are needed where every registered person may ask. */
  readonly permissions: readonly Permission[];
}

export interface TooMany {
  readonly kind: "limited";
  /** Seconds. */
  readonly retryAfter: number;
}

export type NotAdmitted = TooMany | { readonly kind: "refused"; readonly refusal: Refusal };

export async function admit(request: Asking, host: Host): Promise<Outcome<Reader, NotAdmitted>> {
  const limited = await admitLogin(request, host);
  if (!limited.ok) return limited;
  const reader = await readerOf(request.identity, request.office, host);
  if (!reader.ok) return refused({ kind: "refused", refusal: reader.refusal });
  const { office, roles } = reader.value.acting;
  const admitted = request.does === "read" ? done(undefined) : inTime(waitOfOffice(office, host));
  if (!admitted.ok) return admitted;
  const { permissions } = request;
  const may = permissions.length === 0 || permissions.some((permission) => mayDoSomewhere(roles, permission));
  return may ? done(reader.value) : refused({ kind: "refused", refusal: { code: "not-permitted" } });
}

/** Counts the request to the person of the login, or to the login itself as long as no person is known. */
export async function admitLogin(
  { identity, does }: Pick<Asking, "identity" | "does">,
  host: Host,
): Promise<Outcome<undefined, TooMany>> {
  const login = await loginId(identity, host);
  // A login never gets another person, so what the process knows of it may be old.
  const person: PersonId | undefined = stateOf<"login">(
    host.cache.streams.get(streamName("login", login))?.stream,
  )?.person;
  return inTime(person === undefined ? waitOfLogin(login, host) : waitOfPerson(person, does, host));
}

export interface Sharing extends Pick<Asking, "identity"> {
  readonly of: keyof ProcessCache["shares"];
  readonly host: Pick<Host, "cache" | "clock" | "keyed">;
}

/** Does the work of a read, or of a bulk, in a place of its login's share of the process (shares.ts). */
export async function inShare<T>(
  { identity, of, host }: Sharing,
  work: () => Promise<T>,
): Promise<Outcome<T, TooMany>> {
  const giveBack = await host.cache.shares[of].take(await loginId(identity, host), host.clock);
  if (giveBack === undefined) return refused({ kind: "limited", retryAfter: 1 });
  try {
    return done(await work());
  } finally {
    giveBack();
  }
}

/** Counts a request for an address that is open to everybody. */
export function admitAnybody(address: OpenAddress, host: Limited): Outcome<undefined, TooMany> {
  return inTime(waitOfOpen(address, host));
}

function inTime(wait: number): Outcome<undefined, TooMany> {
  return wait === 0 ? done(undefined) : refused({ kind: "limited", retryAfter: wait });
}
