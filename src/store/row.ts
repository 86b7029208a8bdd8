/** Rows as the code reads them: names in camelCase, undefined where PostgreSQL says null, instants parsed. */

import { type Instant, parseInstant } from "../base/day.ts";

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

export type MappedRow<R> = {
  [Name in keyof R & string as Camel<Name>]: null extends R[Name] ? Exclude<R[Name], null> | undefined : R[Name];
};

/** rowOf maps one row; values that are objects themselves, such as JSON, stay as they are. */
export function rowOf<R extends object>(row: R): MappedRow<R>;
export function rowOf(row: object): object {
  const mapped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) mapped[camel(name)] = value ?? undefined;
  return mapped;
}

/** instantOf parses an instant that PostgreSQL wrote, and throws when it is outside the years that the code counts with. */
export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`the database wrote an instant as ${text}`);
  return instant;
}

/** The names of columns in camelCase. They are few, and computing one takes longer than all else of mapping a value. */
const camelNames = new Map<string, string>();

function camel(name: string): string {
  const known = camelNames.get(name);
  if (known !== undefined) return known;
  const made = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  camelNames.set(name, made);
  return made;
}
