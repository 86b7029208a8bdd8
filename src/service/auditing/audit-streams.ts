/**
 * Makes again what the database made of the log: parses each stream's events in order by their schemas, folds them to
 * the state, and makes the rows of the read models from it. `see` and `evolved` hand events and states to the other
 * audits.
 */

import { rowsOf } from "../../domain/projection.ts";
import { type Row, type ViewTable, tables } from "../../domain/row-changes.ts";
import type { DatabaseFault, Findings } from "./audit-fault.ts";
import type { Evidence, StreamRow, ViewRow } from "../evidence.ts";
import { type FoldedStream, foldedStreams, type Heard, parseText } from "./folding.ts";
import { pagesOf } from "../streams/pages.ts";
import { isSameJson } from "../../base/unknown-json.ts";
import { formatState, unfold } from "../streams/states.ts";

const page = 2000;

interface Audit extends Findings {
  readonly evidence: Evidence;
  /** The streams with a wrong event: their rows are not made again. */
  readonly broken: Set<string>;
  /** The rows that there must be, by table and key. */
  readonly rows: Readonly<Record<ViewTable, Map<string, Row>>>;
  streams: number;
}

/** Audits the streams one after another, and tells of events and states in the order of each stream. */
export async function auditStreams(
  evidence: Evidence,
  { faults, unseen }: Findings,
  { see, evolved }: Pick<Required<Heard>, "see" | "evolved">,
): Promise<void> {
  const audit: Audit = { evidence, faults, unseen, broken: new Set(), rows: noRows(), streams: 0 };
  let folded: FoldedStream[] = [];
  const fault = (found: DatabaseFault): void => faults.add(found);
  for await (const stream of foldedStreams(evidence, { see, evolved, fault })) {
    folded.push(stream);
    if (folded.length >= page) folded = await compareStored(folded, audit);
  }
  await compareStored(folded, audit);
  const unknown = (await evidence.countStreams()) - audit.streams;
  if (unknown > 0) faults.add({ code: "stream-unknown", at: `${unknown} streams without events` });
  markJudged(audit);
  for (const table of tables) await compareRows(table, audit);
}

/** Marks the deadlines that findings judge: they stand in other streams, and view.apply brings the two together. */
function markJudged({ rows }: Audit): void {
  for (const { deadline } of rows.finding.values()) {
    const row = rows.deadline.get(String(deadline));
    if (row !== undefined) rows.deadline.set(row.key, { ...row, judged: true });
  }
}

function noRows(): Audit["rows"] {
  const none = (): Map<string, Row> => new Map();
  return {
    login: none(),
    office: none(),
    intake: none(),
    case_file: none(),
    register: none(),
    deadline: none(),
    gone: none(),
    finding: none(),
    instrument: none(),
  };
}

async function compareStored(folded: readonly FoldedStream[], audit: Audit): Promise<FoldedStream[]> {
  const kept = new Map((await audit.evidence.streams(folded.map(({ name }) => name))).map((row) => [row.name, row]));
  audit.streams += kept.size;
  for (const stream of folded) {
    if (!isKept(stream, kept.get(stream.name))) audit.faults.add({ code: "stream-differs", at: stream.name });
    if (!stream.broken) expectRows(stream, audit);
    else passBroken(stream, audit);
  }
  return [];
}

function passBroken({ name, brokenAt }: FoldedStream, { broken, unseen }: Audit): void {
  broken.add(name);
  unseen.add({ code: "state-unmade", at: `${name} v${brokenAt}` });
}

function isKept({ version, at, state, broken }: FoldedStream, row: StreamRow | undefined): boolean {
  if (row === undefined || row.version !== version || row.at !== at) return false;
  // The texts may differ: the order of the names depends on how often a state was stored in between.
  return broken || isSameJson(loadedState(row), parseText(formatState(state)));
}

/** Parses the state as a load would; returns undefined if it cannot be loaded. */
function loadedState(row: StreamRow): unknown {
  try {
    return parseText(formatState(unfold(row)));
  } catch {
    return undefined;
  }
}

function expectRows({ name, state }: FoldedStream, { rows, faults }: Audit): void {
  try {
    const expected = rowsOf(name, state);
    for (const table of tables) for (const row of expected[table] ?? []) rows[table].set(row.key, row);
  } catch {
    faults.add({ code: "event-impossible", at: name });
  }
}

async function compareRows(table: ViewTable, { evidence, rows, faults, broken }: Audit): Promise<void> {
  const expected = rows[table];
  for await (const { key, row } of pagesOf((last: ViewRow | undefined) => evidence.viewRows(table, last?.key, page))) {
    const due = expected.get(key);
    if (due === undefined && broken.has(String(row["stream"]))) continue;
    if (due === undefined) faults.add({ code: "row-unknown", at: `${table} ${key}` });
    else if (!isSameJson(row, due)) faults.add({ code: "row-differs", at: `${table} ${key}` });
    expected.delete(key);
  }
  for (const key of expected.keys()) faults.add({ code: "row-missing", at: `${table} ${key}` });
}
