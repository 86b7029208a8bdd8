/** The frame of every page: who, which office, as of when, the log's size. It needs no script and no mouse. */

import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Instant } from "../../base/day.ts";
import type { Role } from "../../domain/event.ts";
import type { LawStatus } from "../../domain/editions/law-status.ts";
import { formatInstant } from "../parts/day-text.ts";
import { menuOf } from "./menu.ts";
import { RecordedEntries, type Run } from "./recorded-entries.tsx";
import { stylePath } from "./style.ts";
import { stoppedWords } from "../words/denials.ts";
import { otherEditionWords } from "../words/law.ts";
import { roleWords } from "../words/roles.ts";

/** The head of a page: the visitor, their office and roles, and the log as of now. */
export interface Bearings {
  readonly login: string;
  readonly office: string;
  readonly roles: readonly Role[];
  readonly asOf: Instant;
  readonly size: number;
  /** Why nothing is recorded now, as /health says it. */
  readonly stopped?: string | undefined;
  /** The status of the law, when this server applies another edition than the one that counts. */
  readonly otherEdition?: LawStatus | undefined;
}

interface PageParts {
  readonly title: string;
  /** Absent on the pages before the sign-in. */
  readonly bearings?: Bearings | undefined;
  /** The path of this page, which the menu marks. */
  readonly path?: string | undefined;
  /** The entries of what was just recorded. */
  readonly recorded?: readonly Run[] | undefined;
  readonly children: Child;
}

export async function writePage(parts: PageParts): Promise<string> {
  return html`<!doctype html>${<Page {...parts} />}`;
}

function Page({ title, bearings, path, recorded, children }: PageParts) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title} · Minh Chứng</title>
        <link rel="stylesheet" href={stylePath} />
      </head>
      <body>
        <a class="skip" href="#main">
          Tới nội dung
        </a>
        <header class="bar">
          {bearings === undefined ? <p>Minh Chứng</p> : <Bar bearings={bearings} path={path} />}
        </header>
        <main id="main" tabindex={-1}>
          <h1>{title}</h1>
          {bearings?.stopped === undefined ? undefined : (
            <p class="notice" role="alert">
              {stoppedWords(bearings.stopped)} <a href="/console/log">Xem trạng thái nhật ký</a>.
            </p>
          )}
          {bearings?.otherEdition === undefined ? undefined : (
            <p class="notice" role="alert">
              {otherEditionWords(bearings.otherEdition)} <a href="/console/law">Xem các bộ quy tắc</a>.
            </p>
          )}
          {recorded === undefined ? undefined : <RecordedEntries runs={recorded} />}
          {children}
        </main>
        <footer>
          <p>
            Nhật ký chỉ ghi thêm. Ai cũng có thể tự kiểm tra, không cần tin máy chủ này
            {bearings === undefined ? (
              "."
            ) : (
              <>
                : xem <a href="/console/log">Trạng thái nhật ký</a>.
              </>
            )}
          </p>
        </footer>
      </body>
    </html>
  );
}

function Bar({ bearings, path }: { readonly bearings: Bearings; readonly path: string | undefined }) {
  const { login, office, roles, asOf, size } = bearings;
  return (
    <>
      <div>
        <strong>Minh Chứng</strong> · {login} · {office} · {roles.map((role) => roleWords[role]).join(", ")} ·{" "}
        <a href="/console/office">đổi cơ quan</a> ·{" "}
        <form method="post" action="/console/sign-out">
          <button class="plain" type="submit">
            đăng xuất
          </button>
        </form>
      </div>
      <p>
        Tính đến {formatInstant(asOf)} · nhật ký có {size} mục · <a href="/console/log">trạng thái nhật ký</a>
      </p>
      <nav aria-label="Trang">
        <ul>
          {menuOf(roles).map((item) => (
            <li>
              <a href={item.path} {...(item.path === path ? { "aria-current": "page" } : {})}>
                {item.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
