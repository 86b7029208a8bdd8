/** An instrument's course in the order of the log: day, outcome, texts, when recorded, entry of each step. */

import type { OfficeId } from "../../base/ids.ts";
import { type CommittedField, committed } from "../../domain/field.ts";
import type { History } from "../../service/reading/history.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import { formatInstant } from "../parts/day-text.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { CommittedText } from "../parts/committed-text.tsx";
import { eventWords, isEventType } from "../words/events.ts";
import { stepWords } from "./step-words.ts";

interface CourseParts {
  readonly history: History;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
}

export function Course({ history: { events, opened }, names }: CourseParts) {
  return (
    <>
      <h2>Diễn biến</h2>
      <ol>
        {events.map((event) => (
          <li>
            {isEventType(event.type) ? eventWords[event.type] : event.type}
            {afterColon(stepWords(event.data, names))} · ghi {formatInstant(event.at)} ·{" "}
            <EntryLink index={event.index} />
            {isDraft(event.type)
              ? undefined
              : textsOf(event.data).map((field) => (
                  <p>
                    “<CommittedText field={field} opened={opened} />”
                  </p>
                ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function afterColon(words: string): string {
  return words === "" ? "" : `: ${words}`;
}

/** The texts of the draft are shown above already. */
function isDraft(type: string): boolean {
  return type === "instrument-drafted";
}

function textsOf(value: unknown): readonly CommittedField[] {
  if (typeof value !== "object" || value === null) return [];
  const field = committed.safeParse(value);
  return field.success ? [field.data] : Object.values(value).flatMap(textsOf);
}
