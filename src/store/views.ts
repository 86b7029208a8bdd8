/** The read models, as lists. Pages by key, so that a page costs the same wherever it is. */

import { sql } from "kysely";
import { parseStreamName } from "../domain/event.ts";
import type {
  CaseRow,
  DeadlineQuery,
  DeadlineRow,
  FindingRow,
  InstrumentRow,
  OfficeRow,
  Views,
} from "../service/views.ts";
import { type Database, tryDatabase } from "./postgres.ts";
import type { Tables } from "./tables.ts";

export function makeViews(database: Database): Views {
  return {
    deadlines: async (query) => tryDatabase(async () => readDeadlines(database, query)),
    countBreaches: async (query) => tryDatabase(async () => countBreaches(database, query)),
    findings: async (query) => tryDatabase(async () => readFindings(database, query)),
    instruments: async (query) => tryDatabase(async () => readInstruments(database, query)),
    cases: async (query) => tryDatabase(async () => readCases(database, query)),
    intakes: async (query) => tryDatabase(async () => readIntakes(database, query)),
    people: async (query) => tryDatabase(async () => readPeople(database, query)),
    offices: async () => tryDatabase(async () => readOffices(database)),
  };
}

async function readDeadlines(database: Database, query: DeadlineQuery): Promise<readonly DeadlineRow[]> {
  let rows = inState(deadlinesOf(database, query), query);
  const after = afterOf(query.after);
  if (after !== undefined)
    rows = rows.where(sql<boolean>`(coalesce(due_on, 'infinity'), key) > (${after.day}::date, ${after.key})`);
  const found = await rows.orderBy(sql`coalesce(due_on, 'infinity')`).orderBy("key").limit(query.limit).execute();
  return found.map(deadlineOf);
}

function deadlinesOf(database: Database, query: DeadlineQuery) {
  let rows = database.selectFrom("view.deadline").selectAll();
  if (query.office !== undefined) rows = rows.where("office", "=", query.office);
  if (query.offices !== undefined) rows = rows.where(sql<boolean>`office = any (${query.offices}::text[])`);
  if (query.rule !== undefined) rows = rows.where("rule", "=", query.rule);
  if (query.of !== undefined) rows = rows.where("stream", "like", `${query.of}/%`);
  if (query.weight !== undefined) rows = rows.where("weight", "=", query.weight);
  if (query.unjudged === true) {
    rows = rows.where(sql<boolean>`not exists (select from view.finding where finding.deadline = view.deadline.key)`);
  }
  if (query.unsealed === true)
    rows = rows.where(sql<boolean>`not exists (select from stream where name = ${missName})`);
  return rows;
}

/** The stream that a sealed miss has: "deadline/" and `missId` (domain/deadlines/missed.ts). */
const missName = sql<string>`'deadline/' || encode(substr(sha256(convert_to(
  concat_ws(E'\\n', 'minh-chung/missed/v1', view.deadline.stream, view.deadline.key, to_char(due_on, 'YYYY-MM-DD')), 'UTF8')), 1, 16), 'hex')`;

function inState(
  rows: ReturnType<typeof deadlinesOf>,
  { state, today }: DeadlineQuery,
): ReturnType<typeof deadlinesOf> {
  switch (state) {
    case "open":
      return rows.where("state", "=", "open");
    case "overdue":
      return rows.where("state", "=", "open").where("due_on", "<", today);
    case "due-soon":
      return rows.where("state", "=", "open").where("due_on", ">=", today);
    case "met-late":
      return rows.where("state", "=", "met").whereRef("met_on", ">", "due_on");
    case "breached":
      return rows.where(sql<boolean>`((state = 'open' and due_on < ${today}) or (state = 'met' and met_on > due_on))`);
    case "all":
      return rows;
  }
}

/** A cursor is "<due day>~<key>". */
function afterOf(cursor: string | undefined): { day: string; key: string } | undefined {
  if (cursor === undefined) return undefined;
  const [day, key] = [cursor.slice(0, cursor.indexOf("~")), cursor.slice(cursor.indexOf("~") + 1)];
  return { day, key };
}

function deadlineOf(row: Tables["view.deadline"]): DeadlineRow {
  return {
    key: row.key,
    stream: parseStreamName(row.stream),
    rule: row.rule,
    version: row.version,
    weight: row.weight,
    owner: row.owner,
    office: row.office,
    subject: row.subject,
    startedBy: row.started_by,
    startedOn: row.started_on,
    dueOn: row.due_on ?? undefined,
    metOn: row.met_on ?? undefined,
    state: row.state,
    provisional: row.provisional,
  };
}

async function countBreaches(
  database: Database,
  query: Parameters<Views["countBreaches"]>[0],
): Promise<{ n: number; of: number }> {
  const { rows } = await sql<{ n: string; of: string }>`
    select count(*) as of,
      count(*) filter (where (state = 'open' and due_on < ${query.today}) or (state = 'met' and met_on > due_on)) as n
    from view.deadline
    where rule = ${query.rule} and office = ${query.office} and started_on >= ${query.from} and started_on < ${query.until}`.execute(
    database,
  );
  return { n: Number(rows[0]?.n ?? 0), of: Number(rows[0]?.of ?? 0) };
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
  return found.map(({ stream: _, made_on, deadline, seriousness, instrument, ...row }) => ({
    ...row,
    deadline: deadline ?? undefined,
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
  // Left out before the page is cut: a page that is short for them would look like the last.
  if (query.handedOver === true) rows = rows.where("status", "not in", ["drafted", "discarded", "issued"]);
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
  if (query.agencies !== undefined) rows = rows.where(sql<boolean>`agency = any (${query.agencies}::text[])`);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ decided_on, ...row }) => ({ ...row, decidedOn: decided_on }));
}

async function readIntakes(database: Database, query: Parameters<Views["intakes"]>[0]): ReturnType<Views["intakes"]> {
  let rows = database.selectFrom("view.intake").select(["key", "agency", "court", "opened_on"]);
  if (query.agency !== undefined) rows = rows.where("agency", "=", query.agency);
  if (query.agencies !== undefined) rows = rows.where(sql<boolean>`agency = any (${query.agencies}::text[])`);
  if (query.after !== undefined) rows = rows.where("key", ">", query.after);
  const found = await rows.orderBy("key").limit(query.limit).execute();
  return found.map(({ key, agency, court, opened_on }) => ({
    key,
    agency,
    court: court ?? undefined,
    openedOn: opened_on,
  }));
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
