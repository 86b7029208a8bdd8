/** The names of the rules on protests, which bind the agency and the procuracy itself. */

import type { Words } from "../../language.ts";

export const protestingNames = {
  PROTEST_SAME_LEVEL: { vi: "Viện kiểm sát cùng cấp kháng nghị", en: "protest by the procuracy of the same level" },
  PROTEST_SUPERIOR: { vi: "Viện kiểm sát cấp trên kháng nghị", en: "protest by the superior procuracy" },
  PROTEST_AREA_PROVINCE: {
    vi: "Viện kiểm sát khu vực, cấp tỉnh kháng nghị",
    en: "protest by an area or provincial procuracy",
  },
  PROTEST_SUPREME: { vi: "Viện kiểm sát nhân dân tối cao kháng nghị", en: "protest by the Supreme Procuracy" },
  PROTEST_AFTER_CASE_END: { vi: "kháng nghị sau khi kết thúc thi hành án", en: "protest after the end of enforcement" },
  PROTEST_REPLY: { vi: "trả lời kháng nghị", en: "reply to the protest" },
  PROTEST_COMPLY: { vi: "thực hiện kháng nghị", en: "carry out the protest" },
  PROTEST_RECONSIDER_REPLY: {
    vi: "Viện kiểm sát trả lời đề nghị xem xét lại kháng nghị",
    en: "answer the request to reconsider the protest",
  },
  PROTEST_ESCALATION_REPLY: {
    vi: "cơ quan cấp trên trả lời việc không nhất trí với kháng nghị",
    en: "binding answer on the disputed protest",
  },
  PROTEST_MINISTER_REPLY: { vi: "Bộ trưởng xem xét, trả lời", en: "Minister re-examines and replies" },
} as const satisfies Record<string, Words>;
