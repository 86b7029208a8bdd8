/** Of each rule, what became of its detections: confirmed, merged, dismissed, and what nobody has judged. */

import type { Weight } from "../../law/detection/deadline.ts";
import type { RuleCounts } from "../../service/views.ts";
import { ruleName } from "../parts/obligation.tsx";
import { Table } from "../parts/table.tsx";

interface CountsParts {
  readonly counts: readonly RuleCounts[];
  readonly weight: Weight;
  /** The list of one rule. */
  readonly pathOf: (rule: string, weight: Weight) => string;
}

export function CountsTable({ counts, weight, pathOf }: CountsParts) {
  if (counts.length === 0) return undefined;
  return (
    <details>
      <summary>Theo từng quy tắc ({counts.length})</summary>
      <Table
        caption="Số phát hiện theo từng quy tắc"
        heads={["Quy tắc", "Chưa xem xét", "Gợi ý chưa xem xét", "Đã xác nhận", "Đã gộp", "Đã bác"]}
      >
        {counts.map((count) => (
          <tr>
            <th scope="row">
              <a href={pathOf(count.rule, listed(count, weight))}>{ruleName(count.rule)}</a>
            </th>
            <td>{count.pending}</td>
            <td>{count.pendingHints}</td>
            <td>{count.confirmed}</td>
            <td>{count.merged}</td>
            <td>{count.dismissed}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

/** The list where there is something of the rule; the one at hand, where both are empty or neither is. */
function listed({ pending, pendingHints }: RuleCounts, weight: Weight): Weight {
  if (pending > 0 === pendingHints > 0) return weight;
  return pending > 0 ? "violation" : "hint";
}
