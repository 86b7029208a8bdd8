/** What one address serves: the console under /console, everything else is the API. */

import { Hono } from "hono";
import type { Env } from "./env.ts";
import type { AppParts } from "./http/app.ts";
import { makeApp } from "./http/app.ts";
import { TokenVerifier } from "./http/token-verifier.ts";
import { IssuerKeys, keySetAt } from "./http/issuer-keys.ts";
import { makeConsole } from "./web/console.tsx";

export function makeSite(parts: AppParts & { readonly development: boolean }): Hono {
  const site = new Hono();
  site.get("/", (c) => c.redirect("/console"));
  // Joined, not asked in turn: on workerd a request's own context keeps its work going.
  site.route("/", makeConsole(parts));
  site.route("/", makeApp(parts));
  return site;
}

/** Of the tokens that this deployment's issuer signs. */
export function verifierOf(env: Env): TokenVerifier {
  const keys = new IssuerKeys(keySetAt(env.OIDC_JWKS_URL));
  return new TokenVerifier({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, keys, now: () => Date.now() });
}
