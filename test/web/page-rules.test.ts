/** The rules of pages find what they are for: codes in the text and in words that are only spoken, and stray commands. */

import { describe, expect, test } from "vitest";
import { parseHtml } from "../kit/pages/html.ts";
import { brokenRules } from "../kit/pages/page-rules.ts";

function faultsIn(main: string): readonly string[] {
  const page = `<!doctype html><html lang="vi"><body><main><h1>Trang</h1>${main}</main></body></html>`;
  return brokenRules(page, parseHtml(page));
}

const code = "c8f8ed53";

describe("the beginning of an id", () => {
  test.each(["aria-label", "title", "alt", "placeholder"])("is no name in %s", (name) => {
    expect(faultsIn(`<p ${name}="từ hành vi ${code}">ở đây</p>`)).toEqual([`a code where a name is spoken: ${code}`]);
    expect(faultsIn(`<p ${name}="từ hành vi ngày 05/10/2026">ở đây</p>`)).toEqual([]);
  });

  test("is no spoken name either where it is folded away or marked as a code", () => {
    const folded = `<details><summary>Mã</summary><p class="code" title="${code}">${code}</p></details>`;
    expect(faultsIn(folded)).toEqual([`a code where a name is spoken: ${code}`]);
  });

  test("may stand in the text where it is folded away or marked as a code, and nowhere else", () => {
    expect(faultsIn(`<details><summary>Mã</summary><p>${code}</p></details><p class="code">${code}</p>`)).toEqual([]);
    expect(faultsIn(`<p>hành vi ${code}</p>`)).toEqual([`a code where a name belongs: ${code}`]);
  });
});

test("a command stands where it is run as printed, and nowhere else", () => {
  const line = "npm run -s verify -- http://127.0.0.1:8787";
  expect(faultsIn(`<pre class="command">${line}</pre>`)).toEqual([]);
  expect(faultsIn(`<p>Chạy <span class="code">${line}</span></p>`)).toEqual([`a command that no test runs: ${line}`]);
});
