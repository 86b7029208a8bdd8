/** Detections gone by correction, across files: they stay on the list, for a correction must not make a breach vanish unseen. */

import { streamId, streamKind } from "../../domain/event.ts";
import type { NamedOffice } from "../../service/office-names.ts";
import type { GoneRow } from "../../service/views.ts";
import { ruleName } from "../obligation.tsx";
import { short } from "../rows.ts";
import { Table } from "../table.tsx";
import { GoneCells, goneHeads } from "./gone-reading.tsx";

interface TableParts {
  readonly rows: readonly GoneRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
}

export function GoneTable({ rows, names }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <Table
      caption="Phát hiện hết do đính chính"
      heads={["Phải làm", "Cơ quan", ...goneHeads, "Xem xét", "Hồ sơ, đối tượng"]}
    >
      {rows.map((row) => (
        <tr>
          <th scope="row">
            {ruleName(row.rule)} <span class="code">({row.rule})</span>
          </th>
          <td>{names.get(row.office)?.name ?? short(row.office)}</td>
          <GoneCells gone={row} />
          <td>{row.judged ? "đã xác nhận hoặc bác" : "chưa"}</td>
          <td>
            <a class="code" href={`/console/${streamKind(row.stream)}s/${streamId(row.stream)}#gone`}>
              {short(streamId(row.stream))}
            </a>
            , <span class="code">{short(row.subject)}</span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
