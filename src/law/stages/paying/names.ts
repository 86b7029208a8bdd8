/** The names of the rules on money and property: paid out, given back, kept for its owner, forfeited, remitted to the State. */

import type { Words } from "../../language.ts";

export const payingNames = {
  PAY_OUT: { vi: "chi trả tiền, trả tài sản thi hành án", en: "pay out the money or return the asset" },
  PAY_OUT_EXTENDED: { vi: "thời hạn chi trả tiền đã gia hạn", en: "pay out within the extension" },
  PAY_OUT_AFTER_BLOCK: { vi: "chi trả tiền khi không còn căn cứ tạm dừng", en: "pay out when what blocked it is gone" },
  RETURN_PROPERTY_NOTICE: {
    vi: "thông báo đương sự đến nhận lại tiền, tài sản",
    en: "notify the party to collect the property",
  },
  UNCLAIMED_MONEY_DEPOSIT: {
    vi: "gửi tiết kiệm số tiền đương sự không đến nhận",
    en: "deposit the money that was not collected",
  },
  UNCLAIMED_ASSET_SALE: {
    vi: "xử lý tài sản đương sự không đến nhận",
    en: "value and sell the asset that was not collected",
  },
  UNCLAIMED_FORFEIT: {
    vi: "sung quỹ nhà nước tiền, tài sản không có người nhận",
    en: "forfeit what nobody collected to the State",
  },
  STATE_MONEY_REMIT: {
    vi: "nộp ngân sách nhà nước tiền bị tịch thu",
    en: "remit the confiscated money to the State budget",
  },
  ORD_DEPOSIT_DUTY: {
    vi: "gửi tiết kiệm tiền đã thông báo mà chưa có người nhận",
    en: "money that was called for and not fetched is deposited",
  },
  ORD_PAY_DELIVERED: {
    vi: "chỉ chi trả tiền bán tài sản khi đã giao tài sản",
    en: "the price of an asset is paid out only after its delivery",
  },
} as const satisfies Record<string, Words>;
