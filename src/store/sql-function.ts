/** Functions of db/*.sql as the store calls them: each argument by its name, so that no two arrays of one type can change places. */

import { CompiledQuery } from "kysely";
import { type GiveWay, runInSlices } from "../base/slices.ts";
import { arrayText, elementsOfSlice } from "./array-text.ts";
import type { Database } from "./postgres.ts";

/** The type of an argument for each SQL type. */
interface ArgumentTypes {
  readonly bigint: number | null;
  readonly bytea: Uint8Array | null;
  readonly jsonb: string;
  readonly text: string;
  readonly "bigint[]": readonly (bigint | number)[];
  readonly "bytea[]": readonly Uint8Array[];
  readonly "integer[]": readonly number[];
  readonly "smallint[]": readonly number[];
  readonly "text[]": readonly string[];
  readonly "timestamptz[]": readonly string[];
}

type Parameters = Readonly<Record<string, keyof ArgumentTypes>>;
type Arguments<P extends Parameters> = { readonly [Name in keyof P]: ArgumentTypes[P[Name]] };
type SqlFunction<P extends Parameters> = <Row>(
  database: Database,
  given: Arguments<P>,
  giveWay?: GiveWay,
) => Promise<readonly Row[]>;

/**
 * sqlFunction returns a call of the function `name`, which answers with rows. `parameters` gives the name and type of each
 * parameter as the migration declares them, but in camelCase and without the prefix: `readStreams` is `p_read_streams`.
 * With `giveWay`, long arrays are written in slices.
 */
export function sqlFunction<const P extends Parameters>(name: string, parameters: P): SqlFunction<P> {
  const names = Object.keys(parameters);
  const places = Object.entries(parameters).map(([each, type], i) => `${parameterName(each)} => $${i + 1}::${type}`);
  const text = `select * from ${name}(${places.join(", ")})`;
  return async <Row>(database: Database, given: Readonly<Record<string, unknown>>, giveWay?: GiveWay) => {
    const values = [];
    for (const each of names) values.push(await writeLong(given[each], giveWay));
    const { rows } = await database.executeQuery<Row>(CompiledQuery.raw(text, values));
    return rows;
  };
}

/** writeLong leaves what is short to the driver. */
async function writeLong(value: unknown, giveWay: GiveWay | undefined): Promise<unknown> {
  if (giveWay === undefined || !Array.isArray(value) || value.length <= elementsOfSlice) return value;
  return runInSlices(arrayText(value), giveWay);
}

function parameterName(name: string): string {
  return `p_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
