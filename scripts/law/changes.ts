/** `law changes`: what each edition changed of the one before it, a line for each version of a rule and each calendar year. */

import { currentEdition, type Edition, editions } from "../../src/law/edition.ts";
import { changesBetween, type RuleChange, type YearChange } from "../../src/law/editions/compare.ts";
import { seriesWords } from "../../src/law/series.ts";

const kinds: Readonly<Record<RuleChange["kind"], string>> = {
  added: "mới · new",
  changed: "đổi · changed",
  removed: "bỏ · removed",
};

export function changesText(): readonly string[] {
  return editions.flatMap((edition, i) => {
    const before = editions[i - 1];
    return before === undefined ? [] : linesOf(before, edition);
  });
}

function linesOf(before: Edition, after: Edition): readonly string[] {
  const { rules, years } = changesBetween(before, after);
  const isCurrent = after === currentEdition ? ", chương trình này áp dụng · applied by this program" : "";
  return [
    `bộ quy tắc số ${after.number} so với số ${before.number} · edition ${after.number} against ${before.number}${isCurrent}`,
    ...rules.map(ruleLine),
    ...years.map(yearLine),
  ];
}

function ruleLine({ kind, rule, members }: RuleChange): string {
  const { series, version, from, citation } = rule;
  const what = members.length === 0 ? "" : ` (${members.join(", ")})`;
  return `${kinds[kind]}: ${series} ${version}, từ · from ${from}, ${citation.text}: ${seriesWords(series).vi}${what}`;
}

function yearLine({ kind, year }: YearChange): string {
  return `${kinds[kind]}: lịch năm · calendar of ${year}`;
}
