/**
 * What must come before enforcement is halted or resumed. The postponement that a person with the power to protest asked for is lifted
 * at its end, or when they answer that there is no ground (26/2008 48(4); 106/2025 46(3)). Where the protest suspends enforcement, the
 * agency tells the parties and decides nothing of its own (49(1); 47(2)). A postponement that the parties agree to names its last day
 * (48(1)(c)). While enforcement is halted no step is taken (48, 49; 46, 47), nor under a decision that was taken back. A running case is
 * delegated once its decision was withdrawn (57(1)(a); 49(2)), and not terminated between a sale and its delivery (D62/2015 5(3);
 * D152/2026 14(2)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { d62, l2008, l2008Unamended, l2025, never, outOfOrder } from "../phrases.ts";
import { type ActDay, answered, decided, happened, received } from "../../act-day.ts";

const asked = answered("postponement-requested");
const namedEnd: ActDay = { act: "postponement-requested", days: ["plannedFor"] };

const liftedEarly = {
  ...outOfOrder,
  series: "ORD_PROTEST_POSTPONE",
  owner: "agency-head",
  starts: [decided("resumption")],
  when: { any: [{ answers: asked }, { answers: decided("postponement") }] },
  forbids: {
    all: [
      { done: asked, by: "start" },
      { not: { since: asked, term: { unit: "month", length: 3 } } },
      { not: { since: namedEnd, term: { unit: "calendar_day", length: 0 } } },
      // A postponement on another ground may have been the one that was lifted.
      { without: answered("ground-established", { for: ["postponement"] }), of: "debtors" },
      { without: answered("resumption-ground-established", { after: ["postponement"] }), of: "debtors" },
    ],
  },
  // A request that names no end may have asked for less than the longest, three months.
  accuses: { all: [{ fact: "kept-from-beginning" }, { done: namedEnd, by: "due" }] },
  note: {
    vi: "được phép khi hết thời hạn hoãn, hoặc khi người có thẩm quyền kháng nghị trả lời không có căn cứ kháng nghị hoặc rút yêu cầu",
    en: "allowed once the postponement has ended, or the person with the power to protest answered that there is no ground or withdrew",
  },
} as const;

const suspended = received("cassation-suspension-received");

const ownDecision = {
  ...outOfOrder,
  series: "ORD_CASSATION",
  owner: "agency-head",
  starts: [decided("suspension")],
  forbids: {
    any: [
      { answers: suspended },
      {
        all: [
          { done: suspended, by: "start" },
          // The court may have accepted a petition in bankruptcy as well, and then the agency does decide.
          { without: answered("ground-established", { for: ["suspension"] }), of: "debtors" },
          { without: decided("resumption"), of: "debtors" },
        ],
      },
    ],
  },
  accuses: never,
  note: {
    vi: "khi người kháng nghị đã tạm đình chỉ thì cơ quan thi hành án chỉ thông báo; được ra quyết định khi Tòa án thụ lý yêu cầu mở thủ tục phá sản",
    en: "where the protest suspends enforcement, the agency only tells the parties; it decides where a court accepted a bankruptcy petition",
  },
} as const;

const askedAgain = {
  ...outOfOrder,
  series: "ORD_PROTEST_ONCE",
  owner: "protest-holder",
  starts: [asked],
  forbids: { standing: asked, until: [] },
  // A file may hold more than one judgment, and no text says whether another item may be asked for.
  accuses: never,
  note: {
    vi: "được phép yêu cầu hoãn một lần đối với một bản án, quyết định",
    en: "one request to postpone is allowed for each judgment",
  },
} as const;

const agreed = { for: ["postponement"], ground: ["agreement"] };
const lastDayAgreed: ActDay = { act: "ground-established", days: ["plannedFor"], where: agreed };

const withoutEnd = {
  ...outOfOrder,
  series: "ORD_AGREED_END",
  owner: "agency-head",
  starts: [decided("postponement")],
  forbids: {
    all: [{ answers: answered("ground-established", agreed) }, { not: { answers: lastDayAgreed } }],
  },
  // An import need not state the day that the parties wrote.
  accuses: { fact: "kept-from-beginning" },
  note: {
    vi: "được phép khi văn bản đồng ý hoãn của đương sự ghi rõ thời hạn hoãn",
    en: "allowed where the writing in which the parties agree names how long",
  },
} as const;

const orders = decided("coercion", "seizure");
const halts = decided("postponement", "suspension");
const ends = [decided("resumption", "withdrawal", "annulment", "termination")];

const halted = {
  ...outOfOrder,
  series: "ORD_STANDSTILL",
  owner: "enforcer",
  starts: [
    orders,
    happened("asset-seized"),
    happened("coercion-carried-out"),
    happened("auction-held"),
    happened("paid-out"),
  ],
  forbids: { standing: halts, until: ends },
  // The halt may be of another item, and the texts leave open which steps may go on.
  accuses: never,
  note: {
    vi: "được phép khi đã có quyết định tiếp tục thi hành án, hoặc đối với khoản, người không bị hoãn, tạm đình chỉ",
    en: "allowed once enforcement was resumed, or for an item or person that is not halted",
  },
} as const;

const underWithdrawn = {
  ...outOfOrder,
  series: "ORD_WITHDRAWN",
  owner: "enforcer",
  starts: [
    orders,
    happened("asset-seized"),
    happened("coercion-carried-out"),
    happened("valuation-contract-signed"),
    happened("auction-contract-signed"),
  ],
  forbids: { fact: "decision-withdrawn" },
  // A withdrawal may leave a part of the decision standing.
  accuses: never,
  note: {
    vi: "được phép theo phần quyết định còn hiệu lực hoặc theo quyết định mới",
    en: "allowed under the part of the decision that still stands, or under a new one",
  },
} as const;

const beforeWithdrawal = {
  ...outOfOrder,
  series: "ORD_DELEGATE_WITHDRAW",
  owner: "agency-head",
  starts: [decided("delegation")],
  forbids: { standing: decided("enforcement"), until: [decided("withdrawal", "annulment")] },
  // The decision that delegates may itself withdraw that part.
  accuses: never,
  note: {
    vi: "được phép khi đã thu hồi một phần hoặc toàn bộ quyết định thi hành án, hoặc thu hồi ngay trong quyết định ủy thác",
    en: "allowed once the enforcement decision was withdrawn in whole or part, or where the delegation withdraws it",
  },
} as const;

const beforeDelivery = {
  ...outOfOrder,
  series: "ORD_TERMINATE_SOLD",
  owner: "agency-head",
  starts: [decided("termination")],
  forbids: { fact: "sale-undelivered" },
  // The buyer may have agreed, and only a termination by agreement needs it.
  accuses: never,
  note: {
    vi: "được phép khi đã giao tài sản, hoặc khi người mua, người nhận tài sản đồng ý",
    en: "allowed once the asset was delivered, or where its buyer or taker agrees",
  },
} as const;

export const haltingOrders: readonly RuleVersion[] = [
  { ...askedAgain, ...l2008, citation: cite("26/2008/QH12", "48(2)") },
  { ...askedAgain, ...l2025, citation: cite("106/2025/QH15", "46(2)") },
  // Law 106/2025 does not say that the day must be named.
  { ...withoutEnd, ...l2008, citation: cite("26/2008/QH12", "48(1)(c)") },
  { ...halted, ...l2008, citation: citeTogether("Arts.48, 49", ["26/2008/QH12", "48"], ["26/2008/QH12", "49"]) },
  { ...halted, ...l2025, citation: citeTogether("Arts.46, 47", ["106/2025/QH15", "46"], ["106/2025/QH15", "47"]) },
  { ...underWithdrawn, ...l2008, citation: cite("26/2008/QH12", "37") },
  { ...underWithdrawn, ...l2025, citation: cite("106/2025/QH15", "52") },
  { ...beforeWithdrawal, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(a)") },
  { ...beforeWithdrawal, ...l2025, citation: cite("106/2025/QH15", "49(2)") },
  { ...beforeDelivery, ...d62, citation: cite("62/2015/NĐ-CP", "5(3)") },
  { ...beforeDelivery, ...l2025, citation: cite("152/2026/NĐ-CP", "14(2)") },
  { ...liftedEarly, ...l2008, citation: cite("26/2008/QH12", "48(4)") },
  { ...liftedEarly, ...l2025, citation: cite("106/2025/QH15", "46(3)") },
  { ...ownDecision, ...l2008Unamended, citation: cite("26/2008/QH12", "49(1)") },
  { ...ownDecision, ...l2025, citation: cite("106/2025/QH15", "47(2)") },
];
