/** The ways to take a whole list away, with its number of rows. */

import { countWords } from "../words/lists.ts";
import { withQuery } from "../parts/pager.tsx";

/** The lists that can be taken away; each has an address of its own for each format (exports/all-exports.ts). */
export type ExportName =
  | "detections"
  | "gone"
  | "findings"
  | "instruments"
  | "clocks"
  | "cases"
  | "intakes"
  | "registers";

/** By the ending of the file's name. */
const formatNames = { csv: "CSV", xlsx: "Excel", jsonl: "JSON Lines", ics: "Lịch (ICS)" } as const;
export type FormatEnding = keyof typeof formatNames;

export function exportPath(list: ExportName, ending: FormatEnding): string {
  return `/console/exports/${list}.${ending}`;
}

interface DownloadsParts {
  readonly list: ExportName;
  /** The filter of the list, as its own address has it. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly total: number;
  /** What the rows are, where a page has several lists. */
  readonly what?: string;
}

export function Downloads({ list, query, total, what }: DownloadsParts) {
  if (total === 0) return undefined;
  const label = (name: string) => (what === undefined ? {} : { "aria-label": `${name}: ${what}` });
  return (
    <p class="downloads">
      Tải về {countWords(total)} dòng:{" "}
      {endingsOf(list).map((ending, i) => (
        <>
          {i === 0 ? "" : " · "}
          <a href={withQuery(exportPath(list, ending), query)} {...label(formatNames[ending])}>
            {formatNames[ending]}
          </a>
        </>
      ))}
    </p>
  );
}

const sheets: readonly FormatEnding[] = ["csv", "xlsx", "jsonl"];

/** Only time limits that run have days to come, which a calendar can hold. */
function endingsOf(list: ExportName): readonly FormatEnding[] {
  return list === "clocks" ? [...sheets, "ics"] : sheets;
}
