/** Acts of an intake: the court's judgment, its transfer, the creditor's request. */

import { type ActEntry, delivered, happened, received } from "./entry.ts";

export const intakeActs = {
  "judgment-issued": {
    vi: "Tòa án ra bản án, quyết định",
    en: "judgment issued",
    subjects: ["intake"],
    days: happened,
    must: { judgment: ["ordinary", "immediately-enforceable", "interim-measure"] },
  },
  "judgment-effective": {
    vi: "bản án, quyết định có hiệu lực pháp luật",
    en: "judgment took legal effect",
    subjects: ["intake"],
    days: happened,
    // Law 106/2025 Art.33(1): the 15 days stand only where procedural law sets no limit of its own.
    may: { "procedural-limit": ["none", "set"] },
  },
  "judgment-transferred": {
    vi: "Tòa án chuyển giao bản án, quyết định",
    en: "judgment transferred by the court",
    subjects: ["intake"],
    days: delivered,
  },
  "judgment-received": {
    vi: "cơ quan thi hành án nhận bản án, quyết định",
    en: "judgment received by the agency",
    subjects: ["intake"],
    days: received,
  },
  "request-received": {
    vi: "nhận đơn yêu cầu thi hành án",
    en: "request for enforcement received",
    subjects: ["intake"],
    days: received,
  },
  "request-refused": {
    vi: "từ chối yêu cầu thi hành án",
    en: "request for enforcement refused",
    subjects: ["intake"],
    days: happened,
    may: { ground: ["no-right", "no-competence", "time-barred"] },
  },
} as const satisfies Record<string, ActEntry>;
