/** Acts on a seized asset and on the money that comes of it. */

import { type ActEntry, happened, received } from "./entry.ts";

export const sellingActs = {
  "asset-seized": { vi: "kê biên tài sản", en: "asset seized", subjects: ["asset"], days: happened },
  "seizure-lifted": { vi: "giải tỏa kê biên", en: "seizure lifted", subjects: ["asset"], days: happened },
  "valuation-contract-signed": {
    vi: "ký hợp đồng thẩm định giá",
    en: "valuation contract signed",
    subjects: ["asset"],
    days: happened,
  },
  "valuation-result-notified": {
    vi: "thông báo kết quả thẩm định giá cho đương sự",
    en: "valuation result notified to the last party",
    subjects: ["asset"],
    days: happened,
  },
  "revaluation-requested": {
    vi: "đương sự yêu cầu định giá lại",
    en: "revaluation requested",
    subjects: ["asset"],
    days: received,
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
    subjects: ["asset"],
    days: happened,
    may: { by: ["agreement", "valuation", "enforcer"] },
  },
  "auction-contract-signed": {
    vi: "ký hợp đồng dịch vụ đấu giá",
    en: "auction contract signed",
    subjects: ["asset"],
    days: happened,
  },
  "auction-held": {
    vi: "tổ chức đấu giá",
    en: "auction held",
    subjects: ["asset"],
    days: happened,
    may: { outcome: ["sold", "failed"] },
  },
  "asset-delivered": {
    vi: "giao tài sản cho người mua, người nhận",
    en: "asset delivered to the buyer or taker",
    subjects: ["asset"],
    days: happened,
  },
  "money-collected": {
    vi: "thu tiền thi hành án",
    en: "money collected",
    subjects: ["sum"],
    days: happened,
    // D152/2026 Art.30(3): paying out may be extended, or blocked by a protest or complaint.
    may: { origin: ["debtor", "deduction", "asset-sale"], payout: ["extended", "blocked"] },
  },
  "paid-out": { vi: "chi trả tiền thi hành án", en: "money paid out", subjects: ["sum"], days: happened },
} as const satisfies Record<string, ActEntry>;
