/** Signing in and out, and what keeps strangers out: cookies, headers, the check of the origin. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { consoleOf, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

describe("signing in", () => {
  test("a visitor without a token is sent to the form, and from there to the page of their role", async () => {
    const visitor = Visitor.at(api);
    expect((await visitor.open("/console/today")).path).toBe("/console/sign-in");
    const page = await visitor.press("Đăng nhập", { "Mã đăng nhập": await api.token("procurator") });
    expect(page.path).toBe("/console/today");
    expect(page.text).toContain("procurator, Kiểm sát viên Cơ quan area");
  });

  test.each([
    ["auditor", "Trạng thái nhật ký"],
    ["agency-officer", "Phải trả lời"],
    ["court-officer", "Phải trả lời"],
    ["council-reader", "Hội đồng nhân dân"],
    ["administrator", "Cơ quan"],
  ])("the first page of %s is %s", async (subject, title) => {
    const { page } = await Visitor.signedIn(api, subject);
    expect(page.status).toBe(200);
    expect(page.html).toContain(`<h1>${title}</h1>`);
  });

  test("the cookie keeps the token from scripts, from other sites and from other paths", async () => {
    const response = await consoleOf(api).request("http://127.0.0.1/console/sign-in", {
      method: "POST",
      headers: { origin: "http://127.0.0.1", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token: await api.token("procurator") }).toString(),
    });
    expect(response.headers.get("set-cookie")).toMatch(/; Path=\/console; HttpOnly; SameSite=Strict$/);
  });

  test("an expired token is named so, and the form asks for a new one", async () => {
    const visitor = Visitor.at(api);
    await visitor.open("/console/sign-in");
    const expired = await api.token("procurator", { exp: Math.floor(Date.now() / 1000) - 3600 });
    const page = await visitor.press("Đăng nhập", { "Mã đăng nhập": expired });
    expect(page.status).toBe(401);
    expect(page.text).toContain("Mã đăng nhập đã hết hạn");
  });

  test("a text that is no token, and a login that the directory does not know, are refused", async () => {
    const visitor = Visitor.at(api);
    await visitor.open("/console/sign-in");
    expect((await visitor.press("Đăng nhập", { "Mã đăng nhập": "abc" })).text).toContain(
      "Mã đăng nhập không dùng được",
    );
    const page = await visitor.press("Đăng nhập", { "Mã đăng nhập": await api.token("nobody") });
    expect(page.status).toBe(403);
    expect(page.text).toContain("Tài khoản chưa có trong danh bạ");
  });

  test("a link to the sign-in leads on to pages of the console alone", async () => {
    const visitor = Visitor.at(api);
    await visitor.open("/console/sign-in?to=https://evil.test/console/");
    expect((await visitor.press("Đăng nhập", { "Mã đăng nhập": await api.token("auditor") })).path).toBe(
      "/console/log",
    );
  });

  test("signing out ends the visit", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    await visitor.press("đăng xuất");
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.open("/console/today")).path).toBe("/console/sign-in");
  });
});

describe("every page", () => {
  test("a page runs no script, may not be framed, and is not cached", async () => {
    const { headers } = await (await Visitor.signedIn(api, "procurator")).open("/console/today");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("a form that another site sends is refused", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: "https://evil.test", "content-type": "application/x-www-form-urlencoded" };
    const response = await consoleOf(api).request("http://127.0.0.1/console/judge/confirm", {
      method: "POST",
      headers,
      body: "step=record",
    });
    expect(response.status).toBe(403);
  });

  test("a page of another role is refused in words", async () => {
    const page = await (await Visitor.signedIn(api, "agency-officer")).open("/console/today");
    expect(page.status).toBe(403);
    expect(page.text).toContain("Bạn không có quyền làm việc này");
  });

  test("a page that does not exist says so", async () => {
    expect((await (await Visitor.signedIn(api, "procurator")).open("/console/nothing")).status).toBe(404);
  });
});
