/** Of each rule, what became of its detections: confirmed, merged, dismissed, and what nobody has judged. */

import type { RuleCounts } from "../../service/views.ts";
import { ruleName } from "../obligation.tsx";
import { Table } from "../table.tsx";

interface CountsParts {
  readonly counts: readonly RuleCounts[];
  /** The list of one rule. */
  readonly pathOf: (rule: string) => string;
}

export function CountsTable({ counts, pathOf }: CountsParts) {
  if (counts.length === 0) return undefined;
  return (
    <details>
      <summary>Theo từng quy tắc ({counts.length})</summary>
      <Table
        caption="Số phát hiện theo từng quy tắc"
        heads={["Quy tắc", "Chưa xem xét", "Gợi ý chưa xem xét", "Đã xác nhận", "Đã gộp", "Đã bác"]}
      >
        {counts.map(({ rule, pending, pendingHints, confirmed, merged, dismissed }) => (
          <tr>
            <th scope="row">
              <a href={pathOf(rule)}>{ruleName(rule)}</a>
            </th>
            <td>{pending}</td>
            <td>{pendingHints}</td>
            <td>{confirmed}</td>
            <td>{merged}</td>
            <td>{dismissed}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
