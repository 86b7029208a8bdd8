/** Signing in: the person pastes a token of the issuer, and a cookie that only this console sees keeps it; signing out deletes it. */

import type { Context } from "hono";
import { fieldId, fillingOf, Hidden, TextArea } from "../form/fields.tsx";
import { filled, noValues, parseForm } from "../form/form-values.ts";
import { writePage } from "../frame/page.tsx";
import { Refused } from "../parts/refused.tsx";
import { type ConsoleContext, type ConsoleParts, forget, keepToken, longestToken } from "../frame/visit.ts";
import { type ScreenText, tokenWords } from "../words/denials.ts";

export const signInPath = "/console/sign-in";
export const signOutPath = "/console/sign-out";

/** Redirects to the sign-in, with the reason and with the page to come back to. */
export function signInAgain(c: Context, code: string): Response {
  const to = c.req.method === "GET" ? `&to=${encodeURIComponent(c.req.path)}` : "";
  return c.redirect(`${signInPath}?why=${encodeURIComponent(code)}${to}`, 303);
}

export async function showSignIn(c: Context, parts: ConsoleParts): Promise<Response> {
  const why = c.req.query("why");
  const text = why === undefined || why === "token-missing" ? undefined : tokenWords(why);
  return signInPage(c, parts, { text, to: c.req.query("to") });
}

export async function signIn(c: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const values = parseForm(c.req.header("content-type"), c.var.sent) ?? noValues;
  const to = filled(values, "to");
  const token = filled(values, "token")?.replace(/^bearer\s+/i, "");
  if (token === undefined) return signInPage(c, parts, { text: nothingPasted, to });
  if (token.length > longestToken || !/^[A-Za-z0-9._-]+$/.test(token))
    return signInPage(c, parts, { text: tokenWords("token-invalid"), to });
  const identity = await parts.tokens.identify(new Headers({ authorization: `Bearer ${token}` }));
  if (!identity.ok) return signInPage(c, parts, { text: tokenWords(identity.refusal.code), to });
  keepToken(c, token, parts);
  return c.redirect(isOurs(to) ? to : "/console", 303);
}

export function signOut(c: Context, parts: ConsoleParts): Response {
  forget(c, parts);
  return c.redirect(signInPath, 303);
}

/** Anybody can write a link to the sign-in: `to` may lead only to a page of this console. */
function isOurs(to: string | undefined): to is string {
  return to !== undefined && /^\/console\/[a-z0-9/-]*$/.test(to) && !to.startsWith(signInPath);
}

interface SignInState {
  readonly text: ScreenText | undefined;
  readonly to: string | undefined;
}

async function signInPage(c: Context, { development }: ConsoleParts, { text, to }: SignInState): Promise<Response> {
  const filling = fillingOf(noValues, new Map(text === undefined ? [] : [["token", text.vi]]));
  const hint = development
    ? "Bản phát triển: dán nội dung một tệp .dev/tokens/<vai trò> trên máy này."
    : "Dán mã (JWT) do hệ thống định danh của cơ quan cấp.";
  const children = (
    <>
      {text === undefined ? undefined : (
        <Refused text={text} fields={[{ label: "Mã đăng nhập", wrong: text.vi, link: `#${fieldId("token")}` }]} />
      )}
      <form method="post" action={signInPath}>
        {isOurs(to) ? <Hidden name="to" value={to} /> : undefined}
        <TextArea name="token" label="Mã đăng nhập" hint={hint} filling={filling} spell={false} />
        <p class="actions">
          <button class="act" type="submit">
            Đăng nhập
          </button>
        </p>
      </form>
      <p>Mã chỉ được giữ trong cookie của trình duyệt này, đến khi đăng xuất hoặc hết hạn.</p>
    </>
  );
  return c.html(await writePage({ title: "Đăng nhập", children }), text === undefined ? 200 : 401);
}

const nothingPasted: ScreenText = {
  vi: "Chưa dán mã đăng nhập",
  en: "No token was pasted",
  todo: "Dán mã rồi bấm Đăng nhập.",
};
