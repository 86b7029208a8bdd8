/** Finds out who asks: the token names a login; the directory says whose it is, in which offices and roles. */

import { utf8 } from "../../base/bytes.ts";
import { dayOf, type Instant } from "../../base/day.ts";
import { formatId, type Id, type OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Acting } from "../../domain/command.ts";
import type { StreamName } from "../../domain/event.ts";
import { streamName } from "../../domain/event.ts";
import { officesOf, rolesAt } from "../../domain/offices/person.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { isDirectoryStream, readableFor } from "./known-streams.ts";
import type { Host } from "../host.ts";
import { cachedLawStatus } from "./law-status-cache.ts";
import { loadToRead } from "./load-to-read.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { type LoadedStreams, statesOf } from "./states.ts";

/** The claims of a verified token that name a login. */
export interface TokenIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** A login's pseudonym in the directory: keyed, so that the log cannot be searched for a person. */
export async function loginId(identity: TokenIdentity, { keyed }: Pick<Host, "keyed">): Promise<Id<"login">> {
  const known = logins.get(identity);
  if (known?.keyed === keyed) return known.login;
  const digest = await keyed("login", utf8(`${identity.issuer}\n${identity.subject}`));
  const login = formatId<Id<"login">>(digest.subarray(0, 16));
  logins.set(identity, { keyed, login });
  return login;
}

/** The verifier returns one object for one token (http/token-verifier.ts), so each token is keyed once. */
const logins = new WeakMap<TokenIdentity, { readonly keyed: Host["keyed"]; readonly login: Id<"login"> }>();

/** Finds the person who acts for the office that they name, or for their only one. */
export async function whoActs(
  identity: TokenIdentity,
  office: OfficeId | undefined,
  host: Host,
): Promise<Outcome<Acting, Refusal>> {
  const login = await loginId(identity, host);
  const { streams: first } = await readStreams([streamName("login", login)], host);
  const person = statesOf(first).of("login", login)?.person;
  if (person === undefined) return refused({ code: "not-registered" });
  const { streams, now } = await readStreams([streamName("person", person)], host);
  const state = statesOf(streams).of("person", person);
  if (state === undefined) return refused({ code: "not-registered" });
  const today = dayOf(now);
  const offices = officesOf(state, today);
  const chosen = office ?? (offices.length === 1 ? offices[0] : undefined);
  if (chosen === undefined) return refused({ code: offices.length === 0 ? "not-permitted" : "office-needed" });
  if (!offices.includes(chosen)) return refused({ code: "office-not-yours" });
  await cachedLawStatus(host);
  return done({ person, office: chosen, roles: rolesAt(state, chosen, today) });
}

export interface ReadStreams {
  readonly streams: LoadedStreams;
  readonly now: Instant;
  /** Why the log has stopped. */
  readonly stopped: string | undefined;
}

/** Reads streams; those of the directory, and which instant it is, may be two seconds old. */
export async function readStreams(names: readonly StreamName[], host: Host): Promise<ReadStreams> {
  const at = host.clock();
  const { cache } = host;
  const streams = new Map<StreamName, LoadedStream | undefined>();
  for (const name of names) {
    const known = cache.streams.recentDirectory(name, at);
    if (known !== undefined) streams.set(name, known.stream);
  }
  const missing = names.filter((name) => !streams.has(name));
  const heard = cache.databaseClock;
  if (missing.length === 0 && heard !== undefined && at - heard.at <= readableFor) return { ...heard, streams };
  const { head, ...loaded } = await loadToRead(missing, host);
  const said = { now: loaded.now, stopped: head.stopped };
  cache.databaseClock = { ...said, at };
  for (const name of missing) {
    const stream = loaded.streams.get(name);
    // That a login is nobody's is kept too: a stranger who asks again and again costs no question to the database.
    const isKept = stream === undefined ? name.startsWith("login/") : isDirectoryStream(name);
    streams.set(name, isKept ? cache.streams.keep(name, stream, at) : stream);
  }
  return { ...said, streams };
}
