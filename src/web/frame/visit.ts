/** Who is here: the token in the cookie says which person, the other cookie for which of their offices they act today. */

import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Instant } from "../../base/day.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { Host } from "../../service/host.ts";
import type { LentHost } from "../../service/lent-host.ts";
import type { Reader } from "../../service/streams/reader.ts";
import type { TokenIdentity } from "../../service/streams/who.ts";
import type { Bearings } from "./page.tsx";

/** A verifier of bearer tokens, as the API has it. */
interface Tokens {
  identify(headers: Headers): Promise<Outcome<TokenIdentity, { readonly code: string }>>;
}

export interface ConsoleParts {
  readonly host: (c: Context) => LentHost | Promise<LentHost>;
  readonly tokens: Tokens;
  /** Cookies without Secure, and where the token files are: on the loopback of a developer only. */
  readonly development: boolean;
  /** Lets work go on when its client has left: an act that was begun is recorded, sealed and remembered. */
  readonly keepGoing?: (c: Context, work: Promise<unknown>) => void;
  /** A fault that the person was only told of: for the operator's eyes. */
  readonly report: (fault: unknown) => void;
}

export interface Visit {
  readonly host: Host;
  readonly identity: TokenIdentity;
  readonly office: OfficeId;
  readonly reader: Reader;
  readonly now: Instant;
  readonly bearings: Bearings;
}

/** Somebody with a valid token, before it is known for which office they act. */
interface Guest {
  readonly host: Host;
  readonly identity: TokenIdentity;
}

export interface ConsoleEnv {
  // The name is Hono's.
  Variables: { guest: Guest; visit: Visit };
}
export type ConsoleContext = Context<ConsoleEnv>;

const tokenCookie = "minh-chung-token";
const officeCookie = "minh-chung-office";

/** A cookie holds 4096 bytes with its name and attributes. */
export const longestToken = 3800;

export function readToken(c: Context): string | undefined {
  return getCookie(c, tokenCookie);
}

export function readOffice(c: Context): OfficeId | undefined {
  return parseId<OfficeId>(getCookie(c, officeCookie));
}

/** Neither scripts nor other sites see it; it goes to the console only. */
export function keepToken(c: Context, token: string, parts: Pick<ConsoleParts, "development">): void {
  setCookie(c, tokenCookie, token, cookieRules(parts));
}

export function keepOffice(c: Context, office: OfficeId, parts: Pick<ConsoleParts, "development">): void {
  setCookie(c, officeCookie, office, cookieRules(parts));
}

export function forget(c: Context): void {
  deleteCookie(c, tokenCookie, { path });
  deleteCookie(c, officeCookie, { path });
}

const path = "/console";

function cookieRules({ development }: Pick<ConsoleParts, "development">) {
  return { httpOnly: true, sameSite: "Strict", path, secure: !development } as const;
}
