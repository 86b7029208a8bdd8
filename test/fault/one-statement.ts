/**
 * The mistake that the fault test must find: head locked and pending read in one statement. The statement sees what was
 * committed when it began to wait for the lock, so events that were sealed meanwhile still look pending.
 */

import { sql } from "kysely";
import { parseStreamName } from "../../src/domain/event.ts";
import type { Pending, Sealing } from "../../src/service/ports.ts";
import type { Database } from "../../src/store/postgres.ts";
import { headOf, makeSealing, sealingIn } from "../../src/store/sealing.ts";

interface Row {
  size: string;
  hash: Buffer;
  edge: Buffer;
  checkpoints: string;
  stopped: string | null;
  event: string | null;
  recording: string;
  scope: Buffer;
  digest: Buffer;
  status: number;
  tag: Buffer;
  stream: string;
  version: number;
  body: Buffer;
}

export function makeOneStatementSealing(
  { reading, recording }: { readonly reading: Database; readonly recording: Database },
  origin: string,
): Sealing {
  return {
    ...makeSealing({ reading, sealing: recording }, origin),
    transaction: async (work) =>
      recording.transaction().execute(async (transaction) => {
        let waiting: Pending = { events: [], recordings: [], clockWait: undefined };
        return work({
          ...sealingIn(transaction),
          lockHead: async () => {
            const { rows } = await sql<Row>`
              select head.size, head.hash, head.edge, head.checkpoints, head.stopped,
                e.id as event, e.recording, e.stream, e.version, e.body, r.scope, r.digest, r.status, r.tag
              from lock_head() head
                left join (pending join event e on e.id = pending.event join recording r on r.number = e.recording) on true
              order by pending.recording, pending.event`.execute(transaction);
            waiting = { clockWait: undefined, recordings: rows.flatMap(recordingOf), events: rows.flatMap(pendingOf) };
            const [first] = rows;
            if (first === undefined) throw new Error("no head");
            return headOf(first);
          },
          pending: async () => waiting,
        });
      }),
  };
}

function recordingOf({ event, recording, digest, ...row }: Row): Pending["recordings"] {
  return event === null ? [] : [{ ...row, number: BigInt(recording), body: digest }];
}

function pendingOf({ event, recording, stream, version, body }: Row): Pending["events"] {
  if (event === null) return [];
  // Streams are not checked here: the wrong order must do its worst.
  const named = { event: BigInt(event), recording: BigInt(recording), stream: parseStreamName(stream) };
  return [{ ...named, version, body, follows: true }];
}
