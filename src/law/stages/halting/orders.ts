/**
 * What must come before enforcement is halted or resumed. The postponement that a person with the power to protest asked for is lifted
 * at its end, or when they answer that there is no ground (26/2008 48(4); 106/2025 46(3)). Where the protest suspends enforcement, the
 * agency tells the parties and decides nothing of its own (49(1); 47(2)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { l2008, l2008Unamended, l2025, never, outOfOrder } from "../phrases.ts";
import { answered, decided, received } from "../../act-day.ts";

const asked = answered("postponement-requested");

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
      // A postponement on another ground may have been the one that was lifted.
      { without: answered("ground-established", { for: ["postponement"] }), of: "debtors" },
      { without: answered("resumption-ground-established", { after: ["postponement"] }), of: "debtors" },
    ],
  },
  // The request may name an earlier end than the longest, three months, and may be withdrawn.
  accuses: never,
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

export const haltingOrders: readonly RuleVersion[] = [
  { ...liftedEarly, ...l2008, citation: cite("26/2008/QH12", "48(4)") },
  { ...liftedEarly, ...l2025, citation: cite("106/2025/QH15", "46(3)") },
  { ...ownDecision, ...l2008Unamended, citation: cite("26/2008/QH12", "49(1)") },
  { ...ownDecision, ...l2025, citation: cite("106/2025/QH15", "47(2)") },
];
