/** Acts of voluntary compliance and of verifying the debtor's conditions. */

import { type ActEntry, delivered, onTheDay, receipt, written } from "../../act-entry.ts";

export const verifyingActs = {
  "debtor-complied": {
    vi: "người phải thi hành án tự nguyện thi hành",
    en: "debtor complied",
    subjects: ["party"],
    days: onTheDay,
  },
  "conditions-verified": {
    vi: "xác minh điều kiện thi hành án",
    en: "enforcement conditions verified",
    subjects: ["party"],
    days: onTheDay,
    may: { result: ["executable", "not-yet-executable"] },
  },
  "new-information-received": {
    vi: "nhận thông tin mới bằng văn bản về điều kiện thi hành án",
    en: "new written information on conditions received",
    subjects: ["party"],
    ...receipt,
  },
  "verification-disputed": {
    vi: "nhận kết quả xác minh khác của người được thi hành án hoặc kháng nghị về kết quả xác minh",
    en: "differing result or a protest about the verification received",
    subjects: ["party"],
    ...receipt,
    must: { dispute: ["creditor-result", "procuracy-protest"] },
  },
  "information-requested": {
    vi: "yêu cầu cung cấp thông tin về điều kiện thi hành án",
    en: "information requested from its holder",
    subjects: ["party", "asset"],
    days: delivered,
    may: { information: ["account-data", "other-data"] },
  },
  "information-supplied": {
    vi: "cung cấp thông tin về điều kiện thi hành án",
    en: "information supplied by its holder",
    subjects: ["party", "asset"],
    days: written,
  },
  "verification-delegated": {
    vi: "ủy quyền xác minh điều kiện thi hành án",
    en: "verification delegated to another agency",
    subjects: ["intake", "party", "asset"],
    days: delivered,
    must: { verifies: ["registered-assets", "other-assets", "accounts"] },
    may: { complexity: ["complex"] },
  },
  "verification-delegation-answered": {
    vi: "trả lời kết quả xác minh theo ủy quyền",
    en: "result of the delegated verification given",
    subjects: ["intake", "party", "asset"],
    days: written,
  },
} as const satisfies Record<string, ActEntry>;
