/**
 * What must come before a case is sorted or set aside. Law 26/2008: a decision that it is not yet executable rests on a verification
 * (44a(1)); the separate book a year after it, two for a prisoner or an unknown address (D62/2015 9(5)); no request is returned, since
 * Art.51 was repealed. Law 106/2025: the same verification (38(1)); a request is returned only where there is one (38(4)), and the
 * separate book holds own-motion cases only (D152/2026 22(1)). While it stands there is no coercion, and once the debtor is found able,
 * enforcement resumes in 5 working days (44a(2), D62/2015 9(4); 38(2)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { d62, duty, l2008, l2025, never, outOfOrder, workingDays } from "../phrases.ts";
import { answered, decided, happened } from "../../act-day.ts";

const sorted = decided("not-yet-executable");

const unverified = {
  ...outOfOrder,
  series: "ORD_SORT",
  owner: "agency-head",
  starts: [sorted],
  forbids: {
    all: [
      { without: happened("conditions-verified"), of: "debtors" },
      { without: answered("verification-delegation-answered"), of: "debtors" },
    ],
  },
  // Some grounds are events that need no verification, such as a thing that is lost; the ground says by a code if it is want of means.
  accuses: {
    all: [
      { fact: "kept-from-beginning" },
      { answers: happened("no-condition-ground-established", { ground: ["no-means"] }) },
      { without: answered("information-supplied"), of: "debtors" },
    ],
  },
  note: {
    vi: "được phép khi đã xác minh điều kiện thi hành án của người đó, hoặc khi căn cứ là một sự kiện (vật đặc định không còn)",
    en: "allowed once that debtor's conditions were verified, or where the ground is an event such as a thing that is gone",
  },
} as const;

const full = (length: number): Condition => ({ since: sorted, term: { unit: "year", length } });

const setAside = {
  ...outOfOrder,
  series: "ORD_SEPARATE_BOOK",
  owner: "agency",
  starts: [happened("moved-to-separate-book")],
} as const;

const returned = {
  ...outOfOrder,
  series: "ORD_RETURN",
  owner: "agency",
  starts: [happened("request-returned")],
} as const;

const lifted = [decided("resumption", "withdrawal", "annulment", "termination")];
const stillSorted: Condition = { standing: sorted, until: lifted };

const whileSorted = {
  ...outOfOrder,
  series: "ORD_SORTED_OUT",
  owner: "agency",
  starts: [decided("coercion", "seizure"), happened("asset-seized"), happened("coercion-carried-out")],
  forbids: stillSorted,
  // Another item of the judgment may have been executable all the time.
  accuses: never,
  note: {
    vi: "được phép sau quyết định tiếp tục thi hành án, hoặc đối với khoản có điều kiện thi hành",
    en: "allowed after a decision to resume, or for an item that is executable",
  },
} as const;

const foundExecutable = {
  series: "ORD_RESUME_DUE",
  ...duty,
  owner: "agency-head",
  starts: [happened("conditions-verified", { result: ["executable"] })],
  metBy: [decided("resumption")],
  excusedBy: [decided("resumption", "termination", "withdrawal")],
  when: stillSorted,
  accuses: never,
  term: workingDays(5),
  note: {
    vi: "không áp dụng khi người có điều kiện là người khác, hoặc khoản khác",
    en: "not where another debtor, or another item, was found executable",
  },
} as const;

export const sortingOrders: readonly RuleVersion[] = [
  { ...whileSorted, ...l2008, citation: cite("26/2008/QH12", "44a(2)") },
  { ...whileSorted, ...l2025, citation: cite("106/2025/QH15", "38(2)") },
  { ...foundExecutable, ...d62, citation: cite("62/2015/NĐ-CP", "9(4)") },
  { ...foundExecutable, ...l2025, citation: cite("106/2025/QH15", "38(2)") },
  { ...unverified, ...l2008, citation: cite("26/2008/QH12", "44a(1)") },
  { ...unverified, ...l2025, citation: cite("106/2025/QH15", "38(1)") },
  {
    ...setAside,
    ...d62,
    forbids: {
      any: [
        { not: full(1) },
        { all: [{ any: [{ fact: "in-prison" }, { fact: "address-unknown" }] }, { not: full(2) }] },
      ],
    },
    // The party's prison or address is known for today and not for that day, so the second year only asks.
    accuses: { all: [{ fact: "kept-from-beginning" }, { not: full(1) }] },
    citation: cite("62/2015/NĐ-CP", "9(5)"),
    note: {
      vi: "được phép khi đã hết 01 năm kể từ quyết định chưa có điều kiện (02 năm nếu đang chấp hành án phạt tù hoặc không rõ địa chỉ) và đã xác minh ít nhất hai lần",
      en: "allowed one year after the not-yet-executable decision (two for a prisoner or an unknown address) and two verifications",
    },
  },
  {
    ...setAside,
    ...l2025,
    forbids: { fact: "on-request" },
    // A year that ran under decree 62 may have been full before.
    accuses: never,
    citation: cite("152/2026/NĐ-CP", "22(1)"),
    note: {
      vi: "được phép với việc chủ động thi hành án; việc theo yêu cầu thì gửi lại yêu cầu",
      en: "allowed for an own-motion case; where there is a request, the request is returned",
    },
  },
  {
    ...returned,
    ...l2008,
    forbids: { all: [] },
    citation: cite("26/2008/QH12", "51", "Art.51 (repealed 2015-07-01)"),
    note: {
      vi: "từ ngày 01/7/2015 đến ngày 30/6/2026 không có việc trả đơn; việc chưa có điều kiện thì ra quyết định và chuyển sổ theo dõi riêng",
      en: "no request is returned from 2015-07-01 to 2026-06-30; a case not yet executable is decided so and moves to the separate book",
    },
  },
  {
    ...returned,
    ...l2025,
    forbids: { any: [{ fact: "own-motion" }, { not: { done: sorted, by: "start" } }] },
    // A request may also be returned to a creditor who keeps back title papers (D152/2026 Art.42(8)).
    accuses: { fact: "own-motion" },
    citation: cite("106/2025/QH15", "38(4)"),
    note: {
      vi: "được phép với việc theo yêu cầu, sau quyết định chưa có điều kiện thi hành án; việc chủ động thì chuyển sổ theo dõi riêng",
      en: "allowed in a case on request, after the not-yet-executable decision; an own-motion case moves to the separate book",
    },
  },
];
