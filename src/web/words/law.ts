/** The Vietnamese words of rules and of editions of the law. */

import type { LawStatus, EditionCounting } from "../../domain/editions/law-status.ts";
import { currentEdition } from "../../law/edition.ts";
import { isSeries, seriesWords } from "../../law/series.ts";
import { writeCitation } from "../../law/sources.ts";

/** ruleName names the time limit that the rule grants; a rule that this program does not have goes by its own name. */
export function ruleName(rule: string): string {
  return isSeries(rule) ? seriesWords(rule).vi : rule;
}

/** The name of a rule at the head of a row. */
export function ruleTitle(rule: string): string {
  const name = ruleName(rule);
  return `${name.slice(0, 1).toLocaleUpperCase("vi")}${name.slice(1)}`;
}

interface StatusMark {
  readonly word: string;
  readonly tone: "good" | "wait" | "bad";
}

export const lawStatusMarks: Readonly<Record<EditionCounting, StatusMark>> = {
  adopted: { word: "đã được hai người thông qua", tone: "good" },
  opening: { word: "theo mục mở nhật ký, chưa ai thông qua", tone: "wait" },
  other: { word: "không phải bộ quy tắc đang có hiệu lực", tone: "bad" },
};

/** The warning on every page of a server that applies another edition than the one that counts. */
export function otherEditionWords({ running, counting }: LawStatus): string {
  return `Máy chủ này tính theo bộ quy tắc số ${running.edition}, nhưng bộ quy tắc đang có hiệu lực là bộ số ${counting?.edition}: thời hạn nêu ở đây chỉ để tham khảo, không ghi được gì dẫn pháp luật.`;
}

/** citationIn returns the article of a rule in a version of it; undefined for a version that this program does not have. */
export function citationIn(rule: string, version: string | undefined): string | undefined {
  const found = currentEdition.rules.find((each) => each.series === rule && each.version === version);
  return found && writeCitation(found.citation, "vi");
}
