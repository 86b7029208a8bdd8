/**
 * Read models as a pure function of a stream's state: the rows of db/0002_views.sql that belong to one stream. The audit
 * makes them again from the log and compares; recording writes only what changed.
 */

import type { OfficeId } from "../base/ids.ts";
import type { EnforcementFile } from "../law/file.ts";
import { deadlines } from "../law/detection/detection.ts";
import { type Deadline, listedDay } from "../law/detection/deadline.ts";
import { type CaseState, endedOn } from "./files/case.ts";
import { caseFile, intakeFile, registerFile } from "./files/file.ts";
import { type StreamKind, type StreamName, streamId, streamKind } from "./event.ts";
import { deadlineKeyOf, type FindingState, seriousnessOf } from "./findings/finding.ts";
import { goneInCase, goneInIntake, goneInRegister, goneRow } from "./gone.ts";
import { instrumentFile } from "./instruments/clocks.ts";
import { arbiterOf } from "./instruments/dispute.ts";
import { type InstrumentState, isHandedOver, isSent, receiptOf } from "./instruments/instrument.ts";
import { countsOf } from "./instruments/settled.ts";
import { stepActId } from "./instruments/step.ts";
import { draftWindow } from "./instruments/window.ts";
import type { IntakeState } from "./files/intake.ts";
import type { LoginState } from "./offices/login.ts";
import type { OfficeState } from "./offices/office.ts";
import { caseOwners, instrumentOwners, intakeOwners, officeOwing, type Owners, registerOwners } from "./owing.ts";
import type { RegisterState } from "./files/register.ts";
import type { StateOf } from "./streams.ts";

export const tables = [
  "login",
  "office",
  "intake",
  "case_file",
  "register",
  "deadline",
  "gone",
  "finding",
  "instrument",
] as const;
export type ViewTable = (typeof tables)[number];

type Column = string | number | boolean | null;
export interface Row {
  readonly key: string;
  readonly stream: StreamName;
  readonly [column: string]: Column;
}

export type Rows = { readonly [Name in ViewTable]?: readonly Row[] };
/** taken: the keys of the rows that go. */
export interface TableChange {
  readonly taken: readonly string[];
  readonly rows: readonly Row[];
}
export type RowChanges = { readonly [Name in ViewTable]?: TableChange };

type Projections = { readonly [Kind in StreamKind]?: (stream: StreamName, state: StateOf<Kind>) => Rows };

const projections: Projections = {
  login: loginRows,
  office: officeRows,
  intake: intakeRows,
  case: caseRows,
  register: registerRows,
  finding: findingRows,
  instrument: instrumentRows,
};

/** The rows of a stream; none for a stream that does not exist yet. */
export function rowsOf(stream: StreamName, state: unknown): Rows {
  if (state === undefined) return {};
  const project: ((stream: StreamName, state: never) => Rows) | undefined = projections[streamKind(stream)];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name of a stream says whose state it has
  return project?.(stream, state as never) ?? {};
}

function loginRows(stream: StreamName, { person }: LoginState): Rows {
  return { login: [{ key: streamId(stream), stream, person }] };
}

function officeRows(stream: StreamName, { id, code, kind, openedOn, closedOn }: OfficeState): Rows {
  return { office: [{ key: id, stream, code, kind, opened_on: openedOn, closed_on: closedOn ?? null }] };
}

function intakeRows(stream: StreamName, state: IntakeState): Rows {
  const { id, agency, court, openedOn, judgment } = state;
  return {
    intake: [
      { key: id, stream, agency, court: court ?? null, opened_on: openedOn, judgment: judgment?.sealed ?? null },
    ],
    deadline: deadlineRows(stream, intakeFile(state), intakeOwners(state)),
    gone: goneInIntake(state).map((gone) => goneRow(stream, gone)),
  };
}

function caseRows(stream: StreamName, state: CaseState): Rows {
  const { id, intake, agency } = state;
  const [decision] = state.acts;
  const decidedOn = decision?.days.happenedOn?.day;
  if (decidedOn === undefined) throw new Error(`case ${id} has no day of decision`);
  return {
    case_file: [
      {
        key: id,
        stream,
        intake,
        agency,
        decided_on: decidedOn,
        ended_on: endedOn(state) ?? null,
        number: decision?.document?.sealed ?? null,
      },
    ],
    deadline: deadlineRows(stream, caseFile(state), caseOwners(state)),
    gone: goneInCase(state).map((gone) => goneRow(stream, gone)),
  };
}

function registerRows(stream: StreamName, state: RegisterState): Rows {
  const { id, office, openedOn } = state;
  return {
    register: [{ key: id, stream, office, opened_on: openedOn }],
    deadline: deadlineRows(stream, registerFile(state), registerOwners(state)),
    gone: goneInRegister(state).map((gone) => goneRow(stream, gone)),
  };
}

function deadlineRows(stream: StreamName, file: EnforcementFile, owners: Owners): readonly Row[] {
  return deadlines(file).flatMap((deadline) => {
    const office = officeOwing(deadline.owner, owners);
    return office === undefined ? [] : [deadlineRow(stream, deadline, office)];
  });
}

function deadlineRow(stream: StreamName, deadline: Deadline, office: OfficeId): Row {
  const { key, rule, version, mode, weight, owner, subject, startedBy, startedOn, trigger, dueOn, metOn } = deadline;
  return {
    key,
    stream,
    rule,
    version,
    weight: mode === "period" ? "none" : weight,
    owner,
    office,
    subject: subject.id,
    started_by: startedBy,
    started_on: startedOn,
    start_source: trigger.source ?? null,
    start_recorded_late: trigger.recordedLate ?? null,
    due_on: dueOn ?? null,
    met_on: metOn ?? null,
    met_source: deadline.metSource ?? null,
    met_recorded_late: deadline.metRecordedLate ?? null,
    ended_on: deadline.endedOn ?? null,
    ...listState(deadline),
    day: listedDay(deadline) ?? "infinity",
    provisional: deadline.provisional,
    judged: false,
  };
}

/** As `stateOn` (law/deadline.ts) says of the end of time; late and missed follow from the days when asked. */
function listState({ dueOn, metOn, excusedBy, endedOn, forbidden }: Deadline) {
  if (forbidden) return { state: "forbidden", kept: false } as const;
  if (metOn !== undefined && (dueOn === undefined || metOn <= dueOn)) return { state: "met", kept: true } as const;
  if (excusedBy !== undefined) return { state: "excused", kept: true } as const;
  if (endedOn !== undefined) return { state: "ended", kept: false } as const;
  return { state: metOn === undefined ? "open" : "met", kept: false } as const;
}

function findingRows(stream: StreamName, state: FindingState): Rows {
  const { about, rule, version, office, procuracy, status, weight, dueOn, metOn } = state;
  const seriousness = state.status === "dismissed" ? undefined : seriousnessOf(state);
  const day = listedDay({ dueOn, metOn, forbidden: state.state === "forbidden" });
  if (day === undefined) throw new Error(`finding ${state.finding} has no day of the breach`);
  const row: Row = {
    key: streamId(stream),
    stream,
    deadline: deadlineKeyOf(state),
    about: `${about.kind}/${about.id}`,
    rule,
    version,
    office,
    procuracy,
    status,
    weight,
    day,
    seriousness: seriousness ?? null,
    instrument: state.status === "in-instrument" ? state.instrument : null,
    made_on: state.on,
  };
  return { finding: [row] };
}

function instrumentRows(stream: StreamName, state: InstrumentState): Rows {
  const { instrument, kind, issuer, addressee, status } = state;
  const sent = isSent(state) ? state : undefined;
  const counts = sent === undefined ? undefined : countsOf(sent, sent);
  const row: Row = {
    key: instrument,
    stream,
    kind,
    number: sent?.issue.number ?? null,
    issuer,
    addressee,
    status,
    issued_on: sent?.issue.issuedOn ?? null,
    received_on: (sent && receiptOf(sent)?.on.day) ?? null,
    replied_on: sent?.replies.at(-1)?.on.day ?? null,
    closed_on: sent?.status === "closed" ? sent.closedOn : null,
    findings: counts?.findings ?? state.items.flatMap((item) => item.findings).length,
    verified: counts?.verified ?? 0,
    handed_over: isHandedOver(state),
    arbiter: (sent && arbiterOf(sent.dispute)) ?? null,
  };
  const clocks = deadlineRows(stream, instrumentFile(state), instrumentOwners(state));
  const shown = [...draftWindowRows(stream, state), ...ministerRows(stream, state)];
  return { instrument: [row], deadline: [...clocks, ...shown] };
}

/** What the Minister has not answered stands in the list of who asked: to be seen, and by no office here to be breached. */
function ministerRows(stream: StreamName, state: InstrumentState): readonly Row[] {
  if (!isSent(state) || state.dispute.stage !== "minister-asked") return [];
  const { by } = state.dispute.minister;
  const asked = deadlines(instrumentFile(state)).filter(({ owner }) => owner === "minister");
  return asked.map((deadline) => ({ ...deadlineRow(stream, deadline, by), weight: "none" }));
}

/** While a protest is drafted its window runs out: a limit to be seen, which nobody breaches by letting it pass. */
function draftWindowRows(stream: StreamName, state: InstrumentState): readonly Row[] {
  const window = draftWindow(state);
  if (window === undefined) return [];
  const { rule, version, lastDay, provisional, explanation } = window;
  const startedBy = stepActId(state.instrument, 0);
  const row = {
    key: `${rule}/${startedBy}/${state.instrument}`,
    stream,
    rule,
    version,
    weight: "none",
    owner: explanation.owner,
    office: state.issuer,
    subject: state.instrument,
    started_by: startedBy,
    started_on: explanation.trigger.day,
    start_source: null,
    start_recorded_late: null,
    due_on: lastDay,
    met_on: null,
    met_source: null,
    met_recorded_late: null,
    ended_on: null,
    state: "open",
    kept: false,
    day: lastDay,
    provisional,
    judged: false,
  } as const;
  return [row];
}

/** What must be taken away and put in to come from `before` to `after`; a changed row is in both lists. */
export function changes(before: Rows, after: Rows): RowChanges {
  const changed: { [Name in ViewTable]?: TableChange } = {};
  for (const table of tables) {
    const change = tableChange(before[table] ?? [], after[table] ?? []);
    if (change.taken.length > 0 || change.rows.length > 0) changed[table] = change;
  }
  return changed;
}

function tableChange(before: readonly Row[], after: readonly Row[]): TableChange {
  const was = new Map(before.map((row) => [row.key, row]));
  const is = new Map(after.map((row) => [row.key, row]));
  return {
    taken: before.filter((row) => !sameRow(row, is.get(row.key))).map(({ key }) => key),
    rows: after.filter((row) => !sameRow(row, was.get(row.key))),
  };
}

/** Of one table: their columns are the same. */
function sameRow(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return false;
  for (const column in row) if (row[column] !== other[column]) return false;
  return true;
}

/** The changes of several streams as one: no two streams have a row in common. */
export function mergeChanges(all: readonly RowChanges[]): RowChanges {
  const merged: { [Name in ViewTable]?: TableChange } = {};
  for (const table of tables) {
    const parts = all.flatMap((each) => each[table] ?? []);
    if (parts.length > 0)
      merged[table] = { taken: parts.flatMap(({ taken }) => taken), rows: parts.flatMap(({ rows }) => rows) };
  }
  return merged;
}
