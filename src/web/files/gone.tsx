/** Of one file: what was detected until an entry was corrected. */

import type { GoneDetection } from "../../domain/gone.ts";
import type { SealedEntry } from "../../service/reading/sealed-entries.ts";
import type { FindingRow } from "../../service/views.ts";
import { GoneCells, goneHeads } from "../findings/gone-reading.tsx";
import { ruleName } from "../parts/obligation.tsx";
import { Table } from "../parts/table.tsx";
import { findingStatusWords } from "../words/findings.ts";
import type { SubjectName } from "./subject.ts";

interface GoneParts {
  readonly gone: readonly GoneDetection[];
  readonly entries: readonly SealedEntry[];
  /** By the key of the obligation. */
  readonly judged: ReadonlyMap<string, FindingRow>;
  readonly subject: SubjectName;
}

export function Gone({ gone, entries, judged, subject }: GoneParts) {
  return (
    <Table caption="Phát hiện hết do đính chính" heads={["Phải làm", "Đối tượng", ...goneHeads, "Vi phạm"]}>
      {gone.map(({ before, after, correction }) => {
        const finding = judged.get(before.key);
        const index = entries.find(({ version }) => version === correction.version)?.index;
        const { weight, startedOn } = before;
        const read = { weight, startedOn, before, after, correction: { on: correction.correctedOn, index } };
        return (
          <tr>
            <th scope="row">
              {ruleName(before.rule)} <span class="code">({before.rule})</span>
            </th>
            <td>{subject(before.subject)}</td>
            <GoneCells gone={read} />
            <td>
              {finding === undefined ? (
                "chưa xem xét"
              ) : (
                <a href={`/console/findings/${finding.key}`}>{findingStatusWords[finding.status] ?? finding.status}</a>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
