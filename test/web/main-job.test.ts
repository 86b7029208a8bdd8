/**
 * The main job at the console, by pages and forms alone: a procurator confirms, assesses, drafts; the chief signs; the
 * agency receives, replies, remedies; the procurator verifies and closes; an auditor checks the entry.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { checkProofFile, parseProofFile } from "../../src/log/proof-file.ts";
import { leafHash } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { signDetached } from "../../scripts/sign.ts";
import { Api } from "../kit/api/api.ts";
import { all, attribute, textOf, unfoldedText } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase, type SigningKey } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let opened: readonly OpenedCase[];
let key: SigningKey;
let instrument: string;
let procurator: Visitor;
let head: Visitor;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  opened = [await job.openCase(intake), await job.openCase(intake)];
  key = await job.registerKey();
  procurator = await Visitor.signedIn(api, "procurator");
  head = await Visitor.signedIn(api, "agency-head");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

describe("a procurator", () => {
  test("the desk shows a procurator what the machine found and nobody has judged", async () => {
    const page = await procurator.open("/console/today");
    expect(page.text).toMatch(/Gửi quyết định về thi hành án cho Viện kiểm sát\s*khoản 2 Điều 35 Luật/);
  });

  test("a case shows each day, its source, its log entry, and why a due day is that day", async () => {
    const page = await procurator.open(`/console/cases/${opened[0]?.case}`);
    expect(page.html).toContain("<h1>Hồ sơ 120/QĐ-CCTHADS</h1>");
    expect(page.text).toContain("ngày thực hiện 07/09/2026 (tài liệu)");
    expect(page.text).toMatch(/quá \d+ ngày làm việc/);
    expect(page.text).toContain("Vì sao?");
    expect(page.text).toContain("Luật Thi hành án dân sự 106/2025/QH15");
    expect(all(page.root, "a").some((link) => /^mục \d+$/.test(textOf(link)))).toBe(true);
  });

  test("a party's name is covered until its disclosure, for a purpose, is an entry of the log", async () => {
    const path = `/console/cases/${opened[0]?.case}`;
    expect((await procurator.open(path)).text).toContain("(họ tên được che)");
    await procurator.follow("Mở xem họ tên, mô tả tài sản");
    await procurator.press("Xem trước điều sẽ ghi", { "Mục đích": "kiểm sát việc thi hành án" });
    expect(procurator.page.text).toContain("Mở xem dữ liệu cá nhân (personal-disclosed)");
    const page = await procurator.press("Ghi vào nhật ký và mở xem");
    expect(page.text).toContain("Nguyễn Văn A");
    expect((await procurator.open(path)).text).not.toContain("Nguyễn Văn A");
  });

  test("a procurator confirms several detections at once, after seeing exactly what will be appended", async () => {
    await procurator.open("/console/detections");
    const rows = all(procurator.page.root, "input").filter((box) => attribute(box, "name") === "detections");
    const sending = rows
      .filter((box) => attribute(box, "value")?.includes("SEND_DECISION_VKS"))
      .map((box) => attribute(box, "aria-label") ?? "");
    expect(sending).toHaveLength(2);
    await procurator.press(
      "Xác nhận vi phạm các mục đã chọn",
      Object.fromEntries(sending.map((words) => [words, true])),
    );
    const page = await procurator.press("Xem trước điều sẽ ghi", { "Ghi chú": "Không gửi quyết định" });
    expect(page.text).toContain("Sẽ ghi thêm 2 mục vào nhật ký, với vai trò Kiểm sát viên");
    expect(page.text).toContain("Xác nhận vi phạm (violation-confirmed)");
    // People see words; the codes are folded away with the exact data.
    expect(unfoldedText(page.root)).not.toMatch(/violation-confirmed|SEND_DECISION_VKS|L2025|không có tên gọi/);
    // The sentence that a person checks: what, of which file, of whom, by which day, how late.
    expect(page.text).toMatch(
      /(?:làm chậm|quá hạn chưa làm): [^,]+, hồ sơ [^,]+, [^,]+, hạn \d\d\/\d\d\/2026, quá \d+ ngày, khoản 2 Điều 35 Luật/,
    );
    const before = await api.events();
    const done = await procurator.press("Xác nhận vi phạm, ghi vào nhật ký");
    const [, first, last] = /Đã ghi và khóa sổ: mục (\d+)\s*-\s*(\d+)/.exec(done.text) ?? [];
    expect(Number(last) - Number(first)).toBe(1);
    expect(await api.events()).toBe(before + 2);
  });

  test("a procurator assesses each finding, which proposes the instrument (law 63/2014 Art.5)", async () => {
    const links = all((await procurator.open("/console/findings")).root, "a").flatMap(
      (link) => attribute(link, "href") ?? [],
    );
    const findings = links.filter((href) => /^\/console\/findings\/[0-9a-f]{32}$/.test(href));
    expect(findings).toHaveLength(2);
    for (const finding of findings) {
      await procurator.open(`${finding}/assess`);
      expect(unfoldedText(procurator.page.root)).toMatch(/gửi quyết định [^,]*: hồ sơ 12\d\/QĐ-CCTHADS, .*chưa làm/);
      await procurator.press("Xem trước điều sẽ ghi", { "Mức độ": "ít nghiêm trọng: đề xuất kiến nghị" });
      expect(procurator.page.text).toMatch(/hồ sơ 12\d\/QĐ-CCTHADS, .*chưa làm, ít nghiêm trọng/);
      await procurator.press("Ghi đánh giá vào nhật ký");
    }
    expect(procurator.page.text).toContain("ít nghiêm trọng: đề xuất kiến nghị");
  });

  test("a procurator drafts a recommendation from chosen findings, n of N", async () => {
    await procurator.open("/console/findings");
    const boxes = all(procurator.page.root, "input").filter((box) => attribute(box, "name") === "findings");
    await procurator.press(
      "Soạn văn bản từ các vi phạm đã chọn",
      Object.fromEntries(boxes.map((box) => [attribute(box, "aria-label") ?? "", true])),
    );
    expect(procurator.page.text).toContain("Đề xuất theo mức độ: kiến nghị");
    const page = await procurator.press("Xem trước điều sẽ ghi", {
      "Số hồ sơ đã xem (N)": "7",
      "Yêu cầu khắc phục": "Gửi quyết định đúng hạn",
      "Nội dung chung của văn bản": "Chậm gửi quyết định về thi hành án",
    });
    expect(page.text).toContain("Soạn văn bản (instrument-drafted)");
    await procurator.press("Ghi dự thảo vào nhật ký");
    expect(procurator.page.html).toContain("<h1>Kiến nghị (dự thảo)</h1>");
    expect(procurator.page.text).toContain("2/7 hồ sơ");
    instrument = procurator.page.path.split("/").at(-1) ?? "";
  });
});

describe("the chief procurator", () => {
  test("the chief sees the text and the command that signs it, and issues with the signature", async () => {
    const chief = await Visitor.signedIn(api, "chief-procurator");
    expect((await chief.open("/console/today")).text).toMatch(/Kiến nghị \(dự thảo\): .*; chờ ký, ban hành/);
    await chief.follow("Kiến nghị (dự thảo)");
    await chief.follow("Ký, ban hành");
    expect(chief.page.text).toContain("2/7 hồ sơ. Yêu cầu: Gửi quyết định đúng hạn");
    expect(chief.page.text).toContain(
      `npm run -s sign -- --key .dev/keys/chief-procurator.jwk --token-file .dev/tokens/chief-procurator --instrument ${instrument}`,
    );
    const [payload] = all(chief.page.root, "details").flatMap((details) => all(details, "pre"));
    const signature = await signDetached(payload === undefined ? "" : textOf(payload), key.jwk);
    await chief.press("Xem trước điều sẽ ghi", { "Chữ ký": signature });
    await chief.press("Ban hành, ghi vào nhật ký");
    expect(chief.page.html).toContain("<h1>Kiến nghị 01/KN-VKS</h1>");
    expect(chief.page.text).toContain("đã ký số");
  });

  test("it is printed as a sheet of paper: heads, number, items with articles, the list of files, the entry", async () => {
    await procurator.open(`/console/instruments/${instrument}`);
    const page = await procurator.follow("Xem bản in A4");
    expect(page.text).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\s*Độc lập - Tự do - Hạnh phúc/);
    expect(page.text).toMatch(/CƠ QUAN AREA\s*Số: 01\/KN-VKS/);
    expect(page.text).toMatch(/ngày \d\d tháng \d\d năm 20\d\d/);
    expect(page.text).toMatch(/Kính gửi: Cơ quan agency\s*Chậm gửi quyết định về thi hành án/);
    expect(page.text).toMatch(
      /1\. Gửi quyết định về thi hành án cho Viện kiểm sát:\s*2\/7 hồ sơ, khoản 2 Điều 35 Luật .* Yêu cầu: Gửi quyết định đúng hạn/,
    );
    expect(page.text).toMatch(/Kiểm tra văn bản: mục \d+ của nhật ký, đã ký số/);
    // Both were confirmed on one day, so that their random ids decide which one stands first.
    expect(page.text).toMatch(/PHỤ LỤC(?=.*hồ sơ 120\/QĐ-CCTHADS).*hồ sơ 121\/QĐ-CCTHADS/);
  });

  test("the procurator serves it through the system", async () => {
    expect((await procurator.open("/console/today")).text).toMatch(/Kiến nghị 01\/KN-VKS: .*; chờ tống đạt/);
    await procurator.open(`/console/instruments/${instrument}/serve`);
    expect((await procurator.press("Xem trước điều sẽ ghi")).status).toBe(422);
    await procurator.press("Xem trước điều sẽ ghi", { "Cách tống đạt": "qua hệ thống này (nhận ngay khi giao)" });
    const page = await procurator.press("Ghi việc tống đạt vào nhật ký");
    expect(page.text).toContain("đã tống đạt");
  });
});

describe("the agency", () => {
  test("the agency's inbox shows it with its due day and why; opening it is its receipt", async () => {
    await head.open("/console/inbox");
    expect(head.page.text).toMatch(/Kiến nghị 01\/KN-VKS\s*Trả lời kiến nghị\s*Vì sao\?/);
    expect(head.page.text).toMatch(/còn \d+ ngày làm việc/);
    const before = await api.events();
    // The paper of what was not received yet leads to the page that records the receipt, and is not read in passing.
    const unread = await Visitor.signedIn(api, "agency-officer");
    expect((await unread.open(`/console/instruments/${instrument}/print`)).html).not.toContain('class="paper"');
    const page = await head.follow("Kiến nghị 01/KN-VKS");
    expect(page.text).toContain("đã nhận, đang thực hiện");
    expect(await api.events()).toBe(before + 1);
    await head.open(`/console/instruments/${instrument}`);
    expect(await api.events()).toBe(before + 1);
  });

  test("a reply without the reason of its disagreement is refused, and the form keeps all that was typed", async () => {
    await head.follow("Trả lời");
    const own = all(head.page.root, "label")
      .map(textOf)
      .filter((words) => words.startsWith("Mục 1."));
    const untouched = await head.press("Xem trước điều sẽ ghi");
    expect(untouched.status).toBe(422);
    expect(untouched.text).toContain("Trả lời chung: chưa chọn trả lời");
    const half = await head.press("Xem trước điều sẽ ghi", { [own[0] ?? ""]: "không nhất trí" });
    expect(half.status).toBe(422);
    expect(half.text).toContain("Mục 1: chưa chọn trả lời");
    await head.press("Xem trước điều sẽ ghi", {
      "Trả lời chung cho các vi phạm chưa trả lời ở dưới": "chấp nhận",
      [own[0] ?? ""]: "không nhất trí",
      "Lý do chấp nhận một phần": "giữ nguyên điều đã gõ",
    });
    expect(head.page.status).toBe(422);
    expect(head.page.text).toContain("Cần nêu lý do");
    expect(head.page.html).toContain("giữ nguyên điều đã gõ");
    const page = await head.press("Xem trước điều sẽ ghi", {
      [own[0] ?? ""]: "theo trả lời chung",
      "Lý do chấp nhận một phần": "",
    });
    expect(page.text).toContain("Bạn trả lời 2 vi phạm");
    expect(page.text).toContain("hồ sơ 120/QĐ-CCTHADS");
    expect(page.text).toMatch(/Thời hạn bắt đầu từ đây.*thực hiện kiến nghị.*\d\d\/\d\d\/2026.*Luật/);
    expect(page.text).toContain("Trả lời (reply-given)");
    await head.press("Gửi trả lời, ghi vào nhật ký");
    expect(head.page.text).toContain("2/2 đã trả lời (2 chấp nhận)");
  });

  test("the agency must now remedy, by a day that is explained", async () => {
    await head.open("/console/inbox");
    expect(head.page.text).toMatch(/Phải khắc phục, theo hạn.*Thực hiện kiến nghị\s*Vì sao\?/);
  });

  test("the agency claims the remedy, with acts of the file and other log entries as evidence", async () => {
    await job.record("agency-officer", "/v1/acts", {
      on: { case: opened[0]?.case },
      type: "decision-sent-to-procuracy",
      subject: { kind: "decision", id: opened[0]?.decision },
      days: { sentOn: { day: "2026-11-20", source: "document" } },
    });
    await head.open(`/console/instruments/${instrument}`);
    await head.follow("Báo đã khắc phục");
    const boxes = all(head.page.root, "label")
      .filter((label) => attribute(label, "class") === "box")
      .map(textOf);
    const findings = boxes.filter((words) => words.startsWith("Mục 1."));
    const [sent] = boxes.filter((words) => words.startsWith("2. gửi quyết định cho Viện kiểm sát, ngày"));
    const [legend] = all(head.page.root, "legend")
      .map(textOf)
      .filter((words) => words === "Bằng chứng: hành vi đã ghi trên hồ sơ 120/QĐ-CCTHADS");
    expect(legend).toBeDefined();
    const typed = { "Vi phạm đã khắc phục": findings, "Mục nhật ký khác làm bằng chứng": "999999" };
    const absent = await head.press("Xem trước điều sẽ ghi", typed);
    expect([absent.status, absent.text]).toEqual([422, expect.stringMatching(/Số mục của nhật ký \d+/)]);
    await head.press("Xem trước điều sẽ ghi", {
      ...typed,
      "Mục nhật ký khác làm bằng chứng": "3, 4",
      [legend ?? ""]: [sent ?? ""],
      "Mô tả việc khắc phục": "Đã gửi bổ sung",
    });
    expect(head.page.text).toContain("Báo đã khắc phục (correction-claimed)");
    expect(head.page.text).toMatch(/Bằng chứng.*gửi quyết định cho Viện kiểm sát.*không phải hành vi ghi trong hồ sơ/);
    expect(head.page.text).toMatch(
      /1 vi phạm không có bằng chứng nào trong chính hồ sơ của mình Mục 1\. gửi quyết định[^:]*: hồ sơ 121\/QĐ-CCTHADS/,
    );
    await head.press("Ghi báo cáo khắc phục vào nhật ký");
    expect(head.page.text).toContain("2/2 báo đã khắc phục");
    const index = /\(mục (\d+)\)/.exec(sent ?? "")?.[1];
    expect(head.page.text).toMatch(new RegExp(`mục ${index}: gửi quyết định cho Viện kiểm sát.*mục 3: .*mục 4: .*`));
    // The act is on the first file: beside the finding on the second it is evidence of another file.
    const rows = all(head.page.root, "tr")
      .map(textOf)
      .filter((row) => row.includes("đã báo ngày"));
    const foreign = rows.filter((row) => row.includes("thuộc hồ sơ khác: hồ sơ 120/QĐ-CCTHADS"));
    expect([rows.length, foreign]).toEqual([2, rows.filter((row) => row.includes(": hồ sơ 121/QĐ-CCTHADS"))]);
  });
});

describe("the procurator again", () => {
  test("the procurator reads the reply on the desk, verifies each remedy, and sees how many are verified", async () => {
    expect((await procurator.open("/console/today")).text).toMatch(/Kiến nghị 01\/KN-VKS: Cơ quan agency trả lời ngày/);
    await procurator.follow("Kiến nghị 01/KN-VKS");
    expect(procurator.page.text).toContain("“Đã gửi bổ sung”");
    await procurator.follow("Kiểm chứng khắc phục");
    const findings = all(procurator.page.root, "label")
      .map(textOf)
      .filter((words) => words.startsWith("Mục 1."));
    expect(procurator.page.text).toContain("gửi quyết định cho Viện kiểm sát, ngày 20/11/2026");
    expect(procurator.page.text).toContain("máy vẫn thấy chưa làm");
    expect(procurator.page.text).toContain("không phải hành vi ghi trong hồ sơ");
    expect(procurator.page.text).toContain("thuộc hồ sơ khác: hồ sơ 120/QĐ-CCTHADS");
    const judged = { "Vi phạm được kiểm chứng": findings, "Kết quả": "đã khắc phục" };
    const blind = await procurator.press("Xem trước điều sẽ ghi", judged);
    expect([blind.status, blind.text]).toEqual([422, expect.stringContaining("vi phạm vẫn còn")]);
    expect(blind.text).toContain("still-open-needs-reason");
    expect(unfoldedText(blind.root)).not.toMatch(/still-open-needs-reason|SEND_DECISION_VKS/);
    const seen = await procurator.press("Xem trước điều sẽ ghi", { ...judged, "Lý do": "đã xem sổ gửi tại cơ quan" });
    expect(seen.text).toMatch(
      /đã kiểm chứng là khắc phục: gửi quyết định[^;]*: hồ sơ 12\d\/QĐ-CCTHADS[^;]*(?:làm chậm|chưa làm); gửi quyết định/,
    );
    await procurator.press("Ghi kết quả kiểm chứng vào nhật ký");
    expect(procurator.page.text).toContain("2/2 đã kiểm chứng");
  });

  test("the procurator closes it by an act of its own, and may reopen it with a reason", async () => {
    expect((await procurator.open("/console/today")).text).toMatch(
      /Kiến nghị 01\/KN-VKS: .*; đã kiểm chứng hết, chờ kết thúc/,
    );
    await procurator.follow("Kiến nghị 01/KN-VKS");
    await procurator.follow("Kết thúc theo dõi");
    expect(procurator.page.text).toContain("Sẽ ghi thêm 1 mục vào nhật ký");
    await procurator.press("Kết thúc, ghi vào nhật ký");
    expect(procurator.page.text).toContain("đã kết thúc theo dõi");
    await procurator.follow("Mở lại");
    await procurator.press("Xem trước điều sẽ ghi", { "Lý do": "tái phạm" });
    await procurator.press("Mở lại, ghi vào nhật ký");
    expect(procurator.page.text).toContain("đã nhận, đang thực hiện");
  });
});

describe("an auditor", () => {
  test("an auditor sees the state of the log, and the command that verifies it from outside", async () => {
    const auditor = await Visitor.signedIn(api, "auditor");
    expect(auditor.page.text).toContain("npm run -s verify -- http://127.0.0.1");
    expect(auditor.page.text).toContain("chỉ trong cơ sở dữ liệu: nếu khôi phục bản sao cũ thì không bị phát hiện");
    const { size } = await api.whole.host.log.head();
    expect(auditor.page.text).toContain(`Số mục ${size}`);
  });

  test("an auditor downloads an entry with a proof that checks without this server (RFC 6962)", async () => {
    const auditor = await Visitor.signedIn(api, "auditor");
    await auditor.press("Xem", { "Chỉ số của mục": "12" });
    expect(auditor.page.html).toContain("<h1>Mục 12</h1>");
    expect(auditor.page.text).toMatch(
      /Nội dung \p{L}[^(]* \([a-z-]+\) · ghi lúc \d\d\/\d\d\/\d{4} \d\d:\d\d · Quản trị danh bạ/u,
    );
    const leaf = (await auditor.follow("lá thô")).text;
    await auditor.open("/console/log/entries/12");
    const proof = parseProofFile((await auditor.follow("tệp chứng minh")).text);
    const vkey = parseVkey(api.whole.host.key.vkey);
    if (proof === undefined || vkey === undefined) throw new Error("the proof or the key does not parse");
    const checked = await checkProofFile(proof, leafHash(utf8(leaf)), ed25519Verifier(vkey));
    expect(checked).toMatchObject({ ok: true });
    expect(leaf).toBe(parseUtf8((await api.whole.host.log.leaves(12, 13))[0] ?? new Uint8Array()));
  });
});
