/**
 * The mistake that the fault test must find: head locked and pending read in one statement. The statement sees what was
 * committed when it began to wait for the lock, so events that were sealed meanwhile still look pending.
 */

import { sql } from "kysely";
import type { Pending, Sealing } from "../../src/service/ports.ts";
import type { Database } from "../../src/store/postgres.ts";
import { headOf, makeSealing, sealingIn } from "../../src/store/sealing.ts";

interface Row {
  size: string;
  hash: Buffer;
  edge: Buffer;
  stopped: string | null;
  event: string | null;
  stream: string;
  version: number;
  body: Buffer;
}

export function makeOneStatementSealing(database: Database, origin: string): Sealing {
  return {
    ...makeSealing(database, origin),
    transaction: async (work) =>
      database.transaction().execute(async (transaction) => {
        let waiting: Pending = { events: [], clockBack: false };
        return work({
          ...sealingIn(transaction),
          lockHead: async () => {
            const { rows } = await sql<Row>`
              select head.size, head.hash, head.edge, head.stopped, e.id as event, e.stream, e.version, e.body
              from lock_head() head left join (pending join event e on e.id = pending.event) on true
              order by pending.recording, pending.event`.execute(transaction);
            waiting = { clockBack: false, events: rows.flatMap(pendingOf) };
            const [first] = rows;
            if (first === undefined) throw new Error("no head");
            return headOf(first);
          },
          pending: async () => waiting,
        });
      }),
  };
}

function pendingOf({ event, stream, version, body }: Row): Pending["events"] {
  if (event === null) return [];
  // Streams are not checked here: the wrong order must do its worst.
  return [
    { event: BigInt(event), stream: stream as Pending["events"][number]["stream"], version, body, follows: true },
  ];
}
