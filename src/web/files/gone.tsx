/** The detections of one file that a correction took away. */

import type { GoneDetection } from "../../domain/gone-detections.ts";
import type { SealedEntry } from "../../service/reading/sealed-entries.ts";
import type { FindingRow } from "../../service/views.ts";
import { goneColumns, type GoneReading } from "../parts/gone-columns.tsx";
import { ruleName } from "../words/law.ts";
import { Table } from "../parts/table.tsx";
import { findingStatusWords } from "../words/findings.ts";
import type { SubjectName } from "../parts/subject-name.ts";

interface GoneParts {
  readonly gone: readonly GoneDetection[];
  readonly entries: readonly SealedEntry[];
  /** The findings, by the key of the time limit. */
  readonly judged: ReadonlyMap<string, FindingRow>;
  readonly subject: SubjectName;
}

export function Gone({ gone, entries, judged, subject }: GoneParts) {
  return (
    <Table
      caption="Phát hiện hết do đính chính"
      rows={gone}
      columns={[
        {
          head: "Phải làm",
          cell: ({ before }) => (
            <>
              {ruleName(before.rule)} <span class="code">({before.rule})</span>
            </>
          ),
        },
        { head: "Đối tượng", cell: ({ before }) => subject(before.subject) },
        ...goneColumns((detection: GoneDetection) => readingOf(detection, entries)),
        { head: "Vi phạm", cell: ({ before }) => <Judgment finding={judged.get(before.key)} /> },
      ]}
    />
  );
}

function readingOf({ before, after, correction }: GoneDetection, entries: readonly SealedEntry[]): GoneReading {
  const index = entries.find(({ version }) => version === correction.version)?.index;
  const { weight, startedOn } = before;
  return { weight, startedOn, before, after, correction: { on: correction.correctedOn, index } };
}

function Judgment({ finding }: { readonly finding: FindingRow | undefined }) {
  if (finding === undefined) return <>chưa xem xét</>;
  return <a href={`/console/findings/${finding.key}`}>{findingStatusWords[finding.status] ?? finding.status}</a>;
}
