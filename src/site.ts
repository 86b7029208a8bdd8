/** What one address serves: the console under /console, everything else is the API. */

import { Hono } from "hono";
import type { AppParts } from "./http/app.ts";
import { makeApp } from "./http/app.ts";
import { makeConsole } from "./web/console.tsx";

export function makeSite(parts: AppParts & { readonly development: boolean }): Hono {
  const site = new Hono();
  site.get("/", (c) => c.redirect("/console"));
  const pages = makeConsole(parts);
  site.all("/console", async (c) => pages.fetch(c.req.raw, c.env));
  site.all("/console/*", async (c) => pages.fetch(c.req.raw, c.env));
  site.route("/", makeApp(parts));
  return site;
}
