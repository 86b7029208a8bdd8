/** What addressees of instruments owe, as short lines beside the procuracy's own work. */

import { type Day, parseDay } from "../../base/day.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import { filePath } from "../parts/file-link.tsx";
import { Due } from "../parts/obligation.tsx";
import { short } from "../parts/rows.ts";
import { Owed, placeName } from "./clock-table.tsx";

interface ListParts {
  readonly rows: readonly RunningClock[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly today: Day;
}

export function OwedList({ rows, names, today }: ListParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <ul class="lines">
      {rows.map((clock) => (
        <li>
          <a href={filePath(clock.row.stream)}>{placeName(clock)}</a>
          <div>
            <Owed clock={clock} />
          </div>
          <div class="detail">{names.get(clock.row.office)?.name ?? short(clock.row.office)}</div>
          <Due dueOn={parseDay(clock.row.dueOn)} today={today} running={true} provisional={clock.row.provisional} />
        </li>
      ))}
    </ul>
  );
}
