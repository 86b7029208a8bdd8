/** Acts from voluntary compliance to the decision that a case is not yet executable. */

import { type ActEntry, happened, written } from "./entry.ts";

export const verifyingActs = {
  "debtor-complied": {
    vi: "người phải thi hành án tự nguyện thi hành",
    en: "debtor complied",
    subjects: ["party"],
    days: happened,
  },
  "conditions-verified": {
    vi: "xác minh điều kiện thi hành án",
    en: "enforcement conditions verified",
    subjects: ["party"],
    days: happened,
    may: { result: ["executable", "not-yet-executable"] },
  },
  "no-condition-ground-established": {
    vi: "xác định căn cứ chưa có điều kiện thi hành",
    en: "ground for not yet executable established",
    subjects: ["party"],
    days: happened,
  },
  "no-condition-published": {
    vi: "đăng tải thông tin người phải thi hành án chưa có điều kiện thi hành",
    en: "not-yet-executable decision published",
    subjects: ["decision"],
    days: happened,
  },
  "postponement-requested": {
    vi: "người có thẩm quyền kháng nghị yêu cầu hoãn thi hành án",
    en: "postponement requested by a person with the power to protest the judgment",
    subjects: ["case"],
    days: written,
  },
} as const satisfies Record<string, ActEntry>;
