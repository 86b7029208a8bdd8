/** The names of the rules on the court's answers about the judgment that is enforced. */

import type { Words } from "../../language.ts";

export const courtNames = {
  COURT_EXPLAIN: {
    vi: "Tòa án giải thích, đính chính bản án, quyết định",
    en: "court explains or corrects the judgment",
  },
  COURT_EXPLAIN_COMPLEX: {
    vi: "Tòa án giải thích, đính chính bản án, quyết định phức tạp",
    en: "court explains or corrects the judgment, complex",
  },
  COURT_GDT_REPLY: {
    vi: "trả lời kiến nghị giám đốc thẩm, tái thẩm của cơ quan thi hành án",
    en: "court answers the proposal of cassation review or reopening",
  },
} as const satisfies Record<string, Words>;
