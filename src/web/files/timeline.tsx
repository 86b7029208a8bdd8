/** The acts of a file in the order of their days: the source of each day, how late it was recorded, its entry in the log. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { actEntry, type DatedDay, dayNames } from "../../law/act.ts";
import { plannedDay } from "../../law/act-entry.ts";
import { dayNameWords, planWords } from "../../law/telling/words.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { indexOfAct, type SealedEntry } from "../../service/reading/sealed-entries.ts";
import { formatDay } from "../parts/day-text.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { CommittedText } from "../parts/committed-text.tsx";
import { sourceNames } from "../words/files.ts";
import { traitText } from "../words/traits.ts";
import type { SubjectName } from "../parts/subject-name.ts";
import { Table } from "../parts/table.tsx";

interface TimelineParts {
  readonly acts: readonly RecordedAct[];
  readonly entries: readonly SealedEntry[];
  readonly opened: Opened;
  readonly subject: SubjectName;
}

export function Timeline({ acts, entries, opened, subject }: TimelineParts) {
  return (
    <Table
      caption="Diễn biến"
      rows={acts}
      rowId={({ id }) => `act-${id}`}
      columns={[
        { head: "Hành vi", cell: (act) => <Act act={act} /> },
        { head: "Đối tượng", cell: (act) => subject(act.subject) },
        { head: "Ngày (nguồn)", cell: (act) => <Days act={act} /> },
        { head: "Văn bản, ghi chú", cell: (act) => <Texts act={act} opened={opened} /> },
        { head: "Nhật ký", cell: ({ id }) => <EntryLink index={indexOfAct(entries, id)} /> },
      ]}
    />
  );
}

function Act({ act: { type, traits } }: { readonly act: RecordedAct }) {
  return (
    <>
      {actEntry(type).vi}
      {Object.entries(traits).map((trait) => (
        <>
          <br />
          {traitText(trait)}
        </>
      ))}
    </>
  );
}

function Texts({ act, opened }: { readonly act: RecordedAct; readonly opened: Opened }) {
  return (
    <>
      <CommittedText field={act.document} opened={opened} /> <CommittedText field={act.amount} opened={opened} />{" "}
      <CommittedText field={act.note} opened={opened} />
    </>
  );
}

function Days({ act }: { readonly act: RecordedAct }) {
  return (
    <>
      {dayNames.flatMap((name) => {
        const dated = act.days[name];
        return dated === undefined
          ? []
          : [<OneDay name={dayNameWords[name].vi} dated={dated} recordedOn={act.recordedOn} />];
      })}
      <Planned act={act} />
    </>
  );
}

function Planned({ act: { type, days } }: { readonly act: RecordedAct }) {
  const { plans } = actEntry(type);
  const dated = days[plannedDay];
  if (plans === undefined || dated === undefined) return undefined;
  return (
    <div>
      {planWords[plans.what].vi} {formatDay(dated.day)} ({sourceNames[dated.source]})
    </div>
  );
}

/** A day says how late it was recorded, unless it was imported: an import is always later than its days. */
function OneDay({
  name,
  dated,
  recordedOn,
}: {
  readonly name: string;
  readonly dated: DatedDay;
  readonly recordedOn: Day;
}) {
  const late = dated.source === "import" ? 0 : daysBetween(dated.day, recordedOn);
  return (
    <div>
      {name} {formatDay(dated.day)} ({sourceNames[dated.source]}){late > 0 ? ` · ghi muộn ${late} ngày` : ""}
    </div>
  );
}

/** The earliest of the act's days, by which the timeline is sorted. */
export function firstDayOf({ days }: RecordedAct): string {
  return days.happenedOn?.day ?? days.sentOn?.day ?? days.receivedOn?.day ?? "";
}
