/** The access journal: who looked at sealed fields of class reference. Off the log; its digest is sealed every hour. */

import type { Journal } from "../service/ports.ts";
import { type Database, tryDatabase } from "./postgres.ts";

export function makeJournal(database: Database): Journal {
  return {
    note: async (read) => {
      await tryDatabase(async () => database.insertInto("access_journal").values(read).execute());
    },
  };
}
