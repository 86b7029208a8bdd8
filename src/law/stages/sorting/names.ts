/** The names of the rules of a case that is not yet executable. */

import type { Words } from "../../language.ts";

export const sortingNames = {
  NO_CONDITION_DECISION: {
    vi: "ra quyết định về việc chưa có điều kiện thi hành án",
    en: "not-yet-executable decision",
  },
  NO_CONDITION_PUBLISH: {
    vi: "đăng tải thông tin việc chưa có điều kiện thi hành án",
    en: "publish the not-yet-executable decision",
  },
  NO_CONDITION_UPDATE: { vi: "chỉnh lý thông tin đã đăng tải", en: "update the published details" },
  NO_CONDITION_UNPUBLISH: { vi: "chấm dứt đăng tải thông tin", en: "remove the published details" },
  SEPARATE_BOOK: { vi: "chuyển sang sổ theo dõi riêng", en: "move the case to the separate book" },
  RETURN_REQUEST: {
    vi: "gửi lại yêu cầu thi hành án, chuyển sổ theo dõi riêng",
    en: "return the request or move the case to the separate book",
  },
  SEND_RETURN_REQUEST_VKS: {
    vi: "gửi Viện kiểm sát thông báo gửi lại yêu cầu thi hành án",
    en: "send the procuracy the notice returning the request",
  },
  ORD_SORT: {
    vi: "chỉ ra quyết định chưa có điều kiện khi đã xác minh",
    en: "a not-yet-executable decision rests on a verification",
  },
  ORD_SORTED_OUT: {
    vi: "không cưỡng chế, kê biên khi quyết định chưa có điều kiện còn hiệu lực",
    en: "no coercion while the not-yet-executable decision stands",
  },
  ORD_RESUME_DUE: {
    vi: "ra quyết định tiếp tục thi hành án khi xác minh đã có điều kiện",
    en: "decision to resume once the debtor is found able",
  },
  ORD_SEPARATE_BOOK: {
    vi: "chưa chuyển sổ theo dõi riêng khi chưa đủ thời hạn, điều kiện",
    en: "no move to the separate book before its time and conditions",
  },
  ORD_RETURN: {
    vi: "không gửi lại yêu cầu thi hành án ngoài trường hợp luật định",
    en: "a request is returned only where the law allows it",
  },
} as const satisfies Record<string, Words>;
