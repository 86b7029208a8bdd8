/**
 * Exactly what a command will append: each event with its data as the log will hold it, and apart from it the texts of
 * which the log holds only a commitment.
 */

import type { NewEvent } from "../domain/command.ts";
import { Secret } from "../domain/secret.ts";
import { placeholderNumber, type Preview } from "../service/preview.ts";
import { eventWords } from "./words/events.ts";
import { roleWords } from "./words/roles.ts";

/** A bulk of findings has an event for each: the page stays small. */
const shownInFull = 12;

export function Appended({ preview: { role, events } }: { readonly preview: Preview }) {
  const rest = events.slice(shownInFull);
  return (
    <section aria-labelledby="appended">
      <h2 id="appended">
        Sẽ ghi thêm {events.length} mục vào nhật ký, với vai trò {roleWords[role]}
      </h2>
      <ol>
        {events.slice(0, shownInFull).map((event) => (
          <li>
            <OneEvent decided={event} />
          </li>
        ))}
      </ol>
      {rest.length === 0 ? undefined : <Rest events={rest} />}
      <p>Đã ghi thì không sửa, không xóa được; sai thì chỉ ghi thêm mục đính chính.</p>
    </section>
  );
}

function OneEvent({ decided }: { readonly decided: NewEvent }) {
  const { event, law } = decided;
  const texts = textsIn(event.data, "");
  return (
    <>
      <p>
        <strong>{eventWords[event.type]}</strong> <span class="code">({event.type})</span>
        {law === undefined ? undefined : ` · quy tắc ${law.rule}, bản ${law.version}`}
      </p>
      <pre tabindex={0}>{JSON.stringify(event.data, plainly, 1)}</pre>
      {texts.length === 0 ? undefined : (
        <dl>
          {texts.map(({ path, text }) => (
            <>
              <dt>{path} (nhật ký chỉ giữ cam kết)</dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
      )}
    </>
  );
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

/** Ids that are drawn when it is recorded are said to be so; a sealed value shows that only its commitment is held. */
function plainly(_name: string, value: unknown): unknown {
  if (value instanceof Secret) return { sealed: "(cam kết, tính khi ghi)" };
  const number = typeof value === "string" ? placeholderNumber(value) : undefined;
  return number === undefined ? value : `(mã mới số ${number}, cấp khi ghi)`;
}

interface SealedText {
  readonly path: string;
  readonly text: string;
}

function textsIn(value: unknown, path: string): readonly SealedText[] {
  if (value instanceof Secret)
    return [{ path, text: typeof value.value === "string" ? value.value : JSON.stringify(value.value) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, path === "" ? name : `${path}/${name}`));
}
