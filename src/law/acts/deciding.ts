/** Acts around a decision: issued, sent to the procuracy, notified to the parties; and the end of the case. */

import { type ActEntry, delivered, happened, received } from "./entry.ts";

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
  "delegation",
  "withdrawal",
  "amendment",
  "annulment",
  "price-cut",
  "other",
] as const;

export const decisionActs = {
  "decision-issued": {
    vi: "ra quyết định về thi hành án",
    en: "decision issued",
    subjects: ["decision"],
    days: happened,
    must: { decision: decisionKinds },
    // Notice withheld so that assets are not dissipated: law 26/2008 Art.39(2), law 106/2025 Art.35(1).
    may: { notice: ["withheld"] },
  },
  "decision-sent-to-procuracy": {
    vi: "gửi quyết định cho Viện kiểm sát",
    en: "decision sent to the procuracy",
    subjects: ["decision"],
    days: delivered,
  },
  "party-notified": {
    vi: "thông báo hợp lệ cho đương sự",
    en: "party validly notified",
    subjects: ["party"],
    days: ["happenedOn", "sentOn"],
    may: { means: ["direct", "posting", "media", "electronic"] },
  },
  "enforcer-assigned": {
    vi: "phân công chấp hành viên",
    en: "enforcer assigned",
    subjects: ["case"],
    days: happened,
  },
  "case-ended": {
    vi: "kết thúc thi hành án",
    en: "enforcement ended",
    subjects: ["case"],
    days: happened,
    may: { by: ["completion", "termination"] },
  },
  "end-notice-received": {
    vi: "Viện kiểm sát nhận thông báo kết thúc thi hành án",
    en: "notice of the end of enforcement received by the procuracy",
    subjects: ["case", "instrument"],
    days: received,
  },
} as const satisfies Record<string, ActEntry>;
