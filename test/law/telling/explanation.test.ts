/** The explanation of a due day says why it is that day (promise 3), in both languages. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { deadlines } from "../../../src/law/detection/detection.ts";
import type { Explanation } from "../../../src/law/telling/explanation.ts";
import { explain } from "../../../src/law/telling/sentences.ts";
import type { Doubt } from "../../../src/law/detection/deadline.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, deadlinesOf, debtorA, decision, file, intake, subject } from "../given.ts";

const instrument = subject("instrument", "recommendation");
const received = act("recommendation-received", instrument, { receivedOn: "2026-11-09" }, { recordedOn: "2026-11-12" });

function explanation(series: Series, of: EnforcementFile): Explanation {
  const [found] = deadlinesOf(series, of);
  if (found === undefined) throw new Error(`no ${series}`);
  return explanationOf(found);
}

describe("an explanation", () => {
  test("names in Vietnamese the rule, the article, the start, the term, each day passed over, and the calendar", () => {
    expect(explain(explanation("RECOMMENDATION_REPLY", file([received])), "vi")).toEqual([
      "Quy tắc RECOMMENDATION_REPLY, bản L2025: Thủ trưởng cơ quan, Trưởng văn phòng thi hành án dân sự; trả lời kiến nghị.",
      "Căn cứ: khoản 1 Điều 113 Luật Thi hành án dân sự 106/2025/QH15; hiệu lực từ 01/07/2026; văn bản V: đã đọc toàn văn; bộ quy tắc số 2.",
      "Mốc tính: nhận kiến nghị, thứ Hai 09/11/2026 (ngày nhận; theo giấy tờ), ghi muộn 3 ngày; ngày này không tính (Điều 147 Bộ luật Dân sự 2015).",
      "Thời hạn: 15 ngày, kể từ ngày tiếp theo → thứ Ba 24/11/2026.",
      "Bỏ qua thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam 24/11.",
      "Ngày cuối là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo: thứ Tư 25/11/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
      "Lịch năm 2026, bản 1.",
    ]);
  });

  test("says the same in English", () => {
    expect(explain(explanation("RECOMMENDATION_REPLY", file([received])), "en")).toEqual([
      "Rule RECOMMENDATION_REPLY, version L2025: head of the enforcement agency or office; reply to the recommendation.",
      "Authority: Article 113(1) of Law 106/2025/QH15 on civil judgment enforcement; in force from 2026-07-01; text V: read in full text; edition 2 of the law.",
      "Clock starts: recommendation received, Mon 2026-11-09 (day it was received; from a document), recorded 3 days late; this day is not counted (Civil Code Art.147).",
      "Term: 15 calendar days, from the following day → Tue 2026-11-24.",
      "Skipped Tue 2026-11-24: Vietnam Culture Day, 24 November.",
      "The last day is a day off, so the limit ends on the next working day: Wed 2026-11-25 (Civil Code Art.148(5)).",
      "Calendar of 2026, version 1.",
    ]);
  });

  test("names the period whose end started the clock", () => {
    const enforced = decision("enforcement", "2026-07-03");
    const told = act("party-notified", debtorA, "2026-07-06", { answers: [enforced] });
    expect(explanation("VERIFY_FIRST", file([enforced, told])).trigger).toEqual({
      act: told.id,
      type: "party-notified",
      endOf: "VOLUNTARY_PERIOD",
      day: "2026-07-16",
    });
  });

  test("says that a clock runs across the change of law", () => {
    expect(explain(explanation("SEND_DECISION_VKS", file([decision("enforcement", "2026-06-29")])), "en")).toContain(
      "The clock runs across 2026-07-01: the law of the starting day is kept (a policy; law 106/2025 Art.116 does not say).",
    );
  });

  test('leaves out no first day for a term "at once"', () => {
    const issued = act("judgment-issued", intake, "2021-03-01", { traits: { judgment: "interim-measure" } });
    const [, , start] = explain(explanation("COURT_TRANSFER_INTERIM", file([issued])), "en");
    expect(start).toBe("Clock starts: judgment issued, Mon 2021-03-01 (day it happened; from a document).");
  });

  test("is a value that JSON carries unchanged", () => {
    const value = explanation("RECOMMENDATION_REPLY", file([received]));
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });
});

describe("the doubts of a breach", () => {
  const enforced = decision("enforcement", "2026-07-03");
  const told = act("party-notified", debtorA, "2026-07-06", { answers: [enforced] });
  const sent = decision("enforcement", "2018-02-12");
  const lateInAnUnknownYear = [sent, act("decision-sent-to-procuracy", sent.subject, { sentOn: "2018-02-23" })];

  test.each<[Series, readonly Act[], readonly Doubt[]]>([
    ["VERIFY_FIRST", [enforced, told], ["text-in-doubt"]],
    ["VOLUNTARY_PERIOD", [enforced, told], ["period"]],
    [
      "COURT_TRANSFER_INTERIM",
      [act("judgment-issued", intake, "2021-03-01", { traits: { judgment: "interim-measure" } })],
      ["at-once"],
    ],
    [
      "RECOMMENDATION_REPLY",
      [act("recommendation-received", instrument, { receivedOn: "2018-05-18" })],
      ["no-limit-stated"],
    ],
    ["COURT_TRANSFER_DEFAULT", [act("judgment-effective", intake, "2026-10-09")], ["condition-not-shown"]],
    ["ORD_NOTICE_FIRST", [act("coercion-carried-out", debtorA, "2026-10-12")], ["file-not-kept"]],
    ["ORD_CONDITIONS", [decision("coercion", "2026-10-12")], ["condition-not-shown"]],
    ["SEND_DECISION_VKS", [decision("enforcement", "2026-12-30")], ["calendar-provisional"]],
    ["SEND_DECISION_VKS", lateInAnUnknownYear, ["calendar-unconfirmed"]],
    ["SEND_DECISION_VKS", [enforced], []],
  ])("%s", (series, acts, doubts) => {
    expect(explanation(series, file(acts)).doubts).toEqual(doubts);
  });

  test("are none for a violation, and at least one for a hint", () => {
    const all = deadlines(file([enforced, told, received, ...lateInAnUnknownYear]));
    expect(all.filter(({ weight, doubts }) => (weight === "violation") !== (doubts.length === 0))).toEqual([]);
  });
});
