/** Pages as responses. Browsers and proxies keep none of them, because each shows what this person may see at this moment. */

import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal, RefusalCode } from "../../domain/refusal.ts";
import { writePage } from "./page.tsx";
import { parseRuns } from "./recorded-entries.tsx";
import { refusalPage } from "../parts/refused.tsx";
import type { ConsoleContext } from "./visit.ts";

interface Shown {
  readonly title: string;
  readonly children: Child;
  readonly status?: ContentfulStatusCode;
}

export async function showPage(c: ConsoleContext, { title, children, status = 200 }: Shown): Promise<Response> {
  const { bearings } = c.var.visit;
  const page = await writePage({
    title,
    bearings,
    path: c.req.path,
    recorded: parseRuns(c.req.query("recorded")),
    children,
  });
  return c.html(page, status);
}

/** showRefusal answers when a page does not exist or is not for this person. */
export async function showRefusal(c: ConsoleContext, refusal: Refusal): Promise<Response> {
  return showPage(c, { title: "Không xem được", status: refusalStatus(refusal.code), children: refusalPage(refusal) });
}

function refusalStatus(code: RefusalCode): 403 | 404 | 422 {
  if (code === "not-permitted" || code === "not-registered") return 403;
  return code.startsWith("unknown-") ? 404 : 422;
}
