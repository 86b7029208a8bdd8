/** The names of the rules on making a decision known and on who carries it out. */

import type { Words } from "../../language.ts";

export const decidingNames = {
  SEND_DECISION_VKS: {
    vi: "gửi quyết định về thi hành án cho Viện kiểm sát",
    en: "send the decision to the procuracy",
  },
  NOTIFY_PARTIES: { vi: "thông báo cho đương sự", en: "notify the parties" },
  POSTING_DURATION: { vi: "thời gian niêm yết công khai", en: "keep the notice posted" },
  FILE_OPEN: { vi: "lập hồ sơ thi hành án", en: "open the enforcement file" },
  CHANGE_ENFORCER_REPLY: {
    vi: "quyết định hoặc từ chối thay đổi chấp hành viên",
    en: "decide or refuse to change the enforcer",
  },
  ORD_EFFECT: {
    vi: "chưa ra quyết định thi hành án khi bản án chưa có hiệu lực pháp luật",
    en: "no enforcement decision before the judgment takes effect",
  },
  ORD_DUE: {
    vi: "chưa ra quyết định thi hành án khi nghĩa vụ chưa đến hạn",
    en: "no enforcement decision before the obligation falls due",
  },
  ORD_REQUEST: {
    vi: "không ra quyết định thi hành án theo yêu cầu khi chưa có đơn",
    en: "no decision on request without a request",
  },
  ORD_OWN_MOTION: {
    vi: "không chờ đơn yêu cầu đối với khoản chủ động thi hành án",
    en: "an own-motion item does not wait for a request",
  },
  ORD_ONE_DECISION: {
    vi: "không ra hai quyết định thi hành án cho cùng một khoản",
    en: "no second enforcement decision on one item",
  },
  ORD_TERMINATED: {
    vi: "không ra quyết định thi hành án mới về việc đã đình chỉ",
    en: "no new decision on what was terminated",
  },
} as const satisfies Record<string, Words>;
