/** Rule versions of edition 1 from the sale of an asset on, kept as what was otherwise in those that edition 2 changed. They are never edited. */

import type { ActDay } from "../act-day.ts";
import { statutoryDay } from "../statutory-day.ts";
import type { Changes } from "./changes.ts";

const postponementSuspensionTermination: ActDay = {
  act: "decision-issued",
  days: ["happenedOn"],
  where: { decision: ["postponement", "suspension", "termination"] },
};
const caseEnded: ActDay = { act: "case-ended", days: ["happenedOn"] };
const agreementEnforcer: ActDay = {
  act: "price-fixed",
  days: ["happenedOn"],
  where: { by: ["agreement", "enforcer"] },
};
const seizureLifted: ActDay = { act: "seizure-lifted", days: ["happenedOn"] };
const soldWithoutAuction: ActDay = { act: "sold-without-auction", days: ["happenedOn"] };
const assetTaken: ActDay = { act: "asset-taken", days: ["happenedOn"] };
const priorityUsed: ActDay = { act: "priority-used", days: ["happenedOn"] };
const auctionPaused: ActDay = { act: "auction-paused", days: ["happenedOn"] };
const assetRedeemed: ActDay = { act: "asset-redeemed", days: ["happenedOn"] };
const auctionResultCancelled: ActDay = { act: "auction-result-cancelled", days: ["happenedOn"] };

export const rulesFromSale: Changes["rules"] = {
  "VALUATION_CONTRACT L2008 2009-07-01": {
    excusedBy: [agreementEnforcer, seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "VALUATION_CONTRACT L2025 2026-07-01": {
    excusedBy: [agreementEnforcer, seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "VALUATION_RESULT_NOTICE L2025 2026-07-01": {
    excusedBy: [seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "REVALUATION_DO L2025 2026-07-01": {
    excusedBy: [seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "AUCTION_CONTRACT L2008 2009-07-01": {
    excusedBy: [
      soldWithoutAuction,
      assetTaken,
      priorityUsed,
      seizureLifted,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "AUCTION_CONTRACT L2025 2026-07-01": {
    excusedBy: [
      soldWithoutAuction,
      assetTaken,
      priorityUsed,
      seizureLifted,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "SELL_SMALL L2008 2009-07-01": {
    excusedBy: [seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "SELL_SMALL L2025 2026-07-01": {
    excusedBy: [seizureLifted, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "AUCTION_HOLD_MOVABLE L2008 2009-07-01": {
    excusedBy: [
      auctionPaused,
      seizureLifted,
      assetRedeemed,
      assetTaken,
      priorityUsed,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "AUCTION_HOLD_MOVABLE L2025 2026-07-01": {
    excusedBy: [
      auctionPaused,
      seizureLifted,
      assetRedeemed,
      assetTaken,
      priorityUsed,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "AUCTION_HOLD_IMMOVABLE L2008 2009-07-01": {
    excusedBy: [
      auctionPaused,
      seizureLifted,
      assetRedeemed,
      assetTaken,
      priorityUsed,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "AUCTION_HOLD_IMMOVABLE L2025 2026-07-01": {
    excusedBy: [
      auctionPaused,
      seizureLifted,
      assetRedeemed,
      assetTaken,
      priorityUsed,
      postponementSuspensionTermination,
      caseEnded,
    ],
    accuses: undefined,
  },
  "FAILED_AUCTION_ASK L2008 2015-07-01": {
    excusedBy: [seizureLifted, assetRedeemed, assetTaken, priorityUsed, postponementSuspensionTermination, caseEnded],
    accuses: { trait: "round", among: ["first"] },
  },
  "FAILED_AUCTION_NOTICE L2025 2026-07-01": {
    carriesOver: undefined,
    excusedBy: [seizureLifted, assetRedeemed, assetTaken, priorityUsed, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "PRICE_CUT_DECISION L2025 2026-07-01": {
    carriesOver: undefined,
    excusedBy: [seizureLifted, assetRedeemed, assetTaken, priorityUsed, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "AUCTION_DELIVER L2008 2025-01-01": {
    excusedBy: [auctionResultCancelled],
    from: statutoryDay("2020-05-01"),
    note: {
      vi: "chưa tách được ngày hiệu lực với Nghị định 152/2024/NĐ-CP (01/01/2025) trong bản pháp điển",
      en: "start date of this text not separated from D152/2024 (2025-01-01) in the codified copy",
    },
  },
  "AUCTION_DELIVER L2025 2026-07-01": {
    excusedBy: [auctionResultCancelled],
    citation: { law: "152/2026/NĐ-CP", article: "67", text: "D152/2026 Art.67" },
    note: undefined,
  },
  "PAY_OUT L2008 2015-07-01": {
    when: undefined,
    accuses: undefined,
    starts: [
      { act: "money-collected", days: ["happenedOn"] },
      { act: "asset-collected", days: ["happenedOn"] },
    ],
    settledBy: undefined,
    citation: { law: "26/2008/QH12", article: "47", clause: "5", text: "Art.47(5)" },
  },
  "PAY_OUT L2025 2026-07-01": {
    when: { not: { trait: "origin", among: ["asset-sale"] } },
    accuses: undefined,
    settledBy: undefined,
  },
  "UNCLAIMED_MONEY_DEPOSIT L2008 2009-07-01": { accuses: undefined },
  "UNCLAIMED_MONEY_DEPOSIT L2025 2026-07-01": { accuses: undefined },
  "UNCLAIMED_ASSET_SALE L2008 2009-07-01": { accuses: undefined },
  "UNCLAIMED_ASSET_SALE L2025 2026-07-01": { accuses: undefined },
  "UNCLAIMED_FORFEIT L2008 2009-07-01": { accuses: undefined },
  "UNCLAIMED_FORFEIT L2025 2026-07-01": { accuses: undefined },
  "CONFISCATED_HANDOVER L2008 2009-07-01": { excusedBy: undefined, accuses: undefined },
  "CONFISCATED_HANDOVER L2025 2026-07-01": { excusedBy: undefined, accuses: undefined },
  "DESTRUCTION_COUNCIL L2008 2009-07-01": { excusedBy: undefined, accuses: undefined },
  "DESTRUCTION_COUNCIL L2025 2026-07-01": { excusedBy: undefined, accuses: undefined },
  "DESTRUCTION_DO L2008 2015-09-01": { excusedBy: undefined, accuses: undefined },
  "DESTRUCTION_DO L2025 2026-07-01": { excusedBy: undefined, accuses: undefined },
  "COURT_GDT_REPLY L2008 2015-07-01": { accuses: undefined },
  "EXEMPT_HEAR L2008 2009-07-01": { accuses: undefined },
  "EXEMPT_HEAR L2025 2026-07-01": { accuses: undefined },
  "EXEMPT_VERIFY_FRESH L2008 2009-07-01": { accuses: undefined },
  "EXEMPT_VERIFY_FRESH L2025 2026-07-01": { accuses: undefined },
  "EXEMPT_VKS_REVIEW L2008 2015-11-01": {
    until: undefined,
    note: {
      vi: "chưa tìm thấy thông tư thay thế theo khoản 6 Điều 42 Luật 106/2025",
      en: "post-2026 successor circular under law 106/2025 Art.42(6) not found",
    },
  },
  "DENUNCIATION_RESOLVE L2008 2009-07-01": { excusedBy: undefined },
  "DENUNCIATION_RESOLVE L2025 2026-07-01": { excusedBy: undefined },
  "DENUNCIATION_RESOLVE_COMPLEX L2025 2026-07-01": { excusedBy: undefined },
  "DENUNCIATION_RESOLVE_VERY_COMPLEX L2025 2026-07-01": { excusedBy: undefined },
  "STAT_CLOSE JC12-2021 2022-02-25": {
    until: undefined,
    note: { vi: "cần kiểm tra còn hiệu lực sau 01/07/2026", en: "check whether replaced after 2026-07-01" },
  },
  "STAT_PROVINCE_COMPILE JC12-2021 2022-02-25": { until: undefined },
  "STAT_COUNTERSIGN JC12-2021 2022-02-25": { until: undefined },
  "STAT_SEND_CENTRAL JC12-2021 2022-02-25": { until: undefined },
};
