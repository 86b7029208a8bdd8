/** The way back from an act to its file, named by its number: so the preview says in which file something is recorded. */

import { streamName } from "../../domain/event.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import type { Visit } from "../frame/visit.ts";
import { FileLink } from "../parts/file-link.tsx";

interface Other {
  readonly path: string;
  readonly words: string;
}

/** backToFile links another choice of the same file too, where there is one. */
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
