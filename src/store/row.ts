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
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value ?? undefined]));
}

/** instantOf parses an instant that PostgreSQL wrote, and throws when it is outside the years that the code counts with. */
export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`the database wrote an instant as ${text}`);
  return instant;
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
