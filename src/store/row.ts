/** Rows as the code reads them: names in camelCase, and undefined where PostgreSQL says null. */

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

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
