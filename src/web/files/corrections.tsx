/** The corrections (đính chính) of a file: the old stays readable beside the new, with the reason and the day. */

import type { Acts } from "../../domain/files/recorded.ts";
import { actEntry } from "../../law/act.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
import { CommittedText } from "../parts/committed-text.tsx";
import { fieldWords, sourceNames } from "../words/files.ts";
import { traitText } from "../words/traits.ts";
import type { SubjectName } from "../parts/subject-name.ts";

interface CorrectionsParts {
  readonly state: Acts;
  readonly opened: Opened;
  readonly subject: SubjectName;
}

export function Corrections({ state, opened, subject }: CorrectionsParts) {
  if (state.corrections.length === 0) return undefined;
  return (
    <>
      <h2>Đính chính</h2>
      <ul>
        {state.corrections.map((correction) => {
          const act = state.acts.find(({ id }) => id === correction.act);
          return (
            <li>
              {formatDay(correction.correctedOn)}:{" "}
              {act === undefined ? "quyết định thi hành án" : actEntry(act.type).vi}, {fieldWords[correction.field]}:{" "}
              <del>{written(correction, "before", { state, subject })}</del> →{" "}
              <ins>{written(correction, "after", { state, subject })}</ins>. Lý do:{" "}
              <CommittedText field={correction.reason} opened={opened} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

type Correction = Acts["corrections"][number];

/** written puts into words what was recorded, or what is right. */
function written(
  correction: Correction,
  which: "before" | "after",
  { state: { acts }, subject }: Pick<CorrectionsParts, "state" | "subject">,
): string {
  switch (correction.field) {
    case "subject":
      return subject(correction[which]);
    case "answers": {
      const named = correction[which].map((id) => acts.find((act) => act.id === id));
      return listed(named.map((act) => (act === undefined ? "hành vi ở hồ sơ khác" : actEntry(act.type).vi)));
    }
    case "traits":
      return listed(Object.entries(correction[which]).map(traitText));
    default: {
      const dated = correction[which];
      return dated === undefined ? "không có" : `${formatDay(dated.day)} (${sourceNames[dated.source]})`;
    }
  }
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? "không có" : words.join("; ");
}
