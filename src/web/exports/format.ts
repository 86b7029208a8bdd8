/** A format of exports: it turns the head and the rows of a list into the bytes of a file, as they come. */

import type { Instant } from "../../base/day.ts";
import type { VouchedLog } from "../../service/listing/vouched-log.ts";
import type { ExportName, FormatEnding } from "../frame/downloads.tsx";
import type { Kind, Value } from "./columns.ts";

/** What each export begins with: of what it is, as of when, and of which log. */
export interface ExportHead {
  readonly list: ExportName;
  readonly title: string;
  readonly asOf: Instant;
  readonly filter: readonly FilterWords[];
  readonly total: number;
  readonly log: VouchedLog;
}

export interface FilterWords {
  readonly name: string;
  readonly value: string;
  /** The filter for people, such as "Cơ quan: …". */
  readonly label: string;
  readonly words: string;
}

interface SheetColumn {
  readonly key: string | undefined;
  readonly head: string | undefined;
  readonly kind: Kind;
}

/** A column that stands in a sheet, with its place among all columns. */
interface ShownColumn extends SheetColumn {
  readonly head: string;
  readonly at: number;
}

export function shownColumns(columns: readonly SheetColumn[]): readonly ShownColumn[] {
  return columns.flatMap(({ head, ...column }, at) => (head === undefined ? [] : [{ ...column, head, at }]));
}

export interface Contents {
  readonly head: ExportHead;
  readonly columns: readonly SheetColumn[];
  /** The values of each row in the order of the columns, page by page. */
  readonly pages: AsyncIterable<readonly (readonly Value[])[]>;
}

export interface Format {
  readonly ending: FormatEnding;
  readonly type: string;
  readonly write: (contents: Contents) => AsyncIterable<string | Uint8Array, void>;
}
