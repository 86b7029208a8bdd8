/** The names of the rules on recommendations and on requests of the procuracy. */

import type { Words } from "../../language.ts";

export const recommendingNames = {
  RECOMMENDATION_REPLY: { vi: "trả lời kiến nghị", en: "reply to the recommendation" },
  RECOMMENDATION_COMPLY: { vi: "thực hiện kiến nghị", en: "carry out the recommendation" },
  RECOMMENDATION_DISAGREE: {
    vi: "nêu lý do không nhất trí với kiến nghị",
    en: "give reasons for disagreeing with the recommendation",
  },
  REQUEST_COMPLY: { vi: "thực hiện yêu cầu của Viện kiểm sát", en: "comply with the procuracy's request" },
  REQUEST_SELF_INSPECT: {
    vi: "tự kiểm tra và báo cáo kết quả cho Viện kiểm sát",
    en: "self-inspect and report to the procuracy",
  },
} as const satisfies Record<string, Words>;
