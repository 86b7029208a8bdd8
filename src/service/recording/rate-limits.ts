/**
 * The rate limits, in one table. They keep one client from taking the whole of a process, which records some 3,000
 * commands a second; none stands in the way of a backlog, for a bulk of 10,000 lines is one request.
 */

import type { Acting } from "../../domain/command.ts";
import type { Host, ProcessCache } from "../host.ts";
import type { RateLimit } from "./rate-limiter.ts";

const rateLimits = {
  /** Commands of one person: faster than anybody types, enough for a program that sends act by act. */
  person: { burst: 120, perSecond: 40 },
  /** Commands for one office, by all its persons: five who send at their full rate. */
  office: { burst: 600, perSecond: 200 },
  /** Reads of one person: twice the commands, since a client looks at a file before and after it records on it. */
  reader: { burst: 240, perSecond: 80 },
} as const satisfies Readonly<Record<string, RateLimit>>;

interface Limited extends Pick<Host, "clock"> {
  readonly cache: Pick<ProcessCache, "rateLimiter">;
}

/** Counts a command, and returns 0; or the seconds until one is allowed. */
export function waitToRecord({ person, office }: Acting, { cache: { rateLimiter }, clock }: Limited): number {
  const now = clock();
  return (
    rateLimiter.take(`person/${person}`, rateLimits.person, now) ||
    rateLimiter.take(`office/${office}`, rateLimits.office, now)
  );
}

/** Counts a read, and returns 0; or the seconds until one is allowed. */
export function waitToRead({ person }: Pick<Acting, "person">, { cache: { rateLimiter }, clock }: Limited): number {
  return rateLimiter.take(`reader/${person}`, rateLimits.reader, clock());
}
