/** The names of the rules on voluntary compliance and verification. */

import type { Words } from "../../language.ts";

export const verifyingNames = {
  VOLUNTARY_PERIOD: { vi: "thời hạn tự nguyện thi hành án", en: "period of voluntary compliance" },
  VERIFY_FIRST: { vi: "xác minh điều kiện thi hành án lần đầu", en: "first verification of enforcement conditions" },
  VERIFY_INTERIM: { vi: "xác minh để thi hành biện pháp khẩn cấp tạm thời", en: "verification for an interim measure" },
  VERIFY_REPEAT: { vi: "xác minh lại điều kiện thi hành án", en: "repeated verification of enforcement conditions" },
  VERIFY_REPEAT_LONG: {
    vi: "xác minh lại khi người phải thi hành án ở tù hoặc chưa rõ địa chỉ",
    en: "repeated verification of a debtor in prison or of unknown address",
  },
  VERIFY_ON_NEW_INFO: {
    vi: "xác minh khi có thông tin mới về điều kiện thi hành án",
    en: "verification on new information",
  },
  REVERIFY_AFTER_PROTEST: {
    vi: "xác minh lại khi kết quả khác nhau hoặc có kháng nghị",
    en: "verification anew after a differing result or a protest",
  },
  INFO_REPLY: { vi: "cung cấp thông tin theo yêu cầu", en: "supply the requested information" },
  DELEGATED_VERIFY_REAL: {
    vi: "trả lời ủy quyền xác minh bất động sản, động sản phải đăng ký",
    en: "answer the delegated verification of registered assets",
  },
  DELEGATED_VERIFY_OTHER: {
    vi: "trả lời ủy quyền xác minh tài sản khác",
    en: "answer the delegated verification of other assets",
  },
  ORD_INACTIVE: {
    vi: "không để việc có điều kiện thi hành nằm yên",
    en: "an executable case does not lie still",
  },
} as const satisfies Record<string, Words>;
