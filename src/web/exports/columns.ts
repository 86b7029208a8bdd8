/** The columns of an export: for programs by name in JSON Lines, for people by head in a sheet. */

import type { Day } from "../../base/day.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import type { Host } from "../../service/host.ts";
import type { NamedSubject } from "../parts/subjects-in.ts";

/** A day is written as in the log, "2026-12-01", and each format makes of it what its readers take for a day. */
export type Kind = "text" | "day" | "number";
export type Value = string | number | undefined;

export interface ExportColumn<Row> {
  /** The name of the value in JSON Lines; a column without it is for people alone. */
  readonly key?: string;
  /** The head in a sheet; a column without it is for programs alone: an id, or a code that another column says in words. */
  readonly head?: string;
  readonly kind?: Kind;
  readonly of: (row: Row, called: CalledRows) => Value;
}

/** How offices, files and the subjects in them are called. A number that the reader may not see is not in it. */
export interface CalledRows {
  readonly offices: ReadonlyMap<string, string>;
  readonly numbers: FileNumbers;
  readonly subjects: NamedSubject;
  readonly today: Day;
}

export const noFiles: Pick<CalledRows, "numbers" | "subjects"> = { numbers: new Map(), subjects: () => undefined };

export async function namesOf(ids: readonly string[], host: Host): Promise<ReadonlyMap<string, string>> {
  const offices = [...new Set(ids)].flatMap((id) => parseId<OfficeId>(id) ?? []);
  return new Map([...(await namedOffices(offices, host))].map(([id, { name }]) => [id, name]));
}

/** The two columns of an office: its id for programs, its name for both. */
export function officeColumns<Row>(key: string, head: string, of: (row: Row) => string): readonly ExportColumn<Row>[] {
  return [
    { key, of },
    { key: `${key}Name`, head, of: (row, { offices }) => offices.get(of(row)) },
  ];
}
