/** Acts of an intake: the court's judgment, its transfer, the creditor's request, the handover by another agency or office. */

import { type ActEntry, delivered, onTheDay, receipt, written } from "../../act-entry.ts";

const judgments = ["ordinary", "immediately-enforceable", "interim-measure", "bankruptcy"] as const;

const intakeReceipt = { subjects: ["intake"], ...receipt } as const;

export const intakeActs = {
  "judgment-issued": {
    vi: "Tòa án ra bản án, quyết định",
    en: "judgment issued",
    subjects: ["intake"],
    days: onTheDay,
    must: { judgment: judgments },
  },
  "judgment-effective": {
    vi: "bản án, quyết định có hiệu lực pháp luật",
    en: "judgment took legal effect",
    subjects: ["intake"],
    days: onTheDay,
    // Law 106/2025 Art.33(1): the 15 days apply only where procedural law sets no time limit of its own.
    may: { "procedural-limit": ["none", "set"] },
  },
  "obligation-due": {
    vi: "nghĩa vụ theo bản án, quyết định đến hạn",
    en: "obligation under the judgment fell due",
    subjects: ["intake"],
    days: onTheDay,
  },
  "judgment-transferred": {
    vi: "Tòa án chuyển giao bản án, quyết định",
    en: "judgment transferred by the court",
    subjects: ["intake"],
    days: delivered,
    may: { judgment: judgments, "seizure-minutes": ["none", "complete", "awaited"] },
  },
  "judgment-received": {
    vi: "cơ quan thi hành án nhận bản án, quyết định",
    en: "judgment received by the agency",
    ...intakeReceipt,
    may: { judgment: judgments, "seizure-minutes": ["none", "complete", "awaited"] },
  },
  "enforcement-condition-known": {
    vi: "nhận thông tin về điều kiện để bản án, quyết định được thi hành",
    en: "condition for enforcing the judgment known to be met",
    ...intakeReceipt,
  },
  "request-received": {
    vi: "nhận đơn yêu cầu thi hành án",
    en: "request for enforcement received",
    ...intakeReceipt,
    may: { request: ["complete", "incomplete"] },
  },
  "request-renewed": {
    vi: "nhận yêu cầu thi hành án trở lại sau khi đã gửi lại yêu cầu",
    en: "request renewed after it was returned for want of conditions",
    ...intakeReceipt,
    // A renewed request must come with proof that the debtor now has the means (D152/2026 Art.22(2)).
    may: { proof: ["shown", "not-shown"] },
  },
  "request-repair-asked": {
    vi: "yêu cầu sửa đổi, bổ sung đơn yêu cầu thi hành án",
    en: "requester asked to repair the request",
    subjects: ["intake"],
    days: written,
  },
  "request-refused": {
    vi: "từ chối yêu cầu thi hành án",
    en: "request for enforcement refused",
    subjects: ["intake"],
    days: onTheDay,
    may: { ground: ["no-right", "no-obligation", "no-competence", "time-barred", "already-decided"] },
  },
  "delegation-received": {
    vi: "nhận quyết định ủy thác và hồ sơ kèm theo",
    en: "delegation decision and file received",
    ...intakeReceipt,
    must: { delegated: ["enforcement", "asset-handling"] },
  },
} as const satisfies Record<string, ActEntry>;
