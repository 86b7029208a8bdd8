/** Detections that a correction took away, across files. They stay listed, because a correction must not make a breach vanish unseen. */

import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { GoneRow } from "../../service/views.ts";
import { FileLink } from "../parts/file-link.tsx";
import { ruleName } from "../words/law.ts";
import { short } from "../parts/rows.ts";
import { Table } from "../parts/table.tsx";
import type { NamedSubject } from "../parts/subjects-in.ts";
import { goneColumns } from "../parts/gone-columns.tsx";

interface TableParts {
  readonly rows: readonly GoneRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
  readonly subjects: NamedSubject;
}

export function GoneTable({ rows, names, numbers, subjects }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <Table
      caption="Phát hiện hết do đính chính"
      rows={rows}
      columns={[
        {
          head: "Phải làm",
          cell: ({ rule }) => (
            <>
              {ruleName(rule)} <span class="code">({rule})</span>
            </>
          ),
        },
        { head: "Cơ quan", cell: ({ office }) => names.get(office)?.name ?? short(office) },
        ...goneColumns((row: GoneRow) => row),
        { head: "Xem xét", cell: ({ judged }) => (judged ? "đã xác nhận hoặc bác" : "chưa") },
        { head: "Hồ sơ, đối tượng", cell: (row) => <About row={row} numbers={numbers} subjects={subjects} /> },
      ]}
    />
  );
}

interface AboutParts extends Pick<TableParts, "numbers" | "subjects"> {
  readonly row: GoneRow;
}

function About({ row: { stream, subject }, numbers, subjects }: AboutParts) {
  const named = subjects(stream, subject);
  return (
    <>
      <FileLink file={stream} numbers={numbers} part="#gone" />
      {named === undefined ? undefined : `, ${named}`}
    </>
  );
}
