/** Acts around a decision: issuing it, sending it to the procuracy, notifying the parties, assigning an enforcer, ending the case. */

import { type ActEntry, delivered, onTheDay, receipt, written } from "../../act-entry.ts";

const decisionKinds = [
  "enforcement",
  "not-yet-executable",
  "postponement",
  "suspension",
  "termination",
  "resumption",
  "coercion",
  "seizure",
  "security",
  "freeze",
  "custody",
  "registration-stop",
  "delegation",
  "asset-handling",
  "rights-transfer",
  "fine",
  "withdrawal",
  "amendment",
  "annulment",
  "price-cut",
  "destruction",
  "other",
] as const;

export const decidingActs = {
  "decision-issued": {
    vi: "ra quyết định về thi hành án",
    en: "decision issued",
    subjects: ["decision"],
    days: onTheDay,
    // A coercion decision fixes the day of the coercion.
    plans: { what: "coercion" },
    makes: true,
    must: { decision: decisionKinds },
    // `notice`: it may be withheld so that assets are not dissipated (law 26/2008 Art.39(2), law 106/2025 Art.35(1)).
    // `compels`: what a fine or coercion makes the debtor do (law 26/2008 Arts.118-121, law 106/2025 Arts.91-94).
    may: { notice: ["withheld"], compels: ["act", "hand-over-person", "reinstatement"] },
  },
  "decision-sent-to-procuracy": {
    vi: "gửi quyết định cho Viện kiểm sát",
    en: "decision sent to the procuracy",
    subjects: ["decision"],
    days: delivered,
  },
  "decision-handed-to-enforcer": {
    vi: "Chấp hành viên nhận quyết định thi hành án theo phân công",
    en: "enforcement decision received by the enforcer",
    subjects: ["decision"],
    ...receipt,
  },
  "party-notified": {
    vi: "thông báo hợp lệ cho đương sự",
    en: "party validly notified",
    subjects: ["party"],
    days: ["happenedOn", "sentOn"],
    // A summons names the day of the appointment.
    plans: { what: "appointment" },
    may: { means: ["direct", "posting", "media", "electronic"] },
  },
  "posting-removed": {
    vi: "gỡ niêm yết thông báo",
    en: "posted notice taken down",
    subjects: ["party"],
    days: onTheDay,
  },
  "enforcer-assigned": { vi: "phân công chấp hành viên", en: "enforcer assigned", subjects: ["case"], days: onTheDay },
  "file-opened": { vi: "lập hồ sơ thi hành án", en: "enforcement file opened", subjects: ["case"], days: onTheDay },
  "enforcer-change-requested": {
    vi: "nhận văn bản yêu cầu thay đổi chấp hành viên",
    en: "change of enforcer requested",
    subjects: ["case"],
    ...receipt,
  },
  "enforcer-change-answered": {
    vi: "quyết định hoặc trả lời về việc thay đổi chấp hành viên",
    en: "request to change the enforcer answered",
    subjects: ["case"],
    days: written,
  },
  "certificate-requested": {
    vi: "nhận yêu cầu xác nhận kết quả thi hành án",
    en: "certificate of the result requested",
    subjects: ["case", "party"],
    ...receipt,
  },
  "certificate-issued": {
    vi: "cấp giấy xác nhận kết quả thi hành án",
    en: "certificate of the result issued",
    subjects: ["case", "party"],
    days: onTheDay,
  },
  "case-ended": {
    vi: "kết thúc thi hành án",
    en: "enforcement ended",
    subjects: ["case"],
    days: onTheDay,
    may: { by: ["completion", "termination"] },
  },
  "end-notice-received": {
    vi: "Viện kiểm sát nhận thông báo kết thúc thi hành án",
    en: "notice of the end of enforcement received by the procuracy",
    subjects: ["case", "instrument"],
    ...receipt,
  },
} as const satisfies Record<string, ActEntry>;
