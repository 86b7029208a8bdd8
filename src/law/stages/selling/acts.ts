/** Acts on a seized asset, from its seizure to its delivery to the buyer. */

import { type ActEntry, onTheDay, receipt } from "../../act-entry.ts";

/** The grounds of a sale without auction: law 26/2008 Art.101, law 106/2025 Art.83. */
const saleWithoutAuction = ["small-value", "perishable"] as const;

const onAsset = { subjects: ["asset"], days: onTheDay } as const;

export const sellingActs = {
  "asset-seized": {
    vi: "kê biên tài sản",
    en: "asset seized",
    ...onAsset,
    // A seizure is coercion (law 106/2025 Art.71(4)), so it states its hour, its forces and notice withheld (Art.80(2)(a)).
    may: {
      "without-auction": saleWithoutAuction,
      forces: ["mobilised", "none-mobilised"],
      hours: ["day", "night"],
      notice: ["withheld"],
    },
  },
  "seizure-lifted": { vi: "giải tỏa kê biên", en: "seizure lifted", subjects: ["asset"], days: onTheDay },
  "common-property-notified": {
    vi: "thông báo cho chủ sở hữu chung về quyền thỏa thuận, khởi kiện",
    en: "co-owners notified to agree or to go to court",
    ...onAsset,
  },
  "common-property-settled": {
    vi: "chủ sở hữu chung thỏa thuận hoặc yêu cầu Tòa án phân chia tài sản chung",
    en: "common property agreed on or brought to court",
    ...onAsset,
    must: { by: ["agreement", "court"] },
  },
  "priority-offered": {
    vi: "thông báo hợp lệ về quyền ưu tiên mua",
    en: "co-owner or holder of priority notified",
    ...onAsset,
  },
  "priority-used": { vi: "người có quyền ưu tiên mua tài sản", en: "right of priority used", ...onAsset },
  "valuation-contract-signed": { vi: "ký hợp đồng thẩm định giá", en: "valuation contract signed", ...onAsset },
  "valuation-result-received": {
    vi: "nhận kết quả thẩm định giá",
    en: "valuation result received",
    subjects: ["asset"],
    days: ["receivedOn"],
  },
  "valuation-result-notified": {
    vi: "thông báo kết quả thẩm định giá cho đương sự",
    en: "valuation result notified to the last party",
    ...onAsset,
  },
  "revaluation-requested": {
    vi: "đương sự yêu cầu định giá lại",
    en: "revaluation requested",
    subjects: ["asset"],
    ...receipt,
  },
  "revaluation-ground-established": {
    vi: "xác định căn cứ định giá lại",
    en: "ground for revaluation established",
    ...onAsset,
  },
  "revaluation-result-received": {
    vi: "có kết quả định giá lại",
    en: "revaluation result received",
    subjects: ["asset"],
    days: ["receivedOn"],
  },
  "price-fixed": {
    vi: "xác định giá tài sản",
    en: "price fixed",
    ...onAsset,
    may: { by: ["agreement", "valuation", "enforcer"], "without-auction": saleWithoutAuction },
  },
  "sold-without-auction": { vi: "bán tài sản không qua thủ tục đấu giá", en: "sold without auction", ...onAsset },
  "auction-contract-signed": {
    vi: "ký hợp đồng dịch vụ đấu giá",
    en: "auction contract signed",
    ...onAsset,
    plans: { what: "auction" },
  },
  // A protest is a ground for a pause (law 106/2025 Art.84(1)(c)).
  "auction-paused": {
    vi: "tạm dừng việc đấu giá",
    en: "auction paused",
    ...onAsset,
    plans: { what: "auction" },
    may: { ground: ["protest", "court", "other"] },
  },
  // `receivedOn` is the day of the auction body's notice of the outcome.
  "auction-held": {
    vi: "tổ chức đấu giá",
    en: "auction held",
    subjects: ["asset"],
    days: ["happenedOn", "receivedOn"],
    may: { outcome: ["sold", "failed"], round: ["first", "later"] },
  },
  "auction-failure-notified": {
    vi: "thông báo cho đương sự việc đấu giá không thành",
    en: "parties notified of the failed auction",
    subjects: ["asset"],
    days: ["happenedOn", "sentOn"],
  },
  "asset-taken": {
    vi: "người được thi hành án nhận tài sản để trừ vào tiền thi hành án",
    en: "asset taken by the creditor in place of money",
    ...onAsset,
  },
  "asset-redeemed": {
    vi: "người phải thi hành án nộp tiền, nhận lại tài sản",
    en: "asset redeemed by the debtor",
    ...onAsset,
  },
  "auction-result-cancelled": { vi: "hủy kết quả đấu giá", en: "auction result cancelled", ...onAsset },
  "buyer-paid": {
    vi: "người mua, người nhận tài sản nộp đủ tiền",
    en: "price paid in full by the buyer or taker",
    ...onAsset,
  },
  // The time to deliver is longer where it is difficult, and does not run out where nobody could deliver (D152/2026 Art.67(1)(c)).
  "delivery-obstructed": {
    vi: "có khó khăn, trở ngại khi giao tài sản",
    en: "delivery of the asset obstructed",
    ...onAsset,
    must: { ground: ["difficulty", "objective-obstacle", "force-majeure"] },
  },
  // `registered`: whether the right to the asset is registered; that to an immovable always is.
  "asset-delivered": {
    vi: "giao tài sản cho người mua, người nhận",
    en: "asset delivered to the buyer or taker",
    ...onAsset,
    may: { registered: ["yes", "no"] },
  },
  "registration-file-supplied": {
    vi: "cung cấp hồ sơ đăng ký quyền cho người mua, người nhận",
    en: "registration file supplied",
    ...onAsset,
  },
} as const satisfies Record<string, ActEntry>;
