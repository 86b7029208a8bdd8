/** The competitor, emmett-postgresql, appends the same act, unhashed and unsealed, to the stream of the same file. */

import { type Event, event } from "@event-driven-io/emmett";
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import pg from "pg";
import { connections } from "./world.ts";

export interface Competitor {
  readonly append: (file: string, data: Record<string, unknown>) => Promise<void>;
  readonly end: () => Promise<void>;
}

type ActRecorded = Event<"act-recorded", Record<string, unknown>>;

/** openCompetitor makes the competitor's own tables beside ours, in the same PostgreSQL. */
export async function openCompetitor(ownerUrl: string): Promise<Competitor> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  // A pool ends before its connections do, so the server may still send an error to one of them; that error is not a
  // fault of the run.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const store = getPostgreSQLEventStore(ownerUrl, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    append: async (file, data) => {
      await store.appendToStream(`case-${file}`, [event<ActRecorded>("act-recorded", data)]);
    },
    end: async () => {
      await store.close();
      await pool.end();
    },
  };
}
