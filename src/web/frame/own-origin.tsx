/**
 * The origins under which browsers know this console. A form is taken from a page of it alone, so that no other site acts in
 * the name of who is signed in; and a page is shown under a name of ours alone, so that no foreign name leads here (DNS
 * rebinding). A proxy may end TLS: what the browser calls https arrives as http, and only a setting can know that.
 */

import type { Context, Next } from "hono";
import { createMiddleware } from "hono/factory";
import { writePage } from "./page.tsx";
import type { ConsoleParts } from "./visit.ts";

/** Returns the origin under which the browser sees this console. */
export function publicOrigin(c: Context, { origins }: Pick<ConsoleParts, "origins">): string {
  const here = new URL(c.req.url);
  return origins?.find((origin) => new URL(origin).host === here.host) ?? here.origin;
}

export function refuseForeign(parts: Pick<ConsoleParts, "origins">) {
  return createMiddleware(async (c: Context, next: Next) => {
    const own = parts.origins ?? [new URL(c.req.url).origin];
    if (isNamed(c, own) && (c.req.method !== "POST" || isFromHere(c, own))) return next();
    return c.html(await foreignPage(own), 403);
  });
}

function isNamed(c: Context, own: readonly string[]): boolean {
  const { host } = new URL(c.req.url);
  return own.some((origin) => new URL(origin).host === host);
}

/** Browsers send Origin with each form, and most of them Sec-Fetch-Site too: one must be there, and none may differ. */
function isFromHere(c: Context, own: readonly string[]): boolean {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  if (origin === undefined && site === undefined) return false;
  return (origin === undefined || own.includes(origin)) && (site === undefined || site === "same-origin");
}

async function foreignPage(own: readonly string[]): Promise<string> {
  return writePage({
    title: "Địa chỉ này không phải của trang",
    children: (
      <section class="refused" role="alert" aria-labelledby="refused">
        <h2 id="refused">✗ Yêu cầu đến từ địa chỉ khác</h2>
        <p lang="en">The request names another address than that of this console.</p>
        {own.length === 0 ? (
          <p>
            Người vận hành chưa đặt địa chỉ công khai: biến <span class="code">PUBLIC_ORIGINS</span>.{" "}
            <span lang="en">The operator has not set PUBLIC_ORIGINS.</span>
          </p>
        ) : (
          <p>
            Mở trang tại <span lang="en">· open it at</span>{" "}
            {own.map((origin) => (
              <>
                <a href={`${origin}/console`}>{origin}</a>{" "}
              </>
            ))}
            rồi làm lại. Người vận hành đặt địa chỉ này ở biến <span class="code">PUBLIC_ORIGINS</span>.
          </p>
        )}
      </section>
    ),
  });
}
