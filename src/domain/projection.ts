/**
 * The rows of the read models (db/0002_views.sql) that belong to one stream, as a pure function of its state. The audit
 * makes them again from the log and compares; recording writes only the rows that changed.
 */

import type { OfficeId } from "../base/ids.ts";
import { deadlines } from "../law/detection/detection.ts";
import { type Deadline, listedDay } from "../law/detection/deadline.ts";
import { type CaseState, endedOn } from "./files/case.ts";
import { type OwnedFile, ownedFile } from "./file-kinds.ts";
import { type StreamKind, type StreamName, streamId, streamKind } from "./event.ts";
import { deadlineKeyOf, type FindingState, seriousnessOf } from "./findings/finding.ts";
import { listState } from "./deadlines/list-state.ts";
import { type GoneDetection, goneDetections } from "./gone-detections.ts";
import { instrumentFile } from "./instruments/clocks.ts";
import { arbiterOf } from "./instruments/dispute.ts";
import { isHandedOver } from "./instruments/handed-over.ts";
import { type InstrumentState, isSent, receiptOf } from "./instruments/instrument.ts";
import { countsOf } from "./instruments/settled.ts";
import { stepActId } from "./instruments/instrument-act.ts";
import { draftWindow } from "./instruments/window.ts";
import type { IntakeState } from "./files/intake.ts";
import type { LoginState } from "./offices/login.ts";
import type { OfficeState } from "./offices/office.ts";
import { officeOwing } from "./owners.ts";
import type { Row, Rows } from "./row-changes.ts";
import type { RegisterState } from "./files/register.ts";
import type { StateOf } from "./streams.ts";

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

/** rowsOf returns no rows for a stream that does not exist yet. */
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
  const row = {
    key: id,
    stream,
    agency,
    court: court ?? null,
    opened_on: openedOn,
    judgment: judgment?.sealed ?? null,
  };
  return { intake: [row], ...lawRows(stream, ownedFile("intake", state)) };
}

function caseRows(stream: StreamName, state: CaseState): Rows {
  const { id, intake, agency } = state;
  const [decision] = state.acts;
  const decidedOn = decision?.days.happenedOn?.day;
  if (decidedOn === undefined) throw new Error(`case ${id} has no day of decision`);
  const row = {
    key: id,
    stream,
    intake,
    agency,
    decided_on: decidedOn,
    ended_on: endedOn(state) ?? null,
    number: decision?.document?.sealed ?? null,
  };
  return { case_file: [row], ...lawRows(stream, ownedFile("case", state)) };
}

function registerRows(stream: StreamName, state: RegisterState): Rows {
  const { id, office, openedOn } = state;
  return {
    register: [{ key: id, stream, office, opened_on: openedOn }],
    ...lawRows(stream, ownedFile("register", state)),
  };
}

/** lawRows holds what the law finds in a file: its deadlines, and the breaches that corrections took away. */
function lawRows(stream: StreamName, file: OwnedFile): Required<Pick<Rows, "deadline" | "gone">> {
  return {
    deadline: deadlineRows(stream, file),
    gone: goneDetections(file).map((gone) => goneRow(stream, gone)),
  };
}

export function goneRow(stream: StreamName, { correction, before, after, office }: GoneDetection) {
  const day = listedDay(before);
  if (day === undefined) throw new Error(`${before.key} was breached on no day`);
  return {
    key: before.key,
    stream,
    rule: before.rule,
    version: before.version,
    weight: before.weight,
    owner: before.owner,
    office,
    subject: before.subject.id,
    started_by: before.startedBy,
    started_on: before.startedOn,
    state: before.state,
    due_on: before.dueOn ?? null,
    met_on: before.metOn ?? null,
    state_after: after?.state ?? null,
    due_on_after: after?.dueOn ?? null,
    met_on_after: after?.metOn ?? null,
    act: correction.act,
    field: correction.field,
    correction: correction.version,
    corrected_on: correction.correctedOn,
    day,
  };
}

function deadlineRows(stream: StreamName, { file, owners }: OwnedFile): readonly Row[] {
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
  const { deadline, gone } = lawRows(stream, ownedFile("instrument", state));
  const shown = [...draftWindowRows(stream, state), ...ministerRows(stream, state)];
  return { instrument: [row], deadline: [...deadline, ...shown], gone };
}

/** The unanswered request to the Minister is listed for the procuracy that asked; its weight is none, because no office here can breach it. */
function ministerRows(stream: StreamName, state: InstrumentState): readonly Row[] {
  if (!isSent(state) || state.dispute.stage !== "minister-asked") return [];
  const { by } = state.dispute.minister;
  const asked = deadlines(instrumentFile(state)).filter(({ owner }) => owner === "minister");
  return asked.map((deadline) => ({ ...deadlineRow(stream, deadline, by), weight: "none" }));
}

/** The window of a drafted protest is listed so that it is seen; its weight is none, because letting it pass breaches nothing. */
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
    satisfied: false,
    day: lastDay,
    provisional,
    judged: false,
  } as const;
  return [row];
}
