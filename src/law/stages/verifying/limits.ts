/**
 * Rules on voluntary compliance and on verifying the debtor's conditions, also for another agency.
 *
 * Law 26/2008: 10 days to comply, 15 before 2015-07-01, from receipt or valid notice (45); verification in 10 days after that, at
 * once for an interim measure, again every 6 months, or every year for a debtor with two years or more of prison left or of
 * unknown address, and in 5 working days after a protest; holders of information answer in 3 working days (44).
 * Law 106/2025: 10 days to comply, from valid notice alone (36(1)); verification in 9 days (37(1)); again as before (38(3)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, d62, d62amended, duty, goesOn, l2008, l2025, standstill, workingDays } from "../phrases.ts";
import { answered, decided, happened, received, sent } from "../../act-day.ts";
import { statutoryDay } from "../../statutory-day.ts";

const voluntary = {
  series: "VOLUNTARY_PERIOD",
  mode: "period",
  owner: "debtor",
  starts: [happened("party-notified")],
  metBy: [happened("debtor-complied")],
  excusedBy: standstill,
  direction: "after",
} as const;

const noticeToDebtor = { all: [{ fact: "debtor" }, { answers: decided("enforcement") }] } as const;

const voluntaryPeriods: readonly RuleVersion[] = [
  {
    ...voluntary,
    version: "L2008-orig",
    from: statutoryDay("2009-07-01"),
    until: statutoryDay("2015-07-01"),
    when: noticeToDebtor,
    term: calendarDays(15),
    citation: cite("26/2008/QH12", "45(1)", "Art.45(1) original"),
    confidence: "V2",
    note: { vi: "theo luật sư trích dẫn trên báo năm 2016", en: "quoted by a lawyer in the press, 2016" },
  },
  {
    ...voluntary,
    ...l2008,
    when: noticeToDebtor,
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "45(1)"),
    confidence: "V",
  },
  {
    ...voluntary,
    ...l2025,
    when: { all: [noticeToDebtor, { not: { fact: "interim" } }] },
    term: calendarDays(10),
    citation: cite("106/2025/QH15", "36(1)"),
    confidence: "V",
    note: { vi: "không áp dụng cho biện pháp khẩn cấp tạm thời", en: "not for interim measures" },
  },
];

const verification = {
  mode: "duty",
  owner: "enforcer",
  metBy: [happened("conditions-verified")],
  direction: "after",
} as const;

/** A debtor who paid may have done everything, which the file says only by `debtor-complied`. */
const unpaid: Condition = { not: { done: happened("money-collected"), by: "due" } };
/** Another agency may verify for this one (26/2008 Art.44(3), 106/2025 Art.37(4)(d)). */
const notByAnother: Condition = {
  all: [
    { not: { done: sent("verification-delegated"), by: "due" } },
    { not: { done: answered("verification-delegation-answered"), by: "due" } },
  ],
};

const firstVerification = {
  ...verification,
  series: "VERIFY_FIRST",
  starts: [{ endOf: "VOLUNTARY_PERIOD" }],
  excusedBy: [happened("debtor-complied"), ...standstill],
  when: { not: { fact: "interim" } },
  accuses: {
    all: [
      goesOn,
      unpaid,
      notByAnother,
      // The first notice began the period. A later one begins none, and who was verified by then need not be verified again.
      { not: { done: happened("conditions-verified"), by: "start" } },
    ],
  },
} as const;

const interimVerification = {
  ...verification,
  series: "VERIFY_INTERIM",
  starts: [decided("enforcement")],
  perParty: ["debtor"],
  accuses: { fact: "addressee" },
  when: { fact: "interim" },
  term: { unit: "immediate" },
  confidence: "V",
} as const;

const repeatedVerification = {
  ...verification,
  starts: [happened("conditions-verified")],
  excusedBy: [...standstill, decided("resumption"), happened("debtor-complied"), happened("request-returned")],
  confidence: "V",
} as const;

/** In the separate book a case is verified on new information alone (D62/2015 9(6), D152/2026 22(1)). */
const notSetAside: Condition = { not: { done: happened("moved-to-separate-book"), by: "due" } };
const again: Condition = { all: [goesOn, notByAnother, notSetAside] };
/** After two fruitless verifications the next one waits for new information (26/2008 Art.44(2)). */
const againUnderOldLaw: Condition = { all: [again, { not: { fact: "verified-twice" } }] };

// For a debtor in prison with two years or more to serve, or of unknown address, once a year is enough.
const seldom = { any: [{ fact: "in-prison" }, { fact: "address-unknown" }] } as const;

const halfYearly = {
  ...repeatedVerification,
  series: "VERIFY_REPEAT",
  when: { all: [{ fact: "not-yet-executable" }, { not: seldom }] },
  term: { unit: "month", length: 6 },
} as const;

const yearly = {
  ...repeatedVerification,
  series: "VERIFY_REPEAT_LONG",
  when: { all: [{ fact: "not-yet-executable" }, seldom] },
  term: { unit: "month", length: 12 },
} as const;

const onNewInformation = {
  ...verification,
  series: "VERIFY_ON_NEW_INFO",
  starts: [received("new-information-received")],
  excusedBy: [...standstill, happened("debtor-complied")],
  accuses: { all: [goesOn, notByAnother] },
  term: calendarDays(10),
  confidence: "V",
} as const;

const anew = {
  ...verification,
  series: "REVERIFY_AFTER_PROTEST",
  starts: [received("verification-disputed")],
  excusedBy: [...standstill, happened("debtor-complied")],
  accuses: { all: [goesOn, notByAnother] },
  term: workingDays(5),
  confidence: "V",
} as const;

const verifications: readonly RuleVersion[] = [
  { ...firstVerification, ...l2008, term: calendarDays(10), citation: cite("26/2008/QH12", "44(1)"), confidence: "V" },
  {
    ...firstVerification,
    ...l2025,
    term: calendarDays(9),
    citation: cite("106/2025/QH15", "37(1)"),
    confidence: "V*",
    note: {
      vi: "bản đã đọc ghi “09 ngày”; cần đối chiếu Công báo",
      en: "the copy reads “09 ngày”; confirm against Công báo",
    },
  },
  { ...interimVerification, ...l2008, citation: cite("26/2008/QH12", "44(1)") },
  { ...interimVerification, ...l2025, citation: cite("106/2025/QH15", "37(1)") },
  { ...halfYearly, ...l2008, accuses: againUnderOldLaw, citation: cite("26/2008/QH12", "44(2)") },
  { ...halfYearly, ...l2025, accuses: again, citation: cite("106/2025/QH15", "38(3)") },
  { ...yearly, ...l2008, accuses: againUnderOldLaw, citation: cite("26/2008/QH12", "44(2)") },
  { ...yearly, ...l2025, accuses: again, citation: cite("106/2025/QH15", "38(3)") },
  { ...onNewInformation, ...d62, citation: cite("62/2015/NĐ-CP", "9(4)") },
  { ...onNewInformation, ...l2025, citation: cite("106/2025/QH15", "38(2)") },
  { ...anew, ...l2008, citation: cite("26/2008/QH12", "44(5)") },
  { ...anew, ...l2025, citation: cite("106/2025/QH15", "37(5)") },
];

// Account data are owed at once; a reply later than three working days is late for them too.
const reply = {
  series: "INFO_REPLY",
  ...duty,
  owner: "third-party",
  starts: [received("information-requested")],
  metBy: [answered("information-supplied")],
  term: workingDays(3),
} as const;

const delegated = { ...duty, owner: "agency", metBy: [answered("verification-delegation-answered")] } as const;

const registered = {
  ...delegated,
  series: "DELEGATED_VERIFY_REAL",
  starts: [received("verification-delegated", { verifies: ["registered-assets"] })],
  // A complex verification may take up to 45 days, so after 30 days a person must say whether it is late.
  accuses: { not: { trait: "complexity", among: ["complex"] } },
  term: calendarDays(30),
  note: { vi: "phức tạp: tối đa 45 ngày", en: "max 45 if complex" },
} as const;

const otherAssets = {
  ...delegated,
  series: "DELEGATED_VERIFY_OTHER",
  starts: [received("verification-delegated", { verifies: ["other-assets", "accounts"] })],
  term: calendarDays(15),
} as const;

const answersOfOthers: readonly RuleVersion[] = [
  {
    ...reply,
    ...l2008,
    citation: cite("26/2008/QH12", "44(6)(b)"),
    note: { vi: "thông tin về tài khoản: ngay", en: "account data: immediately" },
  },
  {
    ...reply,
    ...l2025,
    citation: cite("106/2025/QH15", "37(6)(b)"),
    note: {
      vi: "thông tin về tài khoản, biện pháp khẩn cấp tạm thời: ngay",
      en: "accounts, interim measures: immediately",
    },
  },
  { ...registered, ...d62amended, citation: cite("62/2015/NĐ-CP", "9(2)(a)") },
  { ...registered, ...l2025, citation: cite("152/2026/NĐ-CP", "21(5)(a)") },
  { ...otherAssets, ...d62amended, citation: cite("62/2015/NĐ-CP", "9(2)(b)") },
  {
    ...otherAssets,
    ...l2025,
    citation: cite("152/2026/NĐ-CP", "21(5)(b)"),
    note: {
      vi: "tài khoản, biện pháp khẩn cấp tạm thời: ngay (điểm c khoản 5 Điều 21)",
      en: "accounts, interim measures: immediately (21(5)(c))",
    },
  },
];

export const verifyingLimits: readonly RuleVersion[] = [...voluntaryPeriods, ...verifications, ...answersOfOthers];
