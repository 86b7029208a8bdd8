/** The site of one address: the console under /console, and the API everywhere else. */

import { Hono } from "hono";
import type { Env } from "./env.ts";
import type { AppParts } from "./http/app.ts";
import type { ConsoleParts } from "./web/frame/visit.ts";
import { makeApp } from "./http/app.ts";
import { TokenVerifier } from "./http/token-verifier.ts";
import { IssuerKeys, keySetAt } from "./http/issuer-keys.ts";
import { makeConsole } from "./web/console.tsx";

export function makeSite(parts: AppParts & Pick<ConsoleParts, "development" | "origins">): Hono {
  const site = new Hono();
  site.get("/", (c) => c.redirect("/console"));
  site.all("/", (c) => c.text("405", 405, { allow: "GET, HEAD" }));
  // One router, so that a request keeps its own context: on workerd that keeps its work going after the answer.
  site.route("/", makeConsole(parts));
  site.route("/", makeApp(parts));
  return site;
}

/** Makes the verifier of the tokens that this deployment's issuer signs. */
export function verifierOf(env: Env): TokenVerifier {
  const keys = new IssuerKeys(keySetAt(env.OIDC_JWKS_URL));
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, TOKEN_LONGEST_LIFE: longestLife } = env;
  return new TokenVerifier({ issuer, audience, longestLife, keys, now: () => Date.now() });
}
