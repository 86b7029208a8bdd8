/** What addressees of instruments owe, as short lines beside the procuracy's own work. */

import { type Day, parseDay } from "../../base/day.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import { filePath } from "../parts/file-link.tsx";
import { Due } from "../parts/obligation.tsx";
import { short } from "../parts/rows.ts";
import { instrumentLabel } from "../words/instruments.ts";
import { ruleName } from "../words/law.ts";

interface ListParts {
  readonly rows: readonly RunningClock[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly today: Day;
}

export function OwedList({ rows, names, today }: ListParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <ul class="lines">
      {rows.map(({ row, instrument }) => (
        <li>
          <a href={filePath(row.stream)}>{instrument === undefined ? "Sổ theo dõi" : instrumentLabel(instrument)}</a>
          <div>
            {names.get(row.office)?.name ?? short(row.office)}: {ruleName(row.rule)}, hạn{" "}
            <Due dueOn={parseDay(row.dueOn)} today={today} running={true} provisional={row.provisional} />
          </div>
        </li>
      ))}
    </ul>
  );
}
