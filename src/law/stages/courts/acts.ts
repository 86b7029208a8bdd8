/** Acts between the agency and the court about the judgment that is enforced. */

import { type ActEntry, delivered, written } from "../../act-entry.ts";

export const courtActs = {
  "explanation-requested": {
    vi: "yêu cầu Tòa án giải thích, đính chính bản án, quyết định",
    en: "explanation or correction of the judgment requested",
    subjects: ["intake", "case"],
    days: delivered,
    may: { complexity: ["ordinary", "complex"] },
  },
  "judgment-explained": {
    vi: "Tòa án giải thích, đính chính bản án, quyết định",
    en: "judgment explained or corrected",
    subjects: ["intake", "case"],
    days: written,
  },
  "cassation-proposed": {
    vi: "cơ quan thi hành án kiến nghị giám đốc thẩm, tái thẩm",
    en: "cassation review or reopening proposed",
    subjects: ["intake", "case"],
    days: delivered,
  },
  "cassation-proposal-answered": {
    vi: "Tòa án trả lời kiến nghị giám đốc thẩm, tái thẩm",
    en: "proposal of cassation review or reopening answered",
    subjects: ["intake", "case"],
    days: written,
  },
} as const satisfies Record<string, ActEntry>;
