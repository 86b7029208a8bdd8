/** Acts on the money and property of a case: collecting, paying out, blocking, giving back, forfeiting it. */

import { type ActEntry, onTheDay, receipt } from "../../act-entry.ts";

export const payingActs = {
  "money-collected": {
    vi: "thu tiền thi hành án",
    en: "money collected",
    subjects: ["sum"],
    days: onTheDay,
    makes: true,
    may: { origin: ["debtor", "deduction", "asset-sale"] },
  },
  "asset-collected": {
    vi: "thu tài sản để giao cho người được thi hành án",
    en: "asset collected for the creditor",
    subjects: ["asset"],
    days: onTheDay,
  },
  "paid-out": { vi: "chi trả tiền thi hành án", en: "money paid out", subjects: ["sum"], days: onTheDay },
  "asset-returned": { vi: "trả tài sản", en: "asset returned", subjects: ["asset"], days: onTheDay },
  // D152/2026 Art.30(3)(a): for many payees, little money, or other assets in process.
  "payout-extended": {
    vi: "kéo dài thời hạn chi trả",
    en: "pay-out extended",
    subjects: ["sum", "asset"],
    days: onTheDay,
  },
  // D152/2026 Art.30(3)(b)-(d); the block ends by Art.30(4).
  "payout-blocked": {
    vi: "tạm dừng chi trả do kháng nghị, khiếu nại, tranh chấp",
    en: "pay-out blocked",
    subjects: ["sum", "asset"],
    days: onTheDay,
  },
  "payout-unblocked": {
    vi: "không còn căn cứ tạm dừng chi trả",
    en: "ground that blocked the pay-out gone",
    subjects: ["sum", "asset"],
    days: ["happenedOn", "receivedOn"],
  },
  "return-ground-arisen": {
    vi: "phát sinh căn cứ trả lại tiền, tài sản",
    en: "ground to return money or property arose",
    subjects: ["sum", "asset"],
    days: onTheDay,
  },
  "collection-notified": {
    vi: "thông báo đương sự đến nhận tiền, tài sản",
    en: "party notified to collect",
    subjects: ["sum", "asset"],
    days: ["happenedOn", "sentOn"],
    plans: { what: "collection" },
    may: { perishable: ["yes", "no"] },
  },
  "money-deposited": {
    vi: "gửi tiết kiệm số tiền chưa có người nhận",
    en: "uncollected money deposited",
    subjects: ["sum"],
    days: onTheDay,
  },
  "unclaimed-asset-sold": {
    vi: "thẩm định giá, bán tài sản chưa có người nhận",
    en: "uncollected asset put to valuation and sale",
    subjects: ["asset"],
    days: onTheDay,
  },
  // The five years before a forfeiture run from this day. `judgment-effective` is the same event in the intake.
  "judgment-took-effect": {
    vi: "bản án, quyết định được thi hành có hiệu lực pháp luật",
    en: "the judgment that the case enforces took legal effect",
    subjects: ["case"],
    days: onTheDay,
  },
  "unclaimed-forfeited": {
    vi: "sung quỹ nhà nước tiền, tài sản không có người nhận",
    en: "unclaimed money or asset forfeited to the State",
    subjects: ["sum", "asset"],
    days: onTheDay,
  },
  "state-money-received": {
    vi: "thu, nhận tiền bị tịch thu sung quỹ nhà nước",
    en: "confiscated money received",
    subjects: ["sum"],
    ...receipt,
    makes: true,
  },
  "state-money-remitted": {
    vi: "nộp ngân sách nhà nước",
    en: "remitted to the State budget",
    subjects: ["sum"],
    days: onTheDay,
  },
} as const satisfies Record<string, ActEntry>;
