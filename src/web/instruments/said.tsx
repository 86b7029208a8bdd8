/** Everything that happened to an instrument, in order, with what both sides wrote and where it stands in the log. */

import { type Sealed, sealed } from "../../domain/field.ts";
import type { History } from "../../service/history.ts";
import { formatInstant } from "../day-text.ts";
import { EntryLink } from "../entry-link.tsx";
import { SealedText } from "../sealed-text.tsx";
import { eventWords, isEventType } from "../words/events.ts";

export function Said({ history: { events, opened } }: { readonly history: History }) {
  return (
    <>
      <h2>Diễn biến, theo lúc ghi</h2>
      <ol>
        {events.map((event) => (
          <li>
            {formatInstant(event.at)}: {isEventType(event.type) ? eventWords[event.type] : event.type} ·{" "}
            <EntryLink index={event.index} />
            {isLong(event.type)
              ? undefined
              : textsOf(event.data).map((field) => (
                  <p>
                    “<SealedText field={field} opened={opened} />”
                  </p>
                ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The texts of the draft stand above already. */
function isLong(type: string): boolean {
  return type === "instrument-drafted";
}

function textsOf(value: unknown): readonly Sealed[] {
  if (typeof value !== "object" || value === null) return [];
  const field = sealed.safeParse(value);
  return field.success ? [field.data] : Object.values(value).flatMap(textsOf);
}
