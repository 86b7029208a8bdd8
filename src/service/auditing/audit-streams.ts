/**
 * Makes again what the database made of the log: parses each stream's events in order by their schemas, folds them to
 * the state, and makes the rows of the read models from it. Each kept stream must have the tag of a server too. `see` and `evolved` hand events and states to the other
 * audits.
 */

import { equalBytes } from "../../base/bytes.ts";
import { parseInstant } from "../../base/day.ts";
import { rowsOf } from "../../domain/projection.ts";
import { type Rows, type ViewTable, tables } from "../../domain/row-changes.ts";
import type { DatabaseFault, Findings } from "./audit-fault.ts";
import type { Evidence, StreamRow, ViewRow } from "../evidence.ts";
import type { Ports } from "../ports.ts";
import { streamTag } from "../sealing/tags.ts";
import { type FoldedStream, foldedStreams, type Heard, parseText } from "./folding.ts";
import { isSameJson } from "../../base/unknown-json.ts";
import { RowsOfStreams } from "../streams/rows-of-streams.ts";
import { formatState, unfold } from "../streams/states.ts";

/** States of so many streams are kept until their rows are compared: one question to the database for all of them. */
const page = 500;

interface Audit extends Findings {
  readonly evidence: Evidence;
  readonly keyed: Ports["keyed"];
  readonly rows: readonly { readonly table: ViewTable; readonly kept: RowsOfStreams<ViewRow> }[];
  readonly ended: (streams: readonly FoldedStream[]) => Promise<void>;
  streams: number;
}

interface Hearing extends Pick<Required<Heard>, "see" | "evolved"> {
  /** Gets the streams page by page, after all of their events. */
  readonly ended: (streams: readonly FoldedStream[]) => Promise<void>;
}

/** Audits the streams one after another, and tells of events and states in the order of each stream. */
export async function auditStreams(
  { evidence, keyed }: Pick<Audit, "evidence" | "keyed">,
  { faults, unseen }: Findings,
  { see, evolved, ended }: Hearing,
): Promise<void> {
  const rows = tables.map((table) => ({ table, kept: new RowsOfStreams(evidence.viewRows(table)) }));
  const audit: Audit = { evidence, keyed, faults, unseen, rows, ended, streams: 0 };
  let folded: FoldedStream[] = [];
  const fault = (found: DatabaseFault): void => faults.add(found);
  for await (const stream of foldedStreams(evidence, { see, evolved, fault })) {
    folded.push(stream);
    if (folded.length >= page) folded = await compareStored(folded, audit);
  }
  await compareStored(folded, audit);
  const unknown = (await evidence.countStreams()) - audit.streams;
  if (unknown > 0) faults.add({ code: "stream-unknown", at: `${unknown} streams without events` });
  for (const { table, kept } of rows)
    await kept.end(({ key }) => faults.add({ code: "row-unknown", at: `${table} ${key}` }));
}

async function compareStored(folded: readonly FoldedStream[], audit: Audit): Promise<FoldedStream[]> {
  const kept = new Map((await audit.evidence.streams(folded.map(({ name }) => name))).map((row) => [row.name, row]));
  audit.streams += kept.size;
  for (const stream of folded) {
    const row = kept.get(stream.name);
    if (!isKept(stream, row)) audit.faults.add({ code: "stream-differs", at: stream.name });
    if (row !== undefined && !(await isTagged(row, audit.keyed)))
      audit.faults.add({ code: "stream-foreign", at: stream.name });
    await compareRows(stream, audit);
  }
  await audit.ended(folded);
  return [];
}

function isKept({ version, at, state, broken }: FoldedStream, row: StreamRow | undefined): boolean {
  if (row === undefined || row.version !== version || row.at !== at) return false;
  // The texts may differ: the order of the names depends on how often a state was stored in between.
  return broken || isSameJson(loadedState(row), parseText(formatState(state)));
}

/** Tells whether a server would load the row. */
async function isTagged({ name, tag, ...row }: StreamRow, keyed: Ports["keyed"]): Promise<boolean> {
  const at = parseInstant(row.at);
  return at !== undefined && equalBytes(tag, await streamTag(keyed, name, { ...row, at }));
}

/** Parses the state as a load would; returns undefined if it cannot be loaded. */
function loadedState(row: StreamRow): unknown {
  try {
    return parseText(formatState(unfold(row)));
  } catch {
    return undefined;
  }
}

async function compareRows(stream: FoldedStream, { rows, faults, unseen }: Audit): Promise<void> {
  const { name, broken, brokenAt } = stream;
  const expected = broken ? undefined : expectedRows(stream, faults);
  if (broken) unseen.add({ code: "state-unmade", at: `${name} v${brokenAt}` });
  for (const { table, kept } of rows) {
    const unknown = ({ key }: ViewRow): void => faults.add({ code: "row-unknown", at: `${table} ${key}` });
    const own = await kept.of(name, unknown);
    if (expected === undefined) continue;
    const due = new Map((expected[table] ?? []).map((row) => [row.key, row]));
    for (const row of own) {
      const made = due.get(row.key);
      if (made === undefined) unknown(row);
      else if (!isSameJson(row.row, row.judged ? { ...made, judged: true } : made))
        faults.add({ code: "row-differs", at: `${table} ${row.key}` });
      due.delete(row.key);
    }
    for (const key of due.keys()) faults.add({ code: "row-missing", at: `${table} ${key}` });
  }
}

function expectedRows({ name, state }: FoldedStream, faults: Findings["faults"]): Rows | undefined {
  try {
    return rowsOf(name, state);
  } catch {
    faults.add({ code: "event-impossible", at: name });
    return undefined;
  }
}
