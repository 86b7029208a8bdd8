/** Evidence in words: the act with its day and its file. What is of another file, or is no act, is named as such. */

import type { StreamName } from "../../domain/event.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { type NamedEntry, namedEntries } from "../../service/reading/named-entries.ts";
import type { Visit } from "../frame/visit.ts";
import { namedActs } from "../parts/act-name.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { fileLabel } from "../parts/file-link.tsx";
import { fileOf } from "../parts/finding-name.ts";
import { Mark } from "../parts/mark.tsx";
import { eventWords, isEventType } from "../words/events.ts";
import type { ItemFinding } from "./finding-names.ts";

export interface EvidenceWords {
  readonly words: string;
  readonly stream: StreamName;
  readonly isAct: boolean;
  /** The name of its file, to be said where the finding is about another one. */
  readonly file: string;
}

/** evidenceIn describes each entry once, by its index. */
export async function evidenceIn(
  indexes: readonly number[],
  { reader, host }: Visit,
): Promise<ReadonlyMap<number, EvidenceWords>> {
  const entries = await namedEntries([...new Set(indexes)], reader, host);
  const shown = entries.flatMap(({ file }) => (file === undefined ? [] : [file.stream]));
  const numbers = await numbersOf(shown, reader, host);
  return new Map(
    entries.map((entry) => {
      const { index, act, file, stream } = entry;
      const label = file === undefined ? "hồ sơ mà bạn không được xem" : fileLabel(stream, numbers);
      return [index, { words: wordsOf(entry), stream, isAct: act !== undefined, file: label }] as const;
    }),
  );
}

function wordsOf({ type, act, file }: NamedEntry): string {
  if (act === undefined) return isEventType(type) ? eventWords[type].toLowerCase() : "mục khác";
  const named = file === undefined ? undefined : namedActs(file.file).find(({ act: each }) => each.id === act);
  return named?.name.replace(/^\d+\. /, "") ?? "một hành vi";
}

interface EvidenceParts {
  readonly indexes: readonly number[];
  readonly evidence: ReadonlyMap<number, EvidenceWords>;
  /** The files of the findings for which it is shown. */
  readonly files: ReadonlySet<StreamName>;
}

export function EvidenceList({ indexes, evidence, files }: EvidenceParts) {
  return (
    <>
      {indexes.map((index) => {
        const found = evidence.get(index);
        return (
          <div>
            <EntryLink index={index} />
            {found === undefined ? undefined : (
              <>
                : {found.words} <Foreign found={found} files={files} />
              </>
            )}
          </div>
        );
      })}
    </>
  );
}

function Foreign({ found, files }: { readonly found: EvidenceWords; readonly files: EvidenceParts["files"] }) {
  if (!found.isAct) return <Mark word="không phải hành vi ghi trong hồ sơ" tone="bad" />;
  return files.has(found.stream) ? undefined : <Mark word={`thuộc hồ sơ khác: ${found.file}`} tone="bad" />;
}

export function filesOf(findings: readonly ItemFinding[]): ReadonlySet<StreamName> {
  return new Set(findings.flatMap(({ state }) => (state === undefined ? [] : [fileOf(state)])));
}
