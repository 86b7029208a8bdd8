/** The names of the rules on exemption and reduction of what is owed to the State budget. */

import type { Words } from "../../language.ts";

export const exemptingNames = {
  EXEMPT_ACCEPT: { vi: "Tòa án thụ lý hồ sơ đề nghị xét miễn, giảm", en: "court accepts the exemption file" },
  EXEMPT_SESSION: { vi: "Tòa án mở phiên họp xét miễn, giảm", en: "court holds the exemption session" },
  EXEMPT_SEND: { vi: "Tòa án gửi quyết định về miễn, giảm", en: "court sends the exemption decision" },
  EXEMPT_PROTEST_SAME: {
    vi: "Viện kiểm sát cùng cấp kháng nghị quyết định miễn, giảm",
    en: "procuracy of the same level protests the exemption decision",
  },
  EXEMPT_PROTEST_SUPERIOR: {
    vi: "Viện kiểm sát cấp trên kháng nghị quyết định miễn, giảm",
    en: "superior procuracy protests the exemption decision",
  },
  EXEMPT_FORWARD: {
    vi: "Tòa án chuyển hồ sơ, kháng nghị lên Tòa án cấp trên",
    en: "court forwards the file to the superior court",
  },
  EXEMPT_HEAR: {
    vi: "Tòa án cấp trên mở phiên họp xét kháng nghị",
    en: "superior court holds the session on the protest",
  },
  EXEMPT_VERIFY_FRESH: {
    vi: "biên bản xác minh trong hồ sơ miễn, giảm",
    en: "verification minutes of the exemption file",
  },
  EXEMPT_VKS_REVIEW: {
    vi: "Viện kiểm sát xem xét, trả hồ sơ miễn, giảm kèm ý kiến",
    en: "procuracy reviews and returns the exemption file with its opinion",
  },
  ORD_EXEMPT_SPACING: {
    vi: "mỗi bản án chỉ xét miễn, giảm một lần trong 12 tháng",
    en: "one exemption for a judgment in twelve months",
  },
} as const satisfies Record<string, Words>;
