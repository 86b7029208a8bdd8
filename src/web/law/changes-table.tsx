/** What an edition of the law changed of the one before it: the list to read before it is proposed or adopted. */

import type { Edition } from "../../law/edition.ts";
import { changesBetween, type RuleChange } from "../../law/editions/compare.ts";
import { seriesWords } from "../../law/series.ts";
import { writeCitation } from "../../law/sources.ts";
import { formatDay } from "../parts/day-text.ts";
import { Table } from "../parts/table.tsx";

const kinds: Readonly<Record<RuleChange["kind"], string>> = { added: "mới", changed: "sửa", removed: "bỏ" };

interface Line {
  readonly kind: string;
  readonly what: string;
  readonly article: string;
  readonly from: string;
}

/** Shows nothing for the first edition that this program has. */
export function ChangesTables({ known }: { readonly known: readonly Edition[] }) {
  return known.flatMap((edition, i) => {
    const before = known[i - 1];
    return before === undefined ? [] : [<ChangesTable before={before} after={edition} />];
  });
}

function ChangesTable({ before, after }: { readonly before: Edition; readonly after: Edition }) {
  return (
    <Table
      caption={`Bộ quy tắc số ${after.number} thay đổi gì so với bộ quy tắc số ${before.number}`}
      rows={linesOf(before, after)}
      columns={[
        { head: "Thay đổi", cell: ({ kind }) => kind },
        { head: "Quy tắc, lịch", cell: ({ what }) => what },
        { head: "Điều luật", cell: ({ article }) => article },
        { head: "Hiệu lực từ", cell: ({ from }) => from },
      ]}
    />
  );
}

function linesOf(before: Edition, after: Edition): readonly Line[] {
  const { rules, years } = changesBetween(before, after);
  return [
    ...rules.map(({ kind, rule: { series, citation, from } }) => ({
      kind: kinds[kind],
      what: seriesWords(series).vi,
      article: writeCitation(citation, "vi"),
      from: formatDay(from),
    })),
    ...years.map(({ kind, year }) => ({ kind: kinds[kind], what: `lịch năm ${year}`, article: "", from: "" })),
  ];
}
