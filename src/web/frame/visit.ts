/** A visit: the token in one cookie names the person, the other cookie the office for which they act today. */

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

/** The verifier of bearer tokens, the same as the API's. */
interface Tokens {
  identify(headers: Headers): Promise<Outcome<TokenIdentity, { readonly code: string }>>;
}

export interface ConsoleParts {
  readonly host: (c: Context) => LentHost | Promise<LentHost>;
  readonly tokens: Tokens;
  /** True on a developer's loopback only: cookies go without Secure, and the sign-in says where the token files are. */
  readonly development: boolean;
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
  readonly bearings: Bearings;
}

/** A person with a valid token whose office is not chosen yet. */
interface Guest {
  readonly host: Host;
  readonly identity: TokenIdentity;
}

export interface ConsoleEnv {
  // Hono gives this member its name.
  Variables: { guest: Guest; visit: Visit };
}
export type ConsoleContext = Context<ConsoleEnv>;

const tokenCookie = "minh-chung-token";
const officeCookie = "minh-chung-office";

/** A cookie holds 4096 bytes together with its name and attributes, which take fewer than 300. */
export const longestToken = 3800;

export function readToken(c: Context): string | undefined {
  return getCookie(c, tokenCookie);
}

export function readOffice(c: Context): OfficeId | undefined {
  return parseId<OfficeId>(getCookie(c, officeCookie));
}

/** Keeps the token in a cookie that scripts and other sites cannot read, and that is sent to the console only. */
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
