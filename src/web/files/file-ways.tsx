/** The ways from a file to the pages of its acts, for a person who may record, and from an act back to its file. */

import { streamName } from "../../domain/event.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import type { Visit } from "../frame/visit.ts";
import type { May } from "../frame/permitted.ts";
import { FileLink } from "../parts/file-link.tsx";

export function RecordLink({ path, may }: { readonly path: string; readonly may: May }) {
  if (!may("record-act")) return undefined;
  return (
    <p class="actions">
      <a class="button" href={`${path}/acts`}>
        Ghi hành vi thi hành án
      </a>
      {may("correct-act") ? (
        <a class="button" href={`${path}/corrections`}>
          Đính chính mục đã ghi
        </a>
      ) : undefined}
    </p>
  );
}

interface Other {
  readonly path: string;
  readonly words: string;
}

/**
 * backToFile names the file by its number, so that the preview says in which file something is recorded; it links another
 * choice of the same file too, where there is one.
 */
export async function backToFile({ kind, state }: ActFile, { reader, host }: Visit, other?: Other) {
  const file = streamName(kind, state.id);
  const numbers = await numbersOf([file], reader, host);
  return (
    <p>
      <FileLink file={file} numbers={numbers} />
      {other === undefined ? undefined : (
        <>
          {" "}
          · <a href={other.path}>{other.words}</a>
        </>
      )}
    </p>
  );
}
