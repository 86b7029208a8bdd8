/** An administrator keeps the directory at the console: people, roles, keys, offices, and what takes a second administrator. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../../kit/api/api.ts";
import { settleOffices } from "../../kit/api/office-world.ts";
import { Visitor } from "../../kit/pages/visitor.ts";

let api: Api;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
  first = await Visitor.signedIn(api, "administrator");
  second = await Visitor.signedIn(api, "second-administrator");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const preview = "Xem trước điều sẽ ghi";

describe("a person", () => {
  test("is registered by the code of the sign-in, gets a role, and works with it until it ends", async () => {
    await first.open("/console/people");
    await first.follow("Thêm người dùng");
    expect((await first.press(preview, { "Họ tên": "Lê Thị Mới" })).text).toContain("Mã người dùng: chưa ghi");
    await first.press(preview, { "Họ tên": "Lê Thị Mới", "Mã người dùng": "new-officer" });
    await first.press("Thêm người dùng, ghi vào nhật ký");
    expect(first.page.text).toContain("Đã ghi và khóa sổ");
    expect(first.page.html).toContain("<h1>Lê Thị Mới</h1>");

    await first.follow("Cấp vai trò");
    const role = { "Vai trò": "Công chức cơ quan thi hành án dân sự", "Cơ quan": "Cơ quan agency" };
    await first.press(preview, role);
    await first.press("Cấp vai trò, ghi vào nhật ký");
    const officer = await Visitor.signedIn(api, "new-officer");
    expect(officer.page.path).toBe("/console/inbox");

    await first.follow("thôi vai trò Công chức cơ quan thi hành án dân sự");
    await first.press(preview);
    await first.press("Thôi vai trò, ghi vào nhật ký");
    expect(first.page.text).not.toContain("thôi vai trò Công chức");
    expect((await officer.open("/console/inbox")).text).not.toContain("Phải khắc phục, theo hạn");
  });

  test("is refused twice: the same code of the sign-in belongs to one person", async () => {
    await first.open("/console/people/register");
    await first.press(preview, { "Họ tên": "Người Trùng", "Mã người dùng": "procurator" });
    expect(first.page.status).toBe(422);
    expect(first.page.text).toContain("Mã người dùng: Đã có rồi");
  });

  test("whose role does not fit the office is refused, with what was typed kept", async () => {
    await first.open("/console/people");
    await first.follow("Người procurator");
    await first.follow("Cấp vai trò");
    await first.press(preview, { "Vai trò": "Công chức Tòa án", "Cơ quan": "Cơ quan agency" });
    expect(first.page.status).toBe(422);
    expect(first.page.html).toMatch(/<option value="court-officer" selected/);
  });
});

describe("what takes two administrators", () => {
  const propose = async () => {
    await first.open("/console/people");
    await first.follow("Người procurator");
    await first.follow("Đề nghị cấp vai trò trọng yếu");
    await first.press(preview, { "Vai trò trọng yếu": "Viện trưởng", "Cơ quan": "Cơ quan area" });
    await first.press("Đề nghị, ghi vào nhật ký");
  };

  test("is proposed by one, seen by the other in words, and adopted", async () => {
    await propose();
    await first.open("/console/proposals");
    expect(first.page.text).toContain("Cấp vai trò: Người procurator, Viện trưởng, Cơ quan area");
    await expect(first.follow("thông qua")).rejects.toThrow("no link");
    await second.open("/console/proposals");
    await second.follow("thông qua");
    expect(second.page.text).toContain("Cấp vai trò: Người procurator, Viện trưởng, Cơ quan area");
    await second.press("Thông qua, ghi vào nhật ký");
    expect(second.page.text).toContain("Không có đề nghị nào đang chờ");
    const raised = await Visitor.signedIn(api, "procurator");
    expect(raised.page.text).toContain("Viện trưởng");
  });

  test("is withdrawn by its proposer or refused by another, and then gone", async () => {
    const proposeKey = async (visitor: Visitor) => {
      await visitor.open("/console/people");
      await visitor.follow("Người chief-procurator");
      await visitor.follow("Đề nghị đăng ký khóa ký");
      await visitor.press(preview, { "Khóa công khai": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
      await visitor.press("Đề nghị, ghi vào nhật ký");
      await visitor.open("/console/proposals");
    };
    await proposeKey(first);
    await first.follow("rút đề nghị");
    await first.press("Rút đề nghị, ghi vào nhật ký");
    expect(first.page.text).toContain("Không có đề nghị nào đang chờ");
    await proposeKey(first);
    await second.open("/console/proposals");
    await second.follow("bác");
    await second.press("Bác, ghi vào nhật ký");
    expect(second.page.text).toContain("Không có đề nghị nào đang chờ");
  });

  test("nobody adopts their own proposal, nor one that is not there", async () => {
    expect((await first.open(`/console/proposals/${"0".repeat(32)}/adopt`)).status).toBe(422);
  });
});

describe("a key", () => {
  test("is registered for a person without a strong role, and revoked", async () => {
    await first.open("/console/people");
    await first.follow("Người agency-head");
    await first.follow("Đăng ký khóa ký");
    expect((await first.press(preview, { "Khóa công khai": "ngắn" })).status).toBe(422);
    await first.press(preview, { "Khóa công khai": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    await first.press("Đăng ký khóa, ghi vào nhật ký");
    await first.follow("thu hồi khóa 1");
    await first.press("Thu hồi khóa, ghi vào nhật ký");
    expect(first.page.text).toContain("đã thu hồi ngày");
  });
});

describe("an office", () => {
  test("is opened, supervised and closed, and each step is an entry", async () => {
    await first.open("/console/offices");
    await first.follow("Thêm cơ quan");
    const typed = {
      "Tên cơ quan": "Phòng Thi hành án khu vực 9",
      "Mã cơ quan": "room-9",
      Loại: "Phòng Thi hành án dân sự khu vực",
    };
    await first.press(preview, typed);
    await first.press("Thêm cơ quan, ghi vào nhật ký");
    expect(first.page.text).toContain("Phòng Thi hành án khu vực 9");
    await first.open((await waysOf("Phòng Thi hành án khu vực 9", "supervision")) ?? "");
    await first.press(preview, { "Viện kiểm sát có thẩm quyền": "Cơ quan area" });
    await first.press("Giao quyền kiểm sát, ghi vào nhật ký");
    expect(first.page.text).toMatch(/Phòng Thi hành án khu vực 9.*room-9.*Cơ quan area/);
    await first.open((await waysOf("Phòng Thi hành án khu vực 9", "close")) ?? "");
    await first.press(preview, { "Ngày đầu tiên không còn hoạt động": "01/01/2020" });
    expect(first.page.status).toBe(422);
  });

  async function waysOf(name: string, step: string): Promise<string | undefined> {
    const { html } = await first.open("/console/offices");
    return new RegExp(`href="(/console/offices/[0-9a-f]{32}/${step})" aria-label="[^"]*${name}"`).exec(html)?.[1];
  }
});

test("nobody else finds these pages or their links", async () => {
  for (const subject of ["procurator", "agency-head", "auditor", "law-keeper"]) {
    const visitor = await Visitor.signedIn(api, subject);
    expect((await visitor.open("/console/offices/open")).status).toBe(403);
    expect((await visitor.open("/console/people/register")).status).toBe(403);
    expect((await visitor.open("/console/offices")).html).not.toContain("/console/offices/open");
  }
});
