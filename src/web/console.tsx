/** The console: one server-rendered page for each task. The roots mount it beside the API. */

import { Hono } from "hono";
import { refuseForeign } from "./frame/own-origin.tsx";
import { entering, openly } from "./sign-in/entering.ts";
import { officePath } from "./sign-in/office-path.ts";
import { homeOf } from "./frame/menu.ts";
import { chooseOffice, showOffices } from "./sign-in/office-page.tsx";
import { writePage } from "./frame/page.tsx";
import { Refused } from "./parts/refused.tsx";
import { acts, pages } from "./routes.ts";
import { noStore, securityHeaders } from "./security.ts";
import { withFilters } from "./frame/asked-query.tsx";
import { showPage } from "./frame/show.tsx";
import { showSignIn, signIn, signInPath, signOut, signOutPath } from "./sign-in/sign-in.tsx";
import { style, stylePath } from "./style/sheet.ts";
import type { ConsoleEnv, ConsoleParts } from "./frame/visit.ts";
import { faultWords, systemFault } from "./words/denials.ts";

/** Paths in the order in which requests find them, each with what is said of it when a request comes by another method. */
function methodsOfPages(): readonly (readonly [path: string, allow: string])[] {
  const [shown, filled] = ["GET, HEAD", "GET, HEAD, POST"];
  return [
    [stylePath, shown],
    [signOutPath, "POST"],
    ["/console", shown],
    ...[signInPath, officePath, ...acts.map(({ path }) => path)].map((path) => [path, filled] as const),
    ...pages.map(({ path }) => [path, shown] as const),
  ];
}

export function makeConsole(parts: ConsoleParts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.use("/console/*", securityHeaders, noStore, refuseForeign(parts));
  app.get(stylePath, (c) =>
    c.body(style, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" }),
  );
  app.get(signInPath, openly(parts, signInPath), async (c) => showSignIn(c, parts));
  app.post(signInPath, openly(parts, signInPath), async (c) => signIn(c, parts));
  app.post(signOutPath, (c) => signOut(c, parts));
  app.get("/console", entering(parts), (c) => c.redirect(homeOf(c.var.visit.reader.acting.roles), 303));
  const choosing = entering(parts, { choosesOffice: true });
  app.get(officePath, choosing, async (c) => showOffices(c, parts));
  app.post(officePath, choosing, (c) => chooseOffice(c, parts));
  for (const { path, show } of pages) app.get(path, entering(parts), withFilters(path, show));
  for (const { path, command, act } of acts) app.on(["GET", "POST"], path, entering(parts, { command }), act);
  for (const [path, allow] of methodsOfPages()) app.all(path, (c) => c.text("405", 405, { allow }));
  app.all("/console/*", entering(parts), async (c) =>
    showPage(c, {
      title: "Không có trang này",
      status: 404,
      children: <p>Kiểm tra lại địa chỉ, hoặc chọn trong danh sách ở đầu trang.</p>,
    }),
  );
  app.onError(async (fault, c) => {
    const text = faultWords(fault);
    if (text === undefined) parts.report(fault);
    const page = await writePage({ title: "Chưa làm được", children: <Refused text={text ?? systemFault} /> });
    return c.html(page, text === undefined ? 500 : 503);
  });
  return app;
}
