/** The console: one server-rendered page for each task. The roots mount it beside the API. */

import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { entering, officePath } from "./sign-in/entering.ts";
import { homeOf } from "./frame/menu.ts";
import { chooseOffice, showOffices } from "./sign-in/office-page.tsx";
import { writePage } from "./frame/page.tsx";
import { Refused } from "./parts/refused.tsx";
import { acts, pages } from "./routes.ts";
import { securityHeaders, limitFormSize, refuseOtherSites, noStore } from "./security.ts";
import { showPage } from "./frame/show.tsx";
import { showSignIn, signIn, signInPath, signOut } from "./sign-in/sign-in.tsx";
import { style, stylePath } from "./frame/style.ts";
import type { ConsoleEnv, ConsoleParts } from "./frame/visit.ts";
import { faultWords, systemFault } from "./words/denials.ts";

export function makeConsole(parts: ConsoleParts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use("/console/*", securityHeaders, noStore, refuseOtherSites, limitFormSize);
  app.get(stylePath, (c) =>
    c.body(style, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" }),
  );
  app.get(signInPath, (c) => showSignIn(c, parts));
  app.post(signInPath, async (c) => signIn(c, parts));
  app.post("/console/sign-out", (c) => signOut(c));
  app.use("/console/*", entering(parts));
  app.get("/console", (c) => c.redirect(homeOf(c.var.visit.reader.acting.roles), 303));
  app.get(officePath, showOffices);
  app.post(officePath, async (c) => chooseOffice(c, parts));
  for (const { path, show } of pages) app.get(path, show);
  for (const { path, act } of acts) app.on(["GET", "POST"], path, act);
  app.all("/console/*", (c) =>
    showPage(c, {
      title: "Không có trang này",
      status: 404,
      children: <p>Kiểm tra lại địa chỉ, hoặc chọn trong danh sách ở đầu trang.</p>,
    }),
  );
  app.onError(async (fault, c) => {
    if (fault instanceof HTTPException) return fault.getResponse();
    const text = faultWords(fault);
    if (text === undefined) parts.report(fault);
    const page = await writePage({ title: "Chưa làm được", children: <Refused text={text ?? systemFault} /> });
    return c.html(page, text === undefined ? 500 : 503);
  });
  return app;
}
