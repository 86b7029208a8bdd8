/** Numbered rows of alike inputs, named "<list>.<row>.<part>": those that were filled in, and some empty ones. */

import type { FormValues } from "./form-values.ts";

/**
 * closeGaps drops empty rows and moves up those after them, so that rows are numbered as the command will number them.
 * It keeps at most one row more than the command takes: enough for its schema to refuse the form, although a form may
 * send a hundred thousand, and each would be shown again.
 */
export function closeGaps(values: FormValues, list: string, mostRows: number): FormValues {
  const cells = cellsOf(values, list);
  const rows = [...new Set(cells.map(({ row }) => row))].toSorted((a, b) => a - b).slice(0, mostRows + 1);
  const places = new Map(rows.map((row, place) => [row, place]));
  const others = [...values].filter(([name]) => !name.startsWith(`${list}.`));
  const moved = cells.flatMap(({ row, part, typed }): [string, readonly string[]][] => {
    const place = places.get(row);
    return place === undefined ? [] : [[`${list}.${place}.${part}`, typed]];
  });
  return new Map([...others, ...moved]);
}

/** rowsIn returns the numbers of the filled rows, and of `spare` empty ones after them. The values must have no gaps. */
export function rowsIn(values: FormValues, list: string, spare = 0): readonly number[] {
  const filled = new Set(cellsOf(values, list).map(({ row }) => row)).size;
  return Array.from({ length: filled + spare }, (_, row) => row);
}

interface Cell {
  readonly row: number;
  readonly part: string;
  readonly typed: readonly string[];
}

function cellsOf(values: FormValues, list: string): readonly Cell[] {
  return [...values].flatMap(([name, typed]) => {
    const [listName, row, ...part] = name.split(".");
    if (listName !== list || part.length === 0 || typed.every((text) => text.trim() === "")) return [];
    return [{ row: Number(row), part: part.join("."), typed }];
  });
}
