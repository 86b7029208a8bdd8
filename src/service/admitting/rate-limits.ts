/**
 * The rate limits, in one table. They keep one client from taking the whole of a process, which records some 3,000
 * commands a second; none stands in the way of a backlog, for a bulk of 10,000 lines is one request.
 */

import type { OfficeId, PersonId } from "../../base/ids.ts";
import type { Host, ProcessCache } from "../host.ts";
import type { RateLimit } from "./rate-limiter.ts";

const rateLimits = {
  /** Commands of one person: faster than anybody types, enough for a program that sends act by act. */
  person: { burst: 120, perSecond: 40 },
  /** Commands for one office, by all its persons: five who send at their full rate. */
  office: { burst: 600, perSecond: 200 },
  /** Reads of one person: twice the commands, since a client looks at a file before and after it records on it. */
  reader: { burst: 240, perSecond: 80 },
  /**
   * Requests of a login that this process knows no person for. The burst lets a registered person begin on a process that
   * has just started; the rate is that of somebody who tries whether they were registered meanwhile.
   */
  login: { burst: 240, perSecond: 2 },
  /** Requests for one open address, such as the tiles, by everybody together: a few verifiers that read the whole log. */
  open: { burst: 240, perSecond: 80 },
  /** Requests for /checkpoint or /health, each of which asks the database and may seal: a few monitors and witnesses. */
  sealing: { burst: 120, perSecond: 20 },
} as const satisfies Readonly<Record<string, RateLimit>>;

export interface Limited extends Pick<Host, "clock"> {
  readonly cache: Pick<ProcessCache, "rateLimiter">;
}

type Kind = keyof typeof rateLimits;

/** Counts a request, and returns 0; or the seconds until one is allowed. */
function waitFor(kind: Kind, name: string, { cache: { rateLimiter }, clock }: Limited): number {
  return rateLimiter.take(`${kind}/${name}`, rateLimits[kind], clock());
}

export function waitOfPerson(person: PersonId, does: "read" | "record", host: Limited): number {
  return waitFor(does === "read" ? "reader" : "person", person, host);
}

export function waitOfOffice(office: OfficeId, host: Limited): number {
  return waitFor("office", office, host);
}

export function waitOfLogin(login: string, host: Limited): number {
  return waitFor("login", login, host);
}

/** `address` is that of a route: all tiles are one. */
export function waitOfOpen({ address, seals = false }: OpenAddress, host: Limited): number {
  return waitFor(seals ? "sealing" : "open", address, host);
}

/** An address that needs no token. */
export interface OpenAddress {
  readonly address: string;
  /** Whether to answer may mean to seal what waits. */
  readonly seals?: boolean | undefined;
}
