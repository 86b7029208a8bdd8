/** Rules for browsers: no scripts, no frames, forms to this origin only; no page is kept. */

import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";

export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  // "no-referrer" would send forms with "Origin: null", which the check of the origin refuses.
  referrerPolicy: "same-origin",
});

export const noStore = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
});
