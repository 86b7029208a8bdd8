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
} as const satisfies Record<string, Words>;
