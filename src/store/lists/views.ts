/** The read models as lists. A page begins after a key, so that it costs the same wherever it is in the list. */

import type { OfficeRow, Views } from "../../service/views.ts";
import { countBreaches, countDetections } from "./counts.ts";
import { countDeadlines, readDeadlines } from "./deadlines.ts";
import { readCases, readIntakes, readRegisters } from "./file-lists.ts";
import { countFiles, readCalledFiles, readLatestFiles } from "./files.ts";
import { countFindings, readFindings } from "./findings.ts";
import { countGone, readGone } from "./gone.ts";
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
    countGone: reading(countGone),
    findings: reading(readFindings),
    countFindings: reading(countFindings),
    instruments: reading(readInstruments),
    repliedInstruments: reading(readRepliedInstruments),
    countInstruments: reading(countInstruments),
    cases: reading(readCases),
    intakes: reading(readIntakes),
    latestFiles: reading(readLatestFiles),
    countFiles: reading(countFiles),
    calledFiles: reading(readCalledFiles),
    registers: reading(readRegisters),
    people: reading(readPeople),
    offices: reading(readOffices),
  };
}

/** The query of a list. */
type Query<List extends keyof Views> = Parameters<Views[List]>[0];

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
