/** Acts of a private enforcement office: its service contract, and what it hands to the agency (law 106/2025 Art.31). */

import { type ActEntry, delivered, onTheDay, receipt } from "../../act-entry.ts";

export const officeActs = {
  "service-contract-signed": {
    vi: "ký hợp đồng dịch vụ thi hành án với văn phòng thi hành án dân sự",
    en: "service contract signed with an enforcement office",
    subjects: ["intake"],
    days: onTheDay,
  },
  "service-contract-ended": {
    vi: "thanh lý hợp đồng dịch vụ thi hành án",
    en: "service contract liquidated",
    subjects: ["case"],
    days: onTheDay,
    // Art.31(5)(d): if measures are needed that only the agency may take, the file moves to it unless the requester objects.
    must: { liquidation: ["moved-to-agency", "requester-objects", "other-ground"] },
  },
  "contract-end-notice-sent": {
    vi: "thông báo thanh lý hợp đồng dịch vụ",
    en: "notice of the end of the service contract sent",
    subjects: ["case"],
    days: delivered,
    must: { to: ["procuracy", "enforcement-agency"] },
  },
  "office-file-handed-over": {
    vi: "văn phòng chuyển hồ sơ cho cơ quan thi hành án dân sự",
    en: "file handed over by the enforcement office",
    subjects: ["case"],
    days: delivered,
  },
  "office-file-received": {
    vi: "nhận đủ hồ sơ do văn phòng thi hành án dân sự chuyển đến",
    en: "complete file received from an enforcement office",
    subjects: ["intake"],
    ...receipt,
  },
} as const satisfies Record<string, ActEntry>;
