/** The table of each rule's detections: how many were confirmed, merged, dismissed, or not judged yet. */

import type { Weight } from "../../law/detection/deadline.ts";
import type { RuleCounts } from "../../service/views.ts";
import { ruleName } from "../words/law.ts";
import { Table } from "../parts/table.tsx";

interface CountsParts {
  readonly counts: readonly RuleCounts[];
  readonly weight: Weight;
  /** The path of the list of one rule's detections. */
  readonly pathOf: (rule: string, weight: Weight) => string;
}

export function CountsTable({ counts, weight, pathOf }: CountsParts) {
  if (counts.length === 0) return undefined;
  return (
    <details>
      <summary>Theo từng quy tắc ({counts.length})</summary>
      <Table
        caption="Số phát hiện theo từng quy tắc"
        rows={counts}
        columns={[
          {
            head: "Quy tắc",
            cell: (count) => <a href={pathOf(count.rule, listed(count, weight))}>{ruleName(count.rule)}</a>,
          },
          { head: "Chưa xem xét", cell: ({ pending }) => pending },
          { head: "Gợi ý chưa xem xét", cell: ({ pendingHints }) => pendingHints },
          { head: "Đã xác nhận", cell: ({ confirmed }) => confirmed },
          { head: "Đã gộp", cell: ({ merged }) => merged },
          { head: "Đã bác", cell: ({ dismissed }) => dismissed },
        ]}
      />
    </details>
  );
}

/** listed returns the weight whose list has detections of the rule; when both have, or neither, the weight now shown. */
function listed({ pending, pendingHints }: RuleCounts, weight: Weight): Weight {
  if (pending > 0 === pendingHints > 0) return weight;
  return pending > 0 ? "violation" : "hint";
}
