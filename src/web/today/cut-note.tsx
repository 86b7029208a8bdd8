/** CutNote says below a list that it was cut: how many rows are shown, how many there are, and where all of them are. */

import type { Cut } from "../../service/reading/cut.ts";
import { countWords } from "../words/lists.ts";

interface CutNoteParts {
  readonly list: Cut<unknown>;
  /** The rows, as the sentence calls them. */
  readonly what: string;
  /** The address of the list of all of them. */
  readonly whole: string;
}

export function CutNote({ list: { rows, total }, what, whole }: CutNoteParts) {
  if (total <= rows.length) return undefined;
  return (
    <p>
      Đang xem {rows.length} trong {countWords(total)} {what}. <a href={whole}>Xem tất cả {what}</a>.
    </p>
  );
}
