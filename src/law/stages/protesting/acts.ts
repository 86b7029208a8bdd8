/** Acts of a protest and of the dispute over it. */

import { type ActEntry, onTheDay, protestLevels, receipt, replyOutcomes, written } from "../../act-entry.ts";

const inWriting = { subjects: ["instrument"], days: written } as const;

export const protestingActs = {
  "violation-discovered": {
    vi: "Viện kiểm sát phát hiện hành vi vi phạm",
    en: "violating act discovered by the procuracy",
    subjects: ["case", "decision", "party", "asset", "sum", "instrument"],
    days: onTheDay,
  },
  "protest-issued": {
    vi: "ban hành kháng nghị",
    en: "protest issued",
    subjects: ["instrument"],
    days: onTheDay,
    must: { level: protestLevels },
  },
  "protest-received": { vi: "nhận kháng nghị", en: "protest received", subjects: ["instrument"], ...receipt },
  "protest-replied": {
    vi: "trả lời kháng nghị",
    en: "protest replied to",
    ...inWriting,
    must: { outcome: replyOutcomes },
  },
  "protest-complied": {
    vi: "thực hiện kháng nghị",
    en: "protest carried out",
    subjects: ["instrument"],
    days: onTheDay,
  },
  "reconsideration-requested": {
    vi: "đề nghị Viện kiểm sát xem xét lại kháng nghị",
    en: "reconsideration of the protest requested",
    ...inWriting,
  },
  "reconsideration-answered": {
    vi: "Viện kiểm sát trả lời đề nghị xem xét lại",
    en: "request to reconsider answered",
    ...inWriting,
    must: { outcome: ["maintained", "withdrawn"] },
  },
  "dispute-reported": {
    vi: "báo cáo không nhất trí với kháng nghị",
    en: "disagreement over the protest reported",
    ...inWriting,
  },
  "binding-answer-given": {
    vi: "cơ quan cấp trên trả lời, có giá trị thi hành",
    en: "binding answer given",
    ...inWriting,
    must: { outcome: ["upheld", "overturned"] },
  },
  "minister-asked": {
    vi: "Viện trưởng VKSND tối cao yêu cầu Bộ trưởng xem xét lại",
    en: "Minister asked by the Chief of the Supreme Procuracy to re-examine",
    ...inWriting,
  },
  "minister-answered": {
    vi: "Bộ trưởng trả lời",
    en: "Minister's answer given",
    ...inWriting,
    must: { outcome: ["upheld", "overturned"] },
  },
} as const satisfies Record<string, ActEntry>;
