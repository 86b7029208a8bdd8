/** Running time limits by due day: on which instrument, what is to be done, by whom, and under which article. */

import { type Day, parseDay } from "../../base/day.ts";
import { writeCitation } from "../../law/sources.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import { fileLabel, filePath, limitsId } from "../parts/file-link.tsx";
import { instrumentLabel } from "../words/instruments.ts";
import { Due } from "../parts/obligation.tsx";
import { ruleName, ruleTitle } from "../words/law.ts";
import { short } from "../parts/rows.ts";
import { byDueDay, Table } from "../parts/table.tsx";

interface TableParts {
  readonly rows: readonly RunningClock[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
  readonly today: Day;
  readonly caption: string;
  /** The name of an owner that is no office of this system. */
  readonly who?: string;
}

export function ClockTable({ rows, names, numbers, today, caption, who }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head: "Văn bản", cell: (clock) => <Place clock={clock} numbers={numbers} /> },
        { head: "Phải làm, căn cứ", cell: (clock) => <Owed clock={clock} /> },
        { head: "Bên phải làm", cell: ({ row: { office } }) => who ?? names.get(office)?.name ?? short(office) },
        {
          head: "Hạn cuối",
          sorting: byDueDay,
          cell: ({ row: { dueOn, provisional } }) => (
            <Due dueOn={parseDay(dueOn)} today={today} running={true} provisional={provisional} />
          ),
        },
      ]}
    />
  );
}

function Place({ clock, numbers }: { readonly clock: RunningClock; readonly numbers: FileNumbers }) {
  const { row, file } = clock;
  return (
    <>
      <a href={filePath(row.stream)}>{placeName(clock)}</a>
      {file === undefined ? undefined : <div class="detail">{fileLabel(file, numbers)}</div>}
    </>
  );
}

/** What is owed, with its article and the way to why. */
export function Owed({ clock }: { readonly clock: RunningClock }) {
  const { row, explanation } = clock;
  return (
    <>
      {ruleTitle(row.rule)}
      <div class="detail">
        {writeCitation(explanation.citation, "vi")};{" "}
        <a
          href={`${filePath(row.stream)}#${limitsId}`}
          aria-label={`Vì sao có hạn này: ${ruleName(row.rule)}, ${placeName(clock)}`}
        >
          vì sao?
        </a>
      </div>
    </>
  );
}

export function placeName({ instrument }: Pick<RunningClock, "instrument">): string {
  return instrument === undefined ? "Sổ theo dõi" : instrumentLabel(instrument);
}
