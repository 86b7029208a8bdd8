/** Acts of coercion: the plan, the notices of it, the coercion (law 26/2008 Arts.46, 70-73, 88; law 106/2025 Arts.72, 80). */

import { type ActEntry, delivered, onTheDay } from "../../act-entry.ts";

export const coercingActs = {
  "coercion-plan-made": {
    vi: "lập kế hoạch cưỡng chế thi hành án",
    en: "coercion plan made",
    subjects: ["party"],
    days: onTheDay,
    // The plan states the time of the coercion (law 26/2008 Art.72(2)).
    plans: { what: "coercion", must: true },
  },
  "coercion-plan-approved": {
    vi: "phê duyệt kế hoạch cưỡng chế thi hành án",
    en: "coercion plan approved",
    subjects: ["party"],
    days: onTheDay,
    plans: { what: "coercion", must: true },
  },
  "coercion-plan-sent": {
    vi: "gửi kế hoạch, báo cáo về việc cưỡng chế",
    en: "coercion plan or report sent",
    subjects: ["party"],
    days: delivered,
    plans: { what: "coercion", must: true },
    must: { to: ["procuracy", "police", "commune", "peoples-committee-chair"] },
  },
  "police-plan-made": {
    vi: "Công an xây dựng kế hoạch bảo vệ cưỡng chế",
    en: "protection plan made by the police",
    subjects: ["party"],
    days: onTheDay,
    plans: { what: "coercion" },
  },
  "coercion-cost-notified": {
    vi: "thông báo dự trù chi phí cưỡng chế",
    en: "estimated cost of the coercion notified",
    subjects: ["party"],
    days: ["happenedOn", "sentOn"],
    // The notice is due some working days before the day fixed for coercion (law 26/2008 Art.73(4), law 106/2025 Art.72(7)).
    plans: { what: "coercion", must: true },
  },
  "coercion-carried-out": {
    vi: "tổ chức cưỡng chế thi hành án",
    en: "coercion carried out",
    subjects: ["party"],
    days: onTheDay,
    may: {
      forces: ["mobilised", "none-mobilised"],
      hours: ["day", "night"],
      scale: ["large"],
      notice: ["withheld"],
      occasion: ["policy-beneficiary-day"],
    },
  },
  "seizure-notice-sent": {
    vi: "thông báo trước về việc kê biên bất động sản",
    en: "notice of the coming seizure sent",
    subjects: ["asset"],
    days: delivered,
    // The notice is due three working days before the seizure (law 26/2008 Art.88(1), law 106/2025 Art.80).
    plans: { what: "seizure", must: true },
    must: { to: ["procuracy", "land-authority", "commune", "parties"] },
  },
} as const satisfies Record<string, ActEntry>;
