/** The names of the rules from the seizure of an asset to its delivery to the buyer. */

import type { Words } from "../../language.ts";

export const sellingNames = {
  VALUATION_CONTRACT: { vi: "ký hợp đồng thẩm định giá", en: "sign the valuation contract" },
  REVALUATION_REQUEST: { vi: "thời hạn yêu cầu định giá lại", en: "period to request revaluation" },
  AUCTION_CONTRACT: { vi: "ký hợp đồng dịch vụ đấu giá", en: "sign the auction contract" },
  REVALUATION_DO: { vi: "định giá lại tài sản", en: "carry out the revaluation" },
  VALUATION_RESULT_NOTICE: { vi: "thông báo kết quả thẩm định giá", en: "notify the valuation result" },
  AUCTION_HOLD_MOVABLE: { vi: "tổ chức đấu giá động sản", en: "hold the auction of a movable" },
  AUCTION_HOLD_IMMOVABLE: { vi: "tổ chức đấu giá bất động sản", en: "hold the auction of an immovable" },
  SELL_SMALL: { vi: "bán tài sản không qua thủ tục đấu giá", en: "sell without auction" },
  REDEEM_ASSET: {
    vi: "quyền nhận lại tài sản trước khi mở cuộc đấu giá",
    en: "right to redeem the asset before the auction",
  },
  FAILED_AUCTION_ASK: {
    vi: "thông báo, yêu cầu đương sự thỏa thuận mức giảm giá",
    en: "ask the parties to agree on the price cut",
  },
  PRICE_CUT_DECISION: { vi: "ra quyết định giảm giá tài sản", en: "price-cut decision" },
  FAILED_AUCTION_NOTICE: { vi: "thông báo việc đấu giá không thành", en: "notify the parties of the failed auction" },
  PREEMPT_IMMOVABLE: { vi: "quyền ưu tiên mua bất động sản", en: "right of priority to buy an immovable" },
  PREEMPT_MOVABLE: { vi: "quyền ưu tiên mua động sản", en: "right of priority to buy a movable" },
  PREEMPT_PAY: { vi: "người có quyền ưu tiên mua nộp tiền", en: "holder of priority pays the price" },
  DELIVER_SMALL: { vi: "giao tài sản bán không qua thủ tục đấu giá", en: "deliver an asset sold without auction" },
  AUCTION_BUYER_PAY: { vi: "người mua được tài sản nộp tiền", en: "buyer pays the price" },
  AUCTION_DELIVER: { vi: "giao tài sản cho người mua, người nhận", en: "deliver the asset to the buyer or taker" },
  AUCTION_DELIVER_DIFFICULT: {
    vi: "giao tài sản cho người mua, người nhận khi có khó khăn",
    en: "deliver the asset where it is difficult",
  },
  REGISTRATION_FILE: { vi: "cung cấp hồ sơ đăng ký quyền sở hữu, quyền sử dụng", en: "supply the registration file" },
  COMMON_PROPERTY_AGREE: {
    vi: "thỏa thuận phân chia tài sản chung hoặc yêu cầu Tòa án",
    en: "agree on the common property or go to court",
  },
  ORD_SHARE: {
    vi: "chưa xử lý tài sản chung khi chưa hết thời hạn thỏa thuận, khởi kiện",
    en: "common property waits for the owners to agree or sue",
  },
  ORD_PRIORITY: {
    vi: "chưa ký hợp đồng đấu giá khi chưa hết thời hạn ưu tiên mua",
    en: "no auction contract while the right of priority runs",
  },
  ORD_CUT: {
    vi: "chỉ giảm giá sau khi đấu giá không thành",
    en: "a price is cut only after a failed auction",
  },
  ORD_DELIVER_PAID: {
    vi: "chỉ giao tài sản khi người mua đã nộp đủ tiền",
    en: "a sold asset is delivered only after full payment",
  },
  ORD_AUCTION_AFTER_REVALUE: {
    vi: "chưa ký hợp đồng đấu giá khi còn thời hạn yêu cầu định giá lại",
    en: "no auction contract while a new valuation may be asked for",
  },
  ORD_VALUE_AFTER_SEIZURE: {
    vi: "chưa ký hợp đồng thẩm định giá khi chưa kê biên tài sản",
    en: "no valuation contract before the seizure",
  },
} as const satisfies Record<string, Words>;
