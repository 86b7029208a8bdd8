/** Acts on the exemption or reduction of what a debtor owes to the State budget. */

import { type ActEntry, delivered, onTheDay, written } from "../../act-entry.ts";

export const exemptingActs = {
  "exemption-file-sent-to-procuracy": {
    vi: "gửi hồ sơ đề nghị xét miễn, giảm cho Viện kiểm sát",
    en: "exemption file sent to the procuracy",
    subjects: ["party"],
    days: delivered,
  },
  "exemption-opinion-given": {
    vi: "Viện kiểm sát trả hồ sơ kèm ý kiến về miễn, giảm",
    en: "opinion of the procuracy on the exemption",
    subjects: ["party"],
    days: written,
  },
  // `receivedOn` is the day on which the court took the file in.
  "exemption-proposed": {
    vi: "đề nghị Tòa án xét miễn, giảm nghĩa vụ thi hành án",
    en: "exemption or reduction proposed to the court",
    subjects: ["party"],
    days: delivered,
  },
  "exemption-accepted": {
    vi: "Tòa án thụ lý hồ sơ đề nghị xét miễn, giảm",
    en: "exemption file accepted by the court",
    subjects: ["party"],
    days: onTheDay,
    // The court opens the session within some days of accepting the file.
    plans: { what: "session" },
  },
  "exemption-session-held": {
    vi: "Tòa án mở phiên họp xét miễn, giảm",
    en: "exemption session held",
    subjects: ["party"],
    days: onTheDay,
  },
  "exemption-decided": {
    vi: "Tòa án ra quyết định về miễn, giảm",
    en: "exemption decided",
    subjects: ["party"],
    days: onTheDay,
    may: { result: ["granted", "refused"] },
  },
  "exemption-decision-sent": {
    vi: "Tòa án gửi quyết định về miễn, giảm",
    en: "exemption decision sent",
    subjects: ["party"],
    days: delivered,
  },
  "exemption-protested": {
    vi: "Viện kiểm sát kháng nghị quyết định miễn, giảm",
    en: "exemption decision protested",
    subjects: ["party"],
    days: written,
    must: { level: ["same-level", "superior"] },
  },
  "exemption-file-forwarded": {
    vi: "Tòa án chuyển hồ sơ, kháng nghị lên Tòa án cấp trên",
    en: "exemption file forwarded to the superior court",
    subjects: ["party"],
    days: delivered,
    plans: { what: "session" },
  },
  "exemption-protest-heard": {
    vi: "Tòa án cấp trên mở phiên họp xét kháng nghị",
    en: "protest against the exemption decision heard",
    subjects: ["party"],
    days: onTheDay,
  },
} as const satisfies Record<string, ActEntry>;
