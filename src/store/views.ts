/** The read models, as lists. Pages by key, so that a page costs the same wherever it is. */

import { sql } from "kysely";
import type { CaseRow, FindingRow, InstrumentRow, OfficeRow, Views } from "../service/views.ts";
import { countBreaches, countDetections } from "./counts.ts";
import { readDeadlines } from "./deadlines.ts";
import { readCalledFiles, readLatestFiles } from "./files.ts";
import { readGone } from "./gone.ts";
import { type Database, tryDatabase } from "./postgres.ts";

export function makeViews(database: Database): Views {
  return {
    deadlines: async (query) => tryDatabase(async () => readDeadlines(database, query)),
    gone: async (query) => tryDatabase(async () => readGone(database, query)),
    countDetections: async (query) => tryDatabase(async () => countDetections(database, query)),
    countBreaches: async (query) => tryDatabase(async () => countBreaches(database, query)),
    findings: async (query) => tryDatabase(async () => readFindings(database, query)),
    instruments: async (query) => tryDatabase(async () => readInstruments(database, query)),
    cases: async (query) => tryDatabase(async () => readCases(database, query)),
    intakes: async (query) => tryDatabase(async () => readIntakes(database, query)),
    latestFiles: async (query) => tryDatabase(async () => readLatestFiles(database, query)),
    calledFiles: async (ids) => tryDatabase(async () => readCalledFiles(database, ids)),
    registers: async (query) => tryDatabase(async () => readRegisters(database, query)),
    people: async (query) => tryDatabase(async () => readPeople(database, query)),
    offices: async () => tryDatabase(async () => readOffices(database)),
  };
}

async function readFindings(
  database: Database,
  query: Parameters<Views["findings"]>[0],
): Promise<readonly FindingRow[]> {
  let rows = database.selectFrom("view.finding").selectAll();
  if (query.office !== undefined) rows = rows.where("office", "=", query.office);
  if (query.procuracy !== undefined) rows = rows.where("procuracy", "=", query.procuracy);
  if (query.status !== undefined) rows = rows.where("status", "=", query.status);
  if (query.about !== undefined) rows = rows.where("about", "=", query.about);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ stream: _, day: _day, made_on, seriousness, instrument, ...row }) => ({
    ...row,
    seriousness: seriousness ?? undefined,
    instrument: instrument ?? undefined,
    madeOn: made_on,
  }));
}

async function readInstruments(
  database: Database,
  query: Parameters<Views["instruments"]>[0],
): Promise<readonly InstrumentRow[]> {
  let rows = database.selectFrom("view.instrument").selectAll();
  if (query.issuer !== undefined) rows = rows.where("issuer", "=", query.issuer);
  if (query.addressee !== undefined) rows = rows.where("addressee", "=", query.addressee);
  if (query.status !== undefined) rows = rows.where("status", "=", query.status);
  if (query.arbiter !== undefined) rows = rows.where("arbiter", "=", query.arbiter);
  // Left out before the page is cut: a page that is short for them would look like the last.
  if (query.handedOver === true) rows = rows.where("handed_over", "=", true);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map((row) => ({
    key: row.key,
    kind: row.kind,
    number: row.number ?? undefined,
    issuer: row.issuer,
    addressee: row.addressee,
    status: row.status,
    issuedOn: row.issued_on ?? undefined,
    receivedOn: row.received_on ?? undefined,
    repliedOn: row.replied_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
    findings: row.findings,
    verified: row.verified,
  }));
}

async function readCases(database: Database, query: Parameters<Views["cases"]>[0]): Promise<readonly CaseRow[]> {
  let rows = database.selectFrom("view.case_file").select(["key", "intake", "agency", "decided_on"]);
  if (query.agency !== undefined) rows = rows.where("agency", "=", query.agency);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ decided_on, ...row }) => ({ ...row, decidedOn: decided_on }));
}

async function readIntakes(database: Database, query: Parameters<Views["intakes"]>[0]): ReturnType<Views["intakes"]> {
  let rows = database.selectFrom("view.intake").select(["key", "agency", "court", "opened_on"]);
  if (query.agency !== undefined) rows = rows.where("agency", "=", query.agency);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ key, agency, court, opened_on }) => ({
    key,
    agency,
    court: court ?? undefined,
    openedOn: opened_on,
  }));
}

async function readRegisters(
  database: Database,
  query: Parameters<Views["registers"]>[0],
): ReturnType<Views["registers"]> {
  let rows = database.selectFrom("view.register").select(["key", "office", "opened_on"]);
  if (query.office !== undefined) rows = rows.where("office", "=", query.office);
  if (query.offices !== undefined) rows = rows.where(sql<boolean>`office = any (${query.offices}::text[])`);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ key, office, opened_on }) => ({ key, office, openedOn: opened_on }));
}

async function readPeople(database: Database, query: Parameters<Views["people"]>[0]): ReturnType<Views["people"]> {
  let rows = database.selectFrom("view.login").select("person").distinct();
  if (query.after !== undefined) rows = rows.where("person", ">", query.after);
  return rows.orderBy("person").limit(query.limit).execute();
}

async function readOffices(database: Database): Promise<readonly OfficeRow[]> {
  const found = await database
    .selectFrom("view.office")
    .select(["key", "code", "kind", "opened_on", "closed_on"])
    .orderBy("code")
    .execute();
  return found.map(({ key, code, kind, opened_on, closed_on }) => ({
    key,
    code,
    kind,
    openedOn: opened_on,
    closedOn: closed_on ?? undefined,
  }));
}
