/**
 * The published examples 1, 2, 3 and 5 as imports, with their real days and counts. Where a source does not print a
 * day, a plausible one stands in, and a comment says so. Decision and judgment numbers go to committed fields; no
 * person is named.
 */

import { addDays, addMonths } from "../../src/base/day.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { workday } from "./days.ts";
import { confirmBreaches } from "./findings.ts";
import { day, decided, happened, type Line, notified, pastFile, sent, stated } from "./lines.ts";
import { office } from "./offices.ts";
import { breaches, debtor, importLines, issuePast, type Scene } from "./past.ts";

/**
 * Example 1, Đô Lương 2022: a debtor said to have left without assets since 2018; on 11/03/2022 the procuracy verified
 * and found land.
 */
export async function doLuong(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-do-luong");
  const opened = day("2017-07-27");
  const lines = [
    ...pastFile({ ref: "f", agency, decidedOn: opened, number: "530/QĐ-CCTHADS", parties: [debtor("p")] }),
    sent("f", workday(opened, 1)),
    notified("f", "p", workday(opened, 2), "f"),
    happened("f", "conditions-verified", day("2018-03-26"), {
      subject: { kind: "party", id: "@p" },
      traits: { result: "not-yet-executable" },
    }),
    ...decided("f", "not-yet-executable", day("2018-03-29"), { party: "p", document: "67/QĐ-CCTHADS" }),
    happened("f", "no-condition-published", day("2018-04-02"), {
      subject: { kind: "decision", id: "@f-not-yet-executable" },
    }),
  ];
  await importLines(scene, lines);
  const found = await breaches(scene, "do-luong", "VERIFY_REPEAT", "khoản 2 Điều 44: ít nhất 06 tháng một lần");
  // The source does not print the day of issue; the window, from discovery on 11/03/2022, ran to 28/03/2022.
  const days = {
    issuedOn: "2022-03-25",
    groundOn: "2022-03-11",
    served: { channel: "hand", sentOn: "2022-03-25" },
    receivedOn: "2022-03-25",
  };
  const words = {
    demand: "Thu hồi quyết định số 67, tiếp tục thi hành án.",
    body: "Người phải thi hành án có đất; căn cứ khoản 1 Điều 44a không đúng.",
  };
  await issuePast(scene, "do-luong", { kind: "protest", number: "273/QĐ-VKS", found: [found], ...days, ...words });
}

/**
 * Example 2, 2021: two decisions sent 59 days late, and a protest 23 days out of time, withdrawn whole. There are two
 * findings, one on each side.
 */
export async function outOfTime(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-huyen-2021");
  await importLines(scene, [...lateFile(agency, "a", "231"), ...lateFile(agency, "b", "232")]);
  const found = await breaches(scene, "huyen-2021", "SEND_DECISION_VKS");
  const days = {
    issuedOn: "2021-04-28",
    groundOn: "2021-03-19",
    served: { channel: "hand", sentOn: "2021-04-28" },
    receivedOn: "2021-04-28",
  };
  const words = {
    demand: "Thu hồi các quyết định số 231, 232.",
    body: "Kháng nghị quyết định về việc chưa có điều kiện thi hành án.",
  };
  // The source does not print the day of withdrawal.
  const withdrawn = { on: "2021-05-17", reason: "out-of-time" };
  await issuePast(scene, "huyen-2021", {
    kind: "protest",
    number: "02/QĐ-VKS",
    found: [found],
    withdrawn,
    ...days,
    ...words,
  });
  const { actors, offices } = scene;
  const looking = {
    subject: "archivist",
    procuracy: office(offices, "vks-tinh-2021"),
    office: office(offices, "vks-huyen-2021"),
    rule: "PROTEST_SAME_LEVEL",
  };
  await confirmBreaches(actors, looking);
}

function lateFile(agency: OfficeId, ref: string, number: string): readonly Line[] {
  return [
    ...pastFile({
      ref,
      agency,
      decidedOn: day("2020-11-02"),
      number: `${number}/2020/QĐ-CCTHADS`,
      parties: [debtor(`${ref}-p`)],
    }),
    sent(ref, day("2020-11-03")),
    notified(ref, `${ref}-p`, day("2020-11-04"), ref),
    happened(ref, "conditions-verified", day("2020-11-19"), { subject: { kind: "party", id: `@${ref}-p` } }),
    happened(ref, "decision-issued", day("2021-01-14"), {
      ref: `${ref}-d`,
      subject: { kind: "decision" },
      traits: { decision: "not-yet-executable" },
      document: `${number}/QĐ-CCTHADS`,
    }),
    notified(ref, `${ref}-p`, day("2021-01-15"), `${ref}-d`),
    happened(ref, "no-condition-published", day("2021-01-18"), { subject: { kind: "decision", id: `@${ref}-d` } }),
    {
      do: "record-act",
      on: { case: `@${ref}` },
      type: "decision-sent-to-procuracy",
      subject: { kind: "decision", id: `@${ref}-d` },
      days: { receivedOn: stated(day("2021-03-19")) },
    },
    happened(ref, "decision-issued", day("2021-05-31"), {
      ref: `${ref}-r`,
      subject: { kind: "decision" },
      traits: { decision: "resumption" },
    }),
    sent(ref, day("2021-06-01"), `${ref}-r`),
    notified(ref, `${ref}-p`, day("2021-06-01"), `${ref}-r`),
  ];
}

/** Example 3, Đồng Phú, 01/12/2017 to 30/04/2018: 157 of 686 decisions were sent late, by 2 days to 9 months 5 days. */
export async function dongPhu(scene: Scene): Promise<void> {
  const agency = office(scene.offices, "thads-dong-phu");
  const lines = Array.from({ length: 686 }, (_, i) => dongPhuFile(agency, i)).flat();
  await importLines(scene, lines);
  const found = await breaches(
    scene,
    "dong-phu",
    "SEND_DECISION_VKS",
    "Sổ giao nhận quyết định của Viện kiểm sát, đối chiếu lịch làm việc năm 2018",
  );
  const days = { issuedOn: "2018-05-18", served: { channel: "hand", sentOn: "2018-05-18" }, receivedOn: "2018-05-18" };
  const words = {
    demand: "Chấn chỉnh việc chậm gửi quyết định; trả lời bằng văn bản.",
    body: "157/686 quyết định gửi chậm.",
  };
  await issuePast(scene, "dong-phu", {
    kind: "recommendation",
    number: "02/KN-VKS",
    found: [found],
    ...days,
    ...words,
  });
}

function dongPhuFile(agency: OfficeId, i: number): readonly Line[] {
  const ref = `f${i}`;
  const late = i < 157;
  // The latest one was due on 20/07/2017 and sent on 25/04/2018; the other late ones were sent two days or more after
  // the due day.
  const decidedOn = i === 0 ? day("2017-07-17") : workday(day("2017-12-01"), i % 90);
  const due = workday(decidedOn, 3);
  const lateSent = i === 0 ? addDays(addMonths(due, 9), 5) : addDays(due, 2 + (i % 20));
  return [
    ...pastFile({ ref, agency, decidedOn, number: `${i + 1}/QĐ-CCTHADS` }),
    sent(ref, late ? lateSent : workday(decidedOn, 1 + (i % 3))),
  ];
}

/**
 * Example 5, Tuy Đức: a court transferred 15 judgments late, by 2 months 10 days to 3 years 8 months, before there was
 * any case.
 */
export async function tuyDuc(scene: Scene): Promise<void> {
  const { offices } = scene;
  const [agency, court] = [office(offices, "thads-tuy-duc"), office(offices, "tand-tuy-duc")];
  await importLines(
    scene,
    Array.from({ length: 15 }, (_, i) => lateJudgment(agency, court, i)),
  );
  const { actors } = scene;
  const found = await confirmBreaches(actors, {
    subject: "archivist",
    procuracy: office(offices, "vks-dak-nong"),
    office: court,
    rule: "COURT_TRANSFER_FINAL",
    cited: "Sổ chuyển giao bản án của Tòa án",
  });
  const days = { issuedOn: "2021-11-19", served: { channel: "hand", sentOn: "2021-11-19" }, receivedOn: "2021-11-19" };
  const words = {
    demand: "Khắc phục ngay vi phạm; trả lời bằng văn bản.",
    body: "15 bản án, quyết định chuyển giao chậm.",
  };
  await issuePast(scene, "dak-nong", {
    kind: "recommendation",
    number: "3974/KN-VKS-P8",
    addressee: "tand-tuy-duc",
    found: [found],
    ...days,
    ...words,
  });
}

function lateJudgment(agency: OfficeId, court: OfficeId, i: number): Line {
  // The least late one was due on 15/01/2021 and sent on 25/03/2021; the latest was due on 15/01/2018 and sent on
  // 15/09/2021.
  const effective = i === 0 ? day("2020-12-16") : i === 14 ? day("2017-12-16") : addMonths(day("2020-09-16"), -2 * i);
  const sentOn = i === 0 ? day("2021-03-25") : i === 14 ? day("2021-09-15") : workday(day("2021-01-04"), 9 * i);
  const act = (type: string, days: Line): Line => ({ type, subject: { kind: "intake" }, days });
  return {
    do: "open-intake",
    ref: `j${i}`,
    agency,
    court,
    motion: "on-request",
    openedOn: sentOn,
    judgment: `${i + 1}/2020/DS-ST`,
    acts: [
      act("judgment-effective", { happenedOn: stated(effective) }),
      act("judgment-transferred", { sentOn: stated(sentOn), receivedOn: stated(addDays(sentOn, 1)) }),
    ],
  };
}
