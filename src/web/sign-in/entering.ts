/**
 * From a request to a visit: the token is verified, the person admitted, what they sent is read, and only then a host is
 * borrowed for the page: the office is chosen, the head of the page filled.
 */

import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import { done, type Outcome } from "../../base/outcome.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { newestSize, oldKey } from "../../service/sealing/own-checkpoint.ts";
import {
  admit,
  admitAnybody,
  admitLogin,
  inShare,
  type Asking,
  type NotAdmitted,
} from "../../service/admitting/admission.ts";
import { type Lender, lending } from "../../service/lent-host.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import type { Host } from "../../service/host.ts";
import { cachedLawStatus } from "../../service/streams/law-status-cache.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { lookingHost } from "../../service/streams/look.ts";
import { readerOf } from "../../service/streams/reader.ts";
import type { TokenIdentity } from "../../service/streams/who.ts";
import { publicOrigin } from "../frame/own-origin.tsx";
import { type ConsoleEnv, type ConsoleParts, readOffice, readToken, type Visit } from "../frame/visit.ts";
import { refuseEntry, refuseVisit } from "./refused-entry.tsx";
import { takeForm } from "./sent-form.tsx";
import { signInAgain } from "./sign-in.tsx";

interface PageRules {
  /** The command that the page's form records: the form of a person who may nowhere do it is not read. */
  readonly command?: CommandName;
  /** The page on which a person who is signed in says for which office they act. */
  readonly choosesOffice?: true;
}

/** Lets everybody in, as often as the address bears it: the pages before the sign-in. */
export function openly(parts: ConsoleParts, address: string) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const admitted = await lending(lenderOf(c, parts), async (host) => admitAnybody({ address }, host));
    if (!admitted.ok) return refuseEntry(c, admitted.refusal);
    const unread = await takeForm(c);
    if (unread === undefined) await next();
    return unread;
  });
}

/** Gives a page behind the sign-in its visit, and returns the lent host when the page is written. */
export function entering(parts: ConsoleParts, rules: PageRules = {}) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const work = enter({ c, next, parts, rules });
    parts.keepGoing?.(c, work);
    return work;
  });
}

interface Entry {
  readonly c: Context<ConsoleEnv>;
  readonly next: Next;
  readonly parts: ConsoleParts;
  readonly rules: PageRules;
}

async function enter(entry: Entry): Promise<Response | undefined> {
  const { c, parts, rules } = entry;
  const identity = await identityOf(c, parts);
  if (!identity.ok) return signInAgain(c, identity.refusal.code);
  const lender = lenderOf(c, parts);
  const asking = askingOf(identity.value, entry);
  if (asking.does === "record") {
    const admitted = await lending(lender, async (host) => admitTo(rules, asking, host));
    if (!admitted.ok) return refuseEntry(c, admitted.refusal);
    const unread = await takeForm(c);
    if (unread !== undefined) return unread;
  }
  const { pathname, search } = new URL(c.req.url);
  const show = async (lent: Host) => {
    const { host, noteLooks } = lookingHost(lent, `${c.req.method} ${pathname}${search}`);
    const admitted = asking.does === "record" ? done(undefined) : await admitTo(rules, asking, host);
    if (!admitted.ok) return refuseEntry(c, admitted.refusal);
    const refused = await showTo(asking, host, entry);
    await noteLooks();
    return refused;
  };
  return lending(lender, async (host) => {
    if (asking.does === "record") return show(host);
    const shown = await inShare({ identity: identity.value, of: "reads", host }, async () => show(host));
    return shown.ok ? shown.value : refuseEntry(c, shown.refusal);
  });
}

function lenderOf(c: Context, { host, report }: ConsoleParts): Lender {
  return { lend: () => host(c), report };
}

function askingOf(identity: TokenIdentity, { c, parts, rules: { command, choosesOffice } }: Entry): Asking {
  const isForm = c.req.method === "POST" && (command !== undefined || choosesOffice === true);
  const permissions = isForm && command !== undefined ? [command] : [];
  return { identity, office: readOffice(c, parts), does: isForm ? "record" : "read", permissions };
}

async function admitTo(rules: PageRules, asking: Asking, host: Host): Promise<Outcome<unknown, NotAdmitted>> {
  return rules.choosesOffice === true ? admitLogin(asking, host) : admit(asking, host);
}

async function showTo({ identity }: Asking, host: Host, entry: Entry): Promise<Response | undefined> {
  const { c, next, parts, rules } = entry;
  c.set("guest", { host, identity });
  c.set("command", rules.command);
  if (rules.choosesOffice !== true) {
    const visit = await visitOf(c, { identity, host, parts });
    if (!visit.ok) return refuseVisit(c, visit.refusal);
    c.set("visit", visit.value);
  }
  await next();
  return undefined;
}

async function identityOf(c: Context, parts: ConsoleParts): Promise<Outcome<TokenIdentity, { readonly code: string }>> {
  const token = readToken(c, parts);
  return parts.tokens.identify(new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` }));
}

interface Visiting {
  readonly identity: TokenIdentity;
  readonly host: Host;
  readonly parts: ConsoleParts;
}

async function visitOf(c: Context, { identity, host, parts }: Visiting): Promise<Outcome<Visit, Refusal>> {
  const reader = await readerOf(identity, readOffice(c, parts), host);
  if (!reader.ok) return reader;
  const { office, roles } = reader.value.acting;
  const { now, stopped } = await loadStates(() => [], host);
  const names = await namedOffices([office], host);
  const newest = await newestSize(host);
  const standing = await cachedLawStatus(host);
  const bearings = {
    login: identity.subject,
    office: names.get(office)?.name ?? office,
    roles,
    asOf: now,
    size: newest?.size ?? 0,
    stopped: stopped ?? (newest?.isOther === true ? oldKey : undefined),
    otherEdition: standing.status === "other" ? standing : undefined,
  };
  const origin = publicOrigin(c, parts);
  const { development } = parts;
  const lender = lenderOf(c, parts);
  return done({ host, identity, office, reader: reader.value, now, lender, bearings, origin, development });
}
