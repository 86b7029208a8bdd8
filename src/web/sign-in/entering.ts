/** From a request to a visit: the token is verified, the office chosen, the head of the page filled. */

import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import { done, type Outcome } from "../../base/outcome.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { ownCheckpoint } from "../../service/sealing/own-checkpoint.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import type { Host } from "../../service/host.ts";
import { cachedLawStatus } from "../../service/streams/law-status-cache.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { readerOf } from "../../service/streams/reader.ts";
import type { TokenIdentity } from "../../service/streams/who.ts";
import { writePage } from "../frame/page.tsx";
import { refusalPage } from "../parts/refused.tsx";
import { signInAgain } from "./sign-in.tsx";
import { type ConsoleEnv, type ConsoleParts, readOffice, readToken, type Visit } from "../frame/visit.ts";

export const officePath = "/console/office";

/** entering gives every page behind the sign-in its visit, and returns the lent host when the page is written. */
export function entering(parts: ConsoleParts) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const work = enter(c, next, parts);
    parts.keepGoing?.(c, work);
    return work;
  });
}

async function enter(c: Context<ConsoleEnv>, next: Next, parts: ConsoleParts): Promise<Response | undefined> {
  const identity = await identityOf(c, parts);
  if (!identity.ok) return signInAgain(c, identity.refusal.code);
  const { host, end } = await parts.host(c);
  try {
    c.set("guest", { host, identity: identity.value });
    if (c.req.path !== officePath) {
      const visit = await visitOf(c, identity.value, host);
      if (!visit.ok) return await refuseVisit(c, visit.refusal);
      c.set("visit", visit.value);
    }
    await next();
    return undefined;
  } finally {
    await end();
  }
}

async function identityOf(
  c: Context,
  { tokens }: ConsoleParts,
): Promise<Outcome<TokenIdentity, { readonly code: string }>> {
  const token = readToken(c);
  return tokens.identify(new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` }));
}

async function visitOf(c: Context, identity: TokenIdentity, host: Host): Promise<Outcome<Visit, Refusal>> {
  const reader = await readerOf(identity, readOffice(c), host);
  if (!reader.ok) return reader;
  const { office, roles } = reader.value.acting;
  const { now } = await loadStates(() => [], host);
  const names = await namedOffices([office], host);
  const checkpoint = await ownCheckpoint(host);
  const standing = await cachedLawStatus(host);
  const bearings = {
    login: identity.subject,
    office: names.get(office)?.name ?? office,
    roles,
    asOf: now,
    size: checkpoint?.size ?? 0,
    otherEdition: standing.status === "other" ? standing : undefined,
  };
  return done({ host, identity, office, reader: reader.value, now, bearings });
}

async function refuseVisit(c: Context, refusal: Refusal): Promise<Response> {
  if (refusal.code === "office-needed" || refusal.code === "office-not-yours") return c.redirect(officePath, 303);
  return c.html(await writePage({ title: "Không vào được", children: refusalPage(refusal) }), 403);
}
