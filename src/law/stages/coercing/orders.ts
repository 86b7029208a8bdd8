/**
 * What must come before coercion. Law 26/2008: the voluntary period from a valid notice (45(1), 46(1)), told to the debtor (39), under
 * a decision (70(3)). Law 106/2025: the same (35(1), 36(1), 72(1), 72(4)). Freezing, custody and stops of registration are free at any
 * time (66 | 67), and so is coercion where assets are being dissipated, which the act says by `notice: withheld`.
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { anyAsset, l2008, l2025, never, outOfOrder } from "../phrases.ts";
import { answered, decided, happened, sent } from "../../act-day.ts";

const orders = decided("coercion", "seizure");
const steps = [orders, happened("asset-seized"), happened("coercion-carried-out")];

/** What frees coercion of the period and of the notice: an interim measure, or assets that are being dissipated. */
const urgent: Condition = {
  any: [
    { fact: "interim" },
    { trait: "notice", among: ["withheld"] },
    { answers: happened("decision-issued", { notice: ["withheld"] }) },
  ],
};

const duringPeriod = {
  ...outOfOrder,
  series: "ORD_VOLUNTARY",
  owner: "agency",
  starts: steps,
  when: { not: urgent },
  forbids: { running: "VOLUNTARY_PERIOD", of: "debtors" },
  note: {
    vi: "được phép khi đã hết thời hạn tự nguyện của người phải thi hành án, hoặc khi không thông báo trước vì cần ngăn tẩu tán tài sản",
    en: "allowed once the debtor's voluntary period has ended, or without notice where assets are being dissipated",
  },
} as const;

const untold = {
  ...outOfOrder,
  series: "ORD_NOTICE_FIRST",
  owner: "agency",
  starts: steps,
  when: { not: urgent },
  forbids: { without: happened("party-notified"), of: "debtors" },
  // The agency that only handles an asset for another one is not the one that told the debtor.
  accuses: { all: [{ fact: "kept-from-beginning" }, { without: decided("asset-handling"), of: "debtors" }] },
  note: {
    vi: "được phép khi quyết định thi hành án đã được thông báo hợp lệ cho người phải thi hành án, hoặc khi không thông báo trước vì cần ngăn tẩu tán tài sản",
    en: "allowed once the debtor was validly told of the enforcement decision, or without notice where assets are being dissipated",
  },
} as const;

const undecided = {
  ...outOfOrder,
  series: "ORD_COERCION_DECISION",
  owner: "enforcer",
  starts: [happened("coercion-carried-out"), happened("asset-seized")],
  when: { not: { fact: "interim" } },
  forbids: {
    all: [{ not: { done: orders, by: "start" } }, { any: [{ asset: anyAsset }, { without: orders, of: "debtors" }] }],
  },
  // A judgment may order the seizure itself, and more assets may be found while seizing; the file shows neither.
  accuses: { all: [{ fact: "kept-from-beginning" }, { not: { asset: anyAsset } }] },
  note: {
    vi: "được phép khi đã có quyết định cưỡng chế đối với người đó, tài sản đó, hoặc khi bản án tuyên kê biên",
    en: "allowed under a coercion decision on that debtor and asset, or where the judgment orders the seizure",
  },
} as const;

const unexamined = {
  ...outOfOrder,
  series: "ORD_CONDITIONS",
  owner: "agency-head",
  starts: [decided("coercion")],
  when: { not: urgent },
  forbids: {
    all: [
      { without: happened("conditions-verified"), of: "debtors" },
      { without: answered("verification-delegation-answered"), of: "debtors" },
    ],
  },
  // The debtor may have declared the means, or the creditor proved them.
  accuses: never,
  note: {
    vi: "được phép khi đã xác minh người đó có điều kiện thi hành án",
    en: "allowed once that debtor was verified to be able to comply",
  },
} as const;

const unplanned = {
  ...outOfOrder,
  series: "ORD_PLAN",
  owner: "enforcer",
  starts: [happened("coercion-carried-out", { forces: ["mobilised"] })],
  when: { not: urgent },
  forbids: {
    any: [
      { without: happened("coercion-plan-made"), of: "debtors" },
      { without: happened("coercion-plan-approved"), of: "debtors" },
      { without: sent("coercion-plan-sent"), of: "debtors" },
    ],
  },
  // Coercion that had to be carried out at once needs no plan, and not every such act says so.
  accuses: never,
  note: {
    vi: "được phép khi kế hoạch cưỡng chế đã được lập, phê duyệt và gửi trước, hoặc khi phải cưỡng chế ngay",
    en: "allowed once the plan was made, approved and sent, or where coercion cannot wait",
  },
} as const;

export const coercingOrders: readonly RuleVersion[] = [
  {
    ...duringPeriod,
    ...l2008,
    citation: citeTogether("Arts.45(1), 46(1)", ["26/2008/QH12", "45(1)"], ["26/2008/QH12", "46(1)"]),
  },
  {
    ...duringPeriod,
    ...l2025,
    citation: citeTogether("Arts.36(1), 72(1)", ["106/2025/QH15", "36(1)"], ["106/2025/QH15", "72(1)"]),
  },
  { ...untold, ...l2008, citation: citeTogether("Arts.39, 46(1)", ["26/2008/QH12", "39"], ["26/2008/QH12", "46(1)"]) },
  {
    ...untold,
    ...l2025,
    citation: citeTogether("Arts.36(1), 72(1)", ["106/2025/QH15", "36(1)"], ["106/2025/QH15", "72(1)"]),
  },
  { ...undecided, ...l2008, citation: cite("26/2008/QH12", "70(3)") },
  { ...undecided, ...l2025, citation: cite("106/2025/QH15", "72(4)") },
  { ...unexamined, ...l2008, citation: cite("26/2008/QH12", "46(1)") },
  {
    ...unexamined,
    ...l2025,
    citation: citeTogether("Art.72(1),(2)(c)", ["106/2025/QH15", "72(1)"], ["106/2025/QH15", "72(2)(c)"]),
  },
  { ...unplanned, ...l2008, citation: cite("26/2008/QH12", "72") },
  { ...unplanned, ...l2025, citation: cite("106/2025/QH15", "72(6)") },
];
