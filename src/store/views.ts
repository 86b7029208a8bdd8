/** The read models as lists. A page begins after a key, so that it costs the same wherever it is in the list. */

import { sql } from "kysely";
import { given } from "../base/given.ts";
import type { CaseRow, FindingRow, InstrumentRow, OfficeRow, Views } from "../service/views.ts";
import { countBreaches, countDetections } from "./counts.ts";
import { readDeadlines } from "./deadlines.ts";
import { readCalledFiles, readLatestFiles } from "./files.ts";
import { readGone } from "./gone.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { rowOf } from "./row.ts";

export function makeViews(database: Database): Views {
  const { reading } = methodsOn(database);
  return {
    deadlines: reading(readDeadlines),
    gone: reading(readGone),
    countDetections: reading(countDetections),
    countBreaches: reading(countBreaches),
    findings: reading(readFindings),
    instruments: reading(readInstruments),
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
  { office, procuracy, status, about, after = "", limit }: Query<"findings">,
): Promise<readonly FindingRow[]> {
  const rows = await database
    .selectFrom("view.finding")
    .select(["key", "deadline", "about", "rule", "version", "office", "procuracy", "status", "weight", "seriousness"])
    .select(["instrument", "made_on"])
    .where((row) => row.and(given({ office, procuracy, status, about })))
    .where("key", ">", after)
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

/** readInstruments leaves out unserved instruments before it cuts the page: a page that is short for them would look like the last. */
async function readInstruments(
  database: Database,
  { issuer, addressee, status, arbiter, handedOver, after = "", limit }: Query<"instruments">,
): Promise<readonly InstrumentRow[]> {
  const handed_over = handedOver === true ? true : undefined;
  const rows = await database
    .selectFrom("view.instrument")
    .select(["key", "kind", "number", "issuer", "addressee", "status", "issued_on", "received_on", "replied_on"])
    .select(["closed_on", "findings", "verified"])
    .where((row) => row.and(given({ issuer, addressee, status, arbiter, handed_over })))
    .where("key", ">", after)
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

async function readCases(
  database: Database,
  { agency, after = "", limit }: Query<"cases">,
): Promise<readonly CaseRow[]> {
  const rows = await database
    .selectFrom("view.case_file")
    .select(["key", "intake", "agency", "decided_on"])
    .where((row) => row.and(given({ agency })))
    .where("key", ">", after)
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

async function readIntakes(
  database: Database,
  { agency, after = "", limit }: Query<"intakes">,
): ReturnType<Views["intakes"]> {
  const rows = await database
    .selectFrom("view.intake")
    .select(["key", "agency", "court", "opened_on"])
    .where((row) => row.and(given({ agency })))
    .where("key", ">", after)
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

async function readRegisters(
  database: Database,
  { office, offices, after = "", limit }: Query<"registers">,
): ReturnType<Views["registers"]> {
  const rows = await database
    .selectFrom("view.register")
    .select(["key", "office", "opened_on"])
    .where((row) => row.and(given({ office })))
    .$if(offices !== undefined, (rows) => rows.where(sql<boolean>`office = any (${offices}::text[])`))
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
