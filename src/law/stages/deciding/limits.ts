/**
 * Rules on telling the procuracy and the parties of a decision, and on the enforcer: file opened, change of enforcer.
 *
 * Law 26/2008: every decision goes to the procuracy of the same level in 3 working days (38) and is notified in 3 (39); posting
 * lasts 10 days, and the posting day is the day of valid notice (42).
 * Law 106/2025: to the competent procuracy in 3 working days (35(2)); notified in 3 (35(1)); posting 7 days (D152/2026 17(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, d62, duty, l2008, l2008Unamended, l2025, workingDays } from "../phrases.ts";
import { answered, happened, received, sent } from "../../act-day.ts";

const copy = {
  series: "SEND_DECISION_VKS",
  ...duty,
  owner: "agency",
  starts: [happened("decision-issued")],
  metBy: [sent("decision-sent-to-procuracy")],
  // A fine and a decision of no listed kind may be no decision on enforcement.
  accuses: { not: { trait: "decision", among: ["fine", "other"] } },
  term: workingDays(3),
} as const;

const notice = {
  series: "NOTIFY_PARTIES",
  ...duty,
  owner: "agency",
  starts: [happened("decision-issued")],
  metBy: [{ act: "party-notified", days: ["sentOn", "happenedOn"] }],
  perParty: ["debtor", "creditor", "related"],
  accuses: { fact: "addressee" },
  term: workingDays(3),
} as const;

const withheld = { trait: "notice", among: ["withheld"] } as const;

// The posting day is the day of valid notice (26/2008 Art.42(3), D152/2026 Art.17(3)).
const posting = {
  series: "POSTING_DURATION",
  mode: "ban",
  owner: "agency",
  starts: [happened("party-notified", { means: ["posting"] })],
  metBy: [happened("posting-removed")],
  direction: "minimum",
  confidence: "V",
} as const;

const made: readonly RuleVersion[] = [
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
  { ...posting, ...l2008Unamended, term: calendarDays(10), citation: cite("26/2008/QH12", "42(3)") },
  { ...posting, ...l2025, term: calendarDays(7), citation: cite("152/2026/NĐ-CP", "17(3)") },
];

// `early`: for a later enforcer of the same case the file is open already.
const opening = {
  series: "FILE_OPEN",
  ...duty,
  owner: "enforcer",
  starts: [happened("enforcer-assigned")],
  metBy: [happened("file-opened")],
  early: true,
  term: workingDays(2),
} as const;

const change = {
  series: "CHANGE_ENFORCER_REPLY",
  ...duty,
  owner: "agency-head",
  starts: [received("enforcer-change-requested")],
  metBy: [answered("enforcer-change-answered")],
} as const;

const assigned: readonly RuleVersion[] = [
  { ...opening, ...d62, citation: cite("62/2015/NĐ-CP", "8(1)") },
  { ...opening, ...l2025, citation: cite("152/2026/NĐ-CP", "12(2)") },
  { ...change, ...d62, term: workingDays(5), citation: cite("62/2015/NĐ-CP", "10(3)") },
  { ...change, ...l2025, term: workingDays(3), citation: cite("152/2026/NĐ-CP", "13(3)") },
];

export const decidingLimits: readonly RuleVersion[] = [...made, ...assigned];
