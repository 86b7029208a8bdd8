/** Limits from the judgment to the decision known to everyone: transfer, decision, copy to the procuracy, notice. */

import type { RuleVersion } from "../rule.ts";
import { cite } from "../sources.ts";
import {
  calendarDays,
  decided,
  happened,
  l2008,
  l2008Unamended,
  l2025,
  received,
  sent,
  workingDays,
} from "./phrases.ts";

const transfer = {
  mode: "duty",
  owner: "court",
  metBy: [sent("judgment-transferred"), sent("judgment-received")],
  early: true,
  direction: "after",
  confidence: "V",
} as const;

const courtTransfer: readonly RuleVersion[] = [
  {
    ...transfer,
    ...l2008,
    series: "COURT_TRANSFER_FINAL",
    starts: [happened("judgment-effective")],
    term: calendarDays(30),
    citation: cite("26/2008/QH12", "28(1)"),
  },
  {
    ...transfer,
    ...l2008,
    series: "COURT_TRANSFER_IMMEDIATE",
    starts: [happened("judgment-issued", { judgment: ["immediately-enforceable"] })],
    term: calendarDays(15),
    citation: cite("26/2008/QH12", "28(2)"),
  },
  {
    ...transfer,
    ...l2008,
    series: "COURT_TRANSFER_INTERIM",
    starts: [happened("judgment-issued", { judgment: ["interim-measure"] })],
    term: { unit: "immediate" },
    citation: cite("26/2008/QH12", "28(3)"),
  },
  {
    ...transfer,
    ...l2025,
    series: "COURT_TRANSFER_DEFAULT",
    starts: [happened("judgment-effective")],
    when: { not: { trait: "procedural-limit", among: ["set"] } },
    accuses: { trait: "procedural-limit", among: ["none"] },
    term: calendarDays(15),
    citation: cite("106/2025/QH15", "33(1)"),
    note: {
      vi: "pháp luật tố tụng được áp dụng trước; 15 ngày chỉ khi tố tụng không quy định",
      en: "procedural codes come first; 15 days is the fallback",
    },
  },
];

const enforcementDecision = {
  mode: "duty",
  owner: "agency-head",
  metBy: [decided("enforcement")],
  direction: "after",
  term: workingDays(5),
  confidence: "V",
} as const;

const onRequest = {
  ...enforcementDecision,
  series: "DECISION_ON_REQUEST",
  when: { fact: "on-request" },
  // A refusal in writing answers the request instead (26/2008 Art.31(5), 106/2025 Art.34(4)).
  excusedBy: [happened("request-refused")],
} as const;

const ownMotion = {
  ...enforcementDecision,
  series: "DECISION_OWN_MOTION",
  starts: [received("judgment-received"), { ...received("judgment-transferred"), unless: "judgment-received" }],
  // An interim measure is decided on at once, under a rule of its own.
  when: { all: [{ fact: "own-motion" }, { not: { fact: "interim" } }] },
} as const;

const enforcementDecisions: readonly RuleVersion[] = [
  { ...onRequest, ...l2008, starts: [received("request-received")], citation: cite("26/2008/QH12", "36(1)") },
  {
    ...onRequest,
    ...l2025,
    starts: [{ ...received("request-received"), with: received("judgment-received") }],
    citation: cite("106/2025/QH15", "34(3)"),
    note: { vi: "tính từ khi có đủ cả bản án và yêu cầu", en: "runs from the day when both documents are there" },
  },
  { ...ownMotion, ...l2008, citation: cite("26/2008/QH12", "36(2)") },
  { ...ownMotion, ...l2025, citation: cite("106/2025/QH15", "33(3)(a)") },
];

const copy = {
  series: "SEND_DECISION_VKS",
  mode: "duty",
  owner: "agency",
  starts: [happened("decision-issued")],
  metBy: [sent("decision-sent-to-procuracy")],
  term: workingDays(3),
  direction: "after",
  confidence: "V",
} as const;

const notice = {
  series: "NOTIFY_PARTIES",
  mode: "duty",
  owner: "agency",
  starts: [happened("decision-issued")],
  metBy: [{ act: "party-notified", days: ["sentOn", "happenedOn"] }],
  perParty: ["debtor", "creditor", "related"],
  term: workingDays(3),
  direction: "after",
  confidence: "V",
} as const;

const withheld = { trait: "notice", among: ["withheld"] } as const;

const decisionKnown: readonly RuleVersion[] = [
  {
    ...copy,
    ...l2008,
    citation: cite("26/2008/QH12", "38"),
    note: { vi: "cũng từ năm 2009 (sửa đổi câu chữ năm 2014)", en: "from 2009 too (text amended 2014)" },
  },
  { ...copy, ...l2025, citation: cite("106/2025/QH15", "35(2)") },
  {
    ...notice,
    ...l2008Unamended,
    when: { not: withheld },
    citation: cite("26/2008/QH12", "39(2)"),
    note: { vi: "trừ khi cần ngăn chặn tẩu tán tài sản", en: "exception: preventing dissipation" },
  },
  {
    ...notice,
    ...l2025,
    when: { not: { any: [withheld, { fact: "interim" }] } },
    citation: cite("106/2025/QH15", "35(1)"),
    note: {
      vi: "trừ khi cần ngăn chặn tẩu tán tài sản và biện pháp khẩn cấp tạm thời",
      en: "exceptions: preventing dissipation; interim measures",
    },
  },
];

export const intakeLimits: readonly RuleVersion[] = [...courtTransfer, ...enforcementDecisions, ...decisionKnown];
