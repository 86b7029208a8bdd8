/** The frame of every page: who, which office, as of when, the log's size. It needs no script and no mouse. */

import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Instant } from "../../base/day.ts";
import type { Role } from "../../domain/event.ts";
import type { LawStatus } from "../../domain/editions/law-status.ts";
import { formatInstant } from "../parts/day-text.ts";
import { Signs } from "../parts/mark.tsx";
import { homeOf, isWithin, menuOf } from "./menu.ts";
import { RecordedEntries, type Run } from "./recorded-entries.tsx";
import { stylePath } from "../style/sheet.ts";
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
        <Signs />
        <header class="bar">
          {bearings === undefined ? <span class="wordmark">Minh Chứng</span> : <Bar bearings={bearings} />}
        </header>
        {bearings === undefined ? undefined : <AsOf bearings={bearings} />}
        <div class={bearings === undefined ? "frame alone" : "frame"}>
          {bearings === undefined ? undefined : <Rail roles={bearings.roles} path={path} />}
          <main id="main" tabindex={-1}>
            {bearings === undefined ? undefined : <Tabs roles={bearings.roles} path={path} />}
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
        </div>
        <footer>
          Nhật ký chỉ ghi thêm, không sửa, không xóa. Ai cũng có thể tự kiểm tra, không cần tin máy chủ này
          {bearings === undefined ? (
            "."
          ) : (
            <>
              : <a href="/console/log">tự kiểm tra</a>. <a href="/console/law/rules">Quy tắc</a> và{" "}
              <a href="/console/law/calendars">lịch ngày nghỉ</a> đang dùng.
            </>
          )}
        </footer>
      </body>
    </html>
  );
}

function Bar({ bearings: { login, office, roles } }: { readonly bearings: Bearings }) {
  return (
    <>
      <a class="wordmark" href={homeOf(roles)}>
        Minh Chứng
      </a>
      <p class="person">
        <b>
          {login}, {roles.map((role) => roleWords[role]).join(", ")}
        </b>{" "}
        {office}
      </p>
      <div class="leave">
        <a href="/console/office">đổi cơ quan</a>
        <form method="post" action="/console/sign-out">
          <button class="plain" type="submit">
            đăng xuất
          </button>
        </form>
      </div>
    </>
  );
}

function AsOf({ bearings: { asOf, size } }: { readonly bearings: Bearings }) {
  return (
    <p class="as-of">
      <span>
        Tính đến <b>{formatInstant(asOf)}</b>
      </span>{" "}
      <span>
        Nhật ký <b>{size.toLocaleString("vi-VN")}</b> mục
      </span>{" "}
      <a href="/console/log">trạng thái nhật ký</a>
    </p>
  );
}

interface NavParts {
  readonly roles: readonly Role[];
  readonly path: string | undefined;
}

function Rail({ roles, path }: NavParts) {
  return (
    <nav class="rail" aria-label="Trang">
      <ul>
        {menuOf(roles).map((item) => (
          <li>
            <a href={item.path} {...current(isWithin(item, path))}>
              {item.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The lists that share one place of the rail, above each of them. */
function Tabs({ roles, path }: NavParts) {
  const { tabs } = menuOf(roles).find((item) => isWithin(item, path)) ?? {};
  if (tabs === undefined) return undefined;
  return (
    <nav class="tabs" aria-label="Danh sách">
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.path} {...current(tab.path === path)}>
              {tab.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function current(isCurrent: boolean): { readonly "aria-current"?: "page" } {
  return isCurrent ? { "aria-current": "page" } : {};
}
