/** CutNote says below a list that it was cut, after how many rows, and where all of them are. */

import type { Cut } from "../../service/reading/cut.ts";

interface CutNoteParts {
  readonly list: Cut<unknown>;
  /** The rows, as the sentence calls them. */
  readonly what: string;
  /** The list of all of them, with the words of its link. */
  readonly whole: { readonly path: string; readonly words: string };
}

export function CutNote({ list, what, whole }: CutNoteParts) {
  if (!list.more) return undefined;
  return (
    <p>
      Mới tính {list.rows.length} {what} đầu tiên; còn nữa: <a href={whole.path}>{whole.words}</a>.
    </p>
  );
}

export const allInstruments = { path: "/console/instruments", words: "tất cả văn bản" };
