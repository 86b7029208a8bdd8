/** The preview: the events that a command will append, in words, with the texts that the log only commits to. */

import type { Day } from "../../base/day.ts";
import type { NewEvent } from "../../domain/command.ts";
import { Secret } from "../../domain/secret.ts";
import { placeholderNumber, type Preview } from "../../service/reading/preview.ts";
import type { DataNames } from "../parts/data-names.ts";
import { DataWords } from "../parts/data-words.tsx";
import { sentenceOf } from "./event-sentence.ts";
import { ruleName } from "../words/law.ts";
import { eventWords } from "../words/events.ts";
import { roleWords } from "../words/roles.ts";

/** The page stays under 100 kB: confirming findings in bulk appends an event for each. */
export const eventsInFull = 12;

interface AppendedParts {
  readonly preview: Preview;
  readonly names: DataNames;
  readonly today: Day;
}

export function Appended({ preview: { role, events }, names, today }: AppendedParts) {
  const rest = events.slice(eventsInFull);
  return (
    <section aria-labelledby="appended">
      <h2 id="appended">
        Sẽ ghi thêm {events.length} mục vào nhật ký, với vai trò {roleWords[role]}
      </h2>
      <ol>
        {events.slice(0, eventsInFull).map((event) => (
          <li>
            <OneEvent decided={event} names={names} today={today} />
          </li>
        ))}
      </ol>
      {rest.length === 0 ? undefined : <Rest events={rest} />}
      <p>Đã ghi thì không sửa, không xóa được; sai thì chỉ ghi thêm mục đính chính.</p>
    </section>
  );
}

interface OneEventParts extends Omit<AppendedParts, "preview"> {
  readonly decided: NewEvent;
}

/** People read the sentence and the fields; the codes stand with the exact data, which are folded away. */
function OneEvent({ decided, names, today }: OneEventParts) {
  const { event, law } = decided;
  const sentence = sentenceOf(decided, names, today);
  return (
    <>
      <p>
        <strong>{eventWords[event.type]}</strong>
      </p>
      {sentence === undefined ? undefined : (
        <p>
          <strong>{sentence}</strong>
        </p>
      )}
      <DataWords data={withoutCodes(event.data)} names={withNew(event, names)} />
      {law === undefined ? undefined : <p>Quy tắc được áp dụng: {ruleName(law.rule)}</p>}
      <details>
        <summary>Đúng như nhật ký sẽ giữ</summary>
        <p>
          {eventWords[event.type]} <span class="code">({event.type})</span>
          {law === undefined ? undefined : (
            <>
              ; quy tắc{" "}
              <span class="code">
                {law.rule} {law.version}
              </span>
            </>
          )}
        </p>
        <pre tabindex={0}>{JSON.stringify(event.data, plainly, 1)}</pre>
      </details>
    </>
  );
}

/** The version of a rule is a code; the sentence cites its article. */
function withoutCodes(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== "version"));
}

/** A finding that this event makes has an id that nothing has yet. */
function withNew(event: NewEvent["event"], names: DataNames): DataNames {
  if (event.type === "violation-confirmed") return new Map([[event.data.finding, "mới, từ phát hiện này"], ...names]);
  if (event.type === "detection-dismissed") return new Map([[event.data.finding, "không phải vi phạm"], ...names]);
  return names;
}

function Rest({ events }: { readonly events: readonly NewEvent[] }) {
  const counts = Map.groupBy(events, ({ event }) => event.type);
  return (
    <p>
      Và {events.length} mục nữa, cùng cách ghi:{" "}
      {[...counts].map(([type, all]) => `${eventWords[type]} (${all.length})`).join("; ")}.
    </p>
  );
}

/** JSON.stringify's replacer: ids drawn at recording are numbered, and a committed value is never in the data. */
function plainly(_name: string, value: unknown): unknown {
  if (value instanceof Secret) return { sealed: "(cam kết, tính khi ghi)" };
  const number = typeof value === "string" ? placeholderNumber(value) : undefined;
  return number === undefined ? value : `(mã mới số ${number}, cấp khi ghi)`;
}
