/**
 * What must come before an enforcement decision: the legal effect of the judgment (26/2008 2(1); 106/2025 2(1)), the day on which the
 * obligation falls due (JC 11/2016 1(6); D152/2026 11(2)), a request where the law wants one (36(1); 34(2)) and none where the agency
 * acts of its own motion (36(2); 33(2)). What was decided once is not decided again (36; 34(4)(đ)), nor what was terminated (48(4)).
 *
 * A judgment has several items, and the file does not say which of them a decision is about. So these rules ask and accuse nobody.
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { d62, jc2016, l2008, l2008Unamended, l2025, never, outOfOrder } from "../phrases.ts";
import { type ActDay, decided, happened, received } from "../../act-day.ts";

const enforcement = {
  ...outOfOrder,
  owner: "agency-head",
  starts: [decided("enforcement")],
  accuses: never,
} as const;

/** The file knows the day of such an act, and it lies after the decision. */
const later = (act: ActDay): Condition => ({
  all: [{ done: act, by: "due" }, { not: { done: act, by: "start" } }],
});

const atOnce = ["immediately-enforceable", "interim-measure"];

const beforeEffect = {
  ...enforcement,
  series: "ORD_EFFECT",
  when: {
    not: {
      any: [
        { fact: "interim" },
        { done: happened("judgment-issued", { judgment: atOnce }), by: "start" },
        { done: received("judgment-received", { judgment: atOnce }), by: "start" },
      ],
    },
  },
  forbids: later(happened("judgment-effective")),
  note: {
    vi: "được phép khi phần bản án, quyết định đó đã có hiệu lực pháp luật hoặc được thi hành ngay (cấp dưỡng, tiền lương, bồi thường tính mạng, sức khỏe)",
    en: "allowed once that part of the judgment took effect, or where it is enforced at once (support, wages, damages for life or health)",
  },
} as const;

const beforeDue = {
  ...enforcement,
  series: "ORD_DUE",
  forbids: later(happened("obligation-due")),
  note: {
    vi: "được phép với phần nghĩa vụ đã đến hạn, hoặc khi đương sự thỏa thuận",
    en: "allowed for what has fallen due, or where the parties agree",
  },
} as const;

const unasked = {
  ...enforcement,
  series: "ORD_REQUEST",
  forbids: {
    all: [
      { fact: "on-request" },
      { fact: "kept-from-beginning" },
      { not: { done: received("request-received"), by: "start" } },
      { not: { done: received("request-renewed"), by: "start" } },
      { not: { done: received("delegation-received"), by: "start" } },
    ],
  },
  note: {
    vi: "được phép khi đã nhận đơn yêu cầu thi hành án, hoặc với khoản chủ động thi hành án",
    en: "allowed once a request was received, or for an item that the agency enforces of its own motion",
  },
} as const;

const askedInVain = {
  ...enforcement,
  series: "ORD_OWN_MOTION",
  forbids: { all: [{ fact: "own-motion" }, { answers: received("request-received") }] },
  note: {
    vi: "khoản chủ động thi hành án thì ra quyết định khi nhận bản án, quyết định, không chờ đơn yêu cầu",
    en: "an own-motion item is decided on when the judgment is received and does not wait for a request",
  },
} as const;

const lifted = [decided("withdrawal", "annulment", "delegation", "rights-transfer", "termination")];

const again = {
  ...enforcement,
  series: "ORD_ONE_DECISION",
  forbids: { standing: decided("enforcement"), until: lifted },
  note: {
    vi: "được phép với khoản khác của bản án, hoặc khi quyết định trước đã bị thu hồi, hủy",
    en: "allowed for another item of the judgment, or once the decision before was withdrawn or annulled",
  },
} as const;

const afterTermination = {
  ...enforcement,
  series: "ORD_TERMINATED",
  forbids: { standing: decided("termination"), until: [decided("withdrawal", "annulment")] },
  note: {
    vi: "được phép với khoản khác, người khác, hoặc khi thủ tục phá sản bị đình chỉ",
    en: "allowed for another item or person, or where the bankruptcy proceedings were stopped",
  },
} as const;

export const decidingOrders: readonly RuleVersion[] = [
  { ...beforeEffect, ...l2008Unamended, citation: cite("26/2008/QH12", "2(1)") },
  { ...beforeEffect, ...l2025, citation: cite("106/2025/QH15", "2(1)") },
  { ...beforeDue, ...jc2016, citation: cite("11/2016/TTLT-BTP-TANDTC-VKSNDTC", "1(6)") },
  { ...beforeDue, ...l2025, citation: cite("152/2026/NĐ-CP", "11(2)") },
  { ...unasked, ...l2008, citation: cite("26/2008/QH12", "36(1)") },
  { ...unasked, ...l2025, citation: cite("106/2025/QH15", "34(2)") },
  { ...askedInVain, ...l2008, citation: cite("26/2008/QH12", "36(2)") },
  { ...askedInVain, ...l2025, citation: cite("106/2025/QH15", "33(2)") },
  { ...again, ...l2008, citation: cite("26/2008/QH12", "36") },
  { ...again, ...l2025, citation: cite("106/2025/QH15", "34(4)(đ)") },
  { ...afterTermination, ...d62, citation: cite("62/2015/NĐ-CP", "5(3)") },
  { ...afterTermination, ...l2025, citation: cite("106/2025/QH15", "48(4)") },
];
