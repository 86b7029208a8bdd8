/** Detections gone by correction, across files: they stay on the list, for a correction must not make a breach vanish unseen. */

import { streamId } from "../../domain/event.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { GoneRow } from "../../service/views.ts";
import { FileLink } from "../parts/file-link.tsx";
import { ruleName } from "../parts/obligation.tsx";
import { short } from "../parts/rows.ts";
import { Table } from "../parts/table.tsx";
import { GoneCells, goneHeads } from "./gone-reading.tsx";

interface TableParts {
  readonly rows: readonly GoneRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
}

export function GoneTable({ rows, names, numbers }: TableParts) {
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
            <FileLink file={row.stream} numbers={numbers} part="#gone" />
            {row.subject === streamId(row.stream) ? undefined : (
              <>
                , đối tượng <span class="code">{short(row.subject)}</span>
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
