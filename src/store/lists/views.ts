/** The read models as lists. A page begins after a key, so that it costs the same wherever it is in the list. */

import { sql } from "kysely";
import { given } from "../../base/given.ts";
import type { FindingRow, OfficeRow, Views } from "../../service/views.ts";
import { countBreaches, countDetections } from "./counts.ts";
import { countDeadlines, readDeadlines } from "./deadlines.ts";
import { readCases, readIntakes, readRegisters } from "./file-lists.ts";
import { readCalledFiles, readLatestFiles } from "./files.ts";
import { wasHandedOver } from "./handed-over.ts";
import { readGone } from "./gone.ts";
import { countInstruments, readInstruments, readRepliedInstruments } from "./instruments.ts";
import { type Database, methodsOn } from "../postgres.ts";
import { rowOf } from "../row.ts";

export function makeViews(database: Database): Views {
  const { reading } = methodsOn(database);
  return {
    deadlines: reading(readDeadlines),
    countDeadlines: reading(countDeadlines),
    gone: reading(readGone),
    countDetections: reading(countDetections),
    countBreaches: reading(countBreaches),
    findings: reading(readFindings),
    instruments: reading(readInstruments),
    repliedInstruments: reading(readRepliedInstruments),
    countInstruments: reading(countInstruments),
    cases: reading(readCases),
    intakes: reading(readIntakes),
    latestFiles: reading(readLatestFiles),
    calledFiles: reading(readCalledFiles),
    registers: reading(readRegisters),
    people: reading(readPeople),
    offices: reading(readOffices),
  };
}

/** The query of a list. */
type Query<List extends keyof Views> = Parameters<Views[List]>[0];

async function readFindings(
  database: Database,
  { office, procuracy, offices, handedOverOf = [], status, about, handedOver, after = "", limit }: Query<"findings">,
): Promise<readonly FindingRow[]> {
  const rows = await database
    .selectFrom("view.finding")
    .select(["key", "deadline", "about", "rule", "version", "office", "procuracy", "status", "weight", "seriousness"])
    .select(["instrument", "made_on"])
    .where((row) => row.and(given({ office, procuracy, status, about })))
    .$if(offices !== undefined, (rows) =>
      rows.where(
        sql<boolean>`(office = any (${offices}::text[]) or procuracy = any (${offices}::text[])
          or (office = any (${handedOverOf}::text[]) and ${wasHandedOver(sql.table("view.finding"))}))`,
      ),
    )
    .$if(handedOver === true, (rows) => rows.where(wasHandedOver(sql.table("view.finding"))))
    .where("key", ">", after)
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

async function readPeople(database: Database, { after = "", limit }: Query<"people">): ReturnType<Views["people"]> {
  const people = database.selectFrom("view.login").select("person").distinct();
  return people.where("person", ">", after).orderBy("person").limit(limit).execute();
}

async function readOffices(database: Database): Promise<readonly OfficeRow[]> {
  const rows = await database
    .selectFrom("view.office")
    .select(["key", "code", "kind", "opened_on", "closed_on"])
    .orderBy("code")
    .execute();
  return rows.map(rowOf);
}
