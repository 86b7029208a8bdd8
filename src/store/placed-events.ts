/** Sealed events with their index in the log and the hash of the entry before: all that a leaf is made of. */

import { type RawBuilder, sql } from "kysely";
import { noPrev } from "../log/entry.ts";
import { type Hash, parseHashBytes } from "../log/hash.ts";
import type { PlacedEvent } from "../log/receipt.ts";
import type { Database } from "./postgres.ts";

/**
 * selectPlaced returns the events for which the condition `which` on leaf and event holds, in the order of the log. It throws
 * where the leaf before one of them is lost, for no right leaf can be made without it.
 */
export async function selectPlaced(database: Database, which: RawBuilder<unknown>): Promise<readonly PlacedEvent[]> {
  return (await selectKept(database, which)).map(({ index, prev, ...rest }) => {
    if (prev === undefined) throw new Error(`leaf ${index - 1} is missing in the store`);
    return { index, prev, ...rest };
  });
}

/** selectKept leaves out `prev` where the leaf before is lost. */
export async function selectKept(
  database: Database,
  which: RawBuilder<unknown>,
): Promise<readonly (Omit<PlacedEvent, "prev"> & { readonly prev: Hash | undefined })[]> {
  const { rows } = await sql<{ index: string; body: Buffer; prev: Buffer | null }>`
    select leaf.index, event.body, before.hash as prev
    from leaf join event on event.id = leaf.event left join leaf before on before.index = leaf.index - 1
    where ${which} order by leaf.index`.execute(database);
  return rows.map(({ index, body, prev }) => ({ index: Number(index), body, prev: prevOf(Number(index), prev) }));
}

function prevOf(index: number, hash: Uint8Array | null): Hash | undefined {
  if (hash !== null) return hashOf(hash);
  return index === 0 ? noPrev : undefined;
}

/** hashOf throws on a column that does not hold 32 bytes, which the checks of the tables exclude. */
export function hashOf(bytes: Uint8Array): Hash {
  const hash = parseHashBytes(bytes);
  if (hash === undefined) throw new Error(`a hash of ${bytes.length} bytes`);
  return hash;
}
