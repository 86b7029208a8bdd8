/** Acts that halt a case, resume it or pass it to another agency: the grounds of the decisions of the agency's head. */

import { type ActEntry, onTheDay, receipt, written } from "../../act-entry.ts";

export const haltingActs = {
  "ground-established": {
    vi: "phát sinh căn cứ ra quyết định",
    en: "ground for a decision arose",
    subjects: ["case", "party", "asset"],
    days: written,
    must: { for: ["postponement", "suspension", "termination", "delegation", "separate-book", "coercion"] },
    // The writing in which the parties agree to a postponement names its last day (law 26/2008 Art.48(1)(c)).
    plans: { what: "resumption" },
    may: { ground: ["agreement"] },
  },
  "postponement-requested": {
    vi: "người có thẩm quyền kháng nghị yêu cầu hoãn thi hành án",
    en: "postponement requested by a person with the power to protest the judgment",
    subjects: ["case"],
    days: written,
    // The head must postpone if asked 24 hours or more before the coercion, else may (26/2008 Art.48, 106/2025 Art.46).
    may: { lead: ["24-hours-or-more", "less-than-24-hours"] },
    // The request may name an earlier end than the longest, three months.
    plans: { what: "resumption" },
  },
  "cassation-suspension-received": {
    vi: "nhận quyết định tạm đình chỉ thi hành án của người kháng nghị giám đốc thẩm, tái thẩm",
    en: "suspension by the person who protested the judgment received",
    subjects: ["case"],
    ...receipt,
  },
  "resumption-ground-established": {
    vi: "căn cứ hoãn, tạm đình chỉ không còn hoặc nhận văn bản làm căn cứ tiếp tục thi hành án",
    en: "ground for resuming enforcement arose",
    subjects: ["case", "party", "asset"],
    days: written,
    must: { after: ["postponement", "suspension"] },
  },
  "transferee-identified": {
    vi: "nhận văn bản hoặc xác định được người nhận chuyển giao quyền, nghĩa vụ thi hành án",
    en: "document received or transferee of the rights and obligations identified",
    subjects: ["case", "party"],
    days: written,
  },
  "proceeds-remitted": {
    vi: "chuyển tiền xử lý tài sản cho cơ quan ủy thác",
    en: "proceeds remitted to the delegating agency",
    subjects: ["asset", "sum"],
    days: onTheDay,
  },
} as const satisfies Record<string, ActEntry>;
