/** A visit: the token in one cookie names the person, the other cookie the office for which they act today. */

import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Instant } from "../../base/day.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Host } from "../../service/host.ts";
import type { Lender, LentHost } from "../../service/lent-host.ts";
import type { Reader } from "../../service/streams/reader.ts";
import type { TokenIdentity } from "../../service/streams/who.ts";
import type { Bearings } from "./page.tsx";

/** The verifier of bearer tokens, the same as the API's. */
interface Tokens {
  identify(headers: Headers): Promise<Outcome<TokenIdentity, { readonly code: string }>>;
}

export interface ConsoleParts {
  readonly host: (c: Context) => LentHost | Promise<LentHost>;
  readonly tokens: Tokens;
  /** True on a developer's loopback only: cookies go without Secure, and the sign-in says where the token files are. */
  readonly development: boolean;
  /** The origins under which browsers know this console (PUBLIC_ORIGINS). Left out: the one that a request names. */
  readonly origins?: readonly string[] | undefined;
  /** Lets work outlive its client, so that an act that was begun is recorded, sealed and kept in the signer's memory. */
  readonly keepGoing?: (c: Context, work: Promise<unknown>) => void;
  /** Tells the operator the fault behind a page that only says "Lỗi của hệ thống". */
  readonly report: (fault: unknown) => void;
}

export interface Visit {
  readonly host: Host;
  readonly identity: TokenIdentity;
  readonly office: OfficeId;
  readonly reader: Reader;
  readonly now: Instant;
  /** Lends a host anew to what goes on after the answer began: an export. */
  readonly lender: Lender;
  readonly bearings: Bearings;
  /** The origin under which the browser sees this console: for addresses that are shown. */
  readonly origin: string;
  /** As in ConsoleParts: whether the reader sits at the machine on which `npm start` runs. */
  readonly development: boolean;
}

/** A person with a valid token whose office is not chosen yet. */
interface Guest {
  readonly host: Host;
  readonly identity: TokenIdentity;
}

export interface ConsoleEnv {
  // Hono gives this member its name.
  Variables: { guest: Guest; visit: Visit; sent: Uint8Array | undefined; command: CommandName | undefined };
}
export type ConsoleContext = Context<ConsoleEnv>;

/** A cookie holds 4096 bytes together with its name and attributes, which take fewer than 300. */
export const longestToken = 3800;

type Mode = Pick<ConsoleParts, "development">;

export function readToken(c: Context, mode: Mode): string | undefined {
  return getCookie(c, nameOf("token", mode));
}

export function readOffice(c: Context, mode: Mode): OfficeId | undefined {
  return parseId<OfficeId>(getCookie(c, nameOf("office", mode)));
}

/** Keeps the token in a cookie that scripts and other sites cannot read. */
export function keepToken(c: Context, token: string, mode: Mode): void {
  setCookie(c, nameOf("token", mode), token, cookieRules(mode));
}

export function keepOffice(c: Context, office: OfficeId, mode: Mode): void {
  setCookie(c, nameOf("office", mode), office, cookieRules(mode));
}

export function forget(c: Context, mode: Mode): void {
  deleteCookie(c, nameOf("token", mode), cookieRules(mode));
  deleteCookie(c, nameOf("office", mode), cookieRules(mode));
}

/**
 * The browser takes a cookie of a name in __Host- from this host alone, over TLS alone: no sibling of its domain can plant one
 * (RFC 6265bis §4.1.3.2). It demands the path "/"; a developer's loopback has no TLS, and so another name.
 */
function nameOf(what: "token" | "office", { development }: Mode): string {
  return `${development ? "" : "__Host-"}minh-chung-${what}`;
}

function cookieRules({ development }: Mode) {
  return { httpOnly: true, sameSite: "Strict", path: development ? "/console" : "/", secure: !development } as const;
}
