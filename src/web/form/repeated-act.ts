/** Whether an act that is being typed stands in the file already: the same type, subject, days and codes. */

import { given } from "../../base/given.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import type { RecordInput } from "../../domain/files/recording-act.ts";
import { actEntry, carriedDays } from "../../law/act.ts";
import { indexOfAct, type SealedEntry } from "../../service/reading/sealed-entries.ts";
import type { NamedFault } from "./act-form.tsx";

/** The input by which a person says that the act did happen twice. */
export const again = "again";

interface Known {
  readonly file: ActFile;
  readonly entries: readonly SealedEntry[];
}

/** What was corrected is compared as corrected. */
export function repeatedAct(input: RecordInput, { file, entries }: Known): readonly NamedFault[] {
  const same = file.state.acts.find((act) => isSame(act, input, file));
  if (same === undefined) return [];
  const index = indexOfAct(entries, same.id);
  const where = index === undefined ? "vừa được ghi" : `đã có ở mục ${index}`;
  return [
    {
      name: again,
      label: "Ghi lần nữa",
      wrong: `hành vi này, cùng ngày, ${where}: đánh dấu nếu đúng là lần khác`,
      ...given({ entry: index }),
    },
  ];
}

function isSame(act: RecordedAct, { type, subject, days, traits }: RecordInput, file: ActFile): boolean {
  if (act.type !== type) return false;
  const { must = {}, may = {}, makes = false } = actEntry(type);
  const isDay = carriedDays.every((name) => days[name]?.day === act.days[name]?.day);
  const isTrait = Object.keys({ ...must, ...may }).every((name) => traits[name] === act.traits[name]);
  return isDay && isTrait && (makes || (subject?.id ?? file.state.id) === act.subject.id);
}
