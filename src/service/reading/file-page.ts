/**
 * A case, an intake or a register for somebody who may see it: its state, where each entry stands in the log, what the law asked of it
 * as of today, and what procurators made of that.
 */

import type { Instant } from "../../base/day.ts";
import type { CaseId, IntakeId, OfficeId, RegisterId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { caseFile, intakeFile, registerFile } from "../../domain/files/file.ts";
import type { CaseState } from "../../domain/files/case.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import { type GoneDetection, goneInCase, goneInIntake, goneInRegister } from "../../domain/gone.ts";
import type { IntakeState } from "../../domain/files/intake.ts";
import type { RegisterState } from "../../domain/files/register.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { assess, type Obligation } from "../../law/detection/detection.ts";
import type { EnforcementFile } from "../../law/file.ts";
import { loadStates } from "../streams/load-states.ts";
import type { StateOf } from "../../domain/streams.ts";
import type { Host } from "../host.ts";
import { type Opened, openReferences } from "./opened.ts";
import type { FindingRow } from "../views.ts";
import { type DueDayChange, dueDayChangesIn } from "./due-day-changes.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export type FileState = CaseState | IntakeState | RegisterState;

export interface FilePage<State> {
  readonly state: State;
  readonly version: number;
  /** The database's clock when it was read. */
  readonly now: Instant;
  readonly entries: readonly SealedEntry[];
  readonly obligations: readonly Obligation[];
  /** Detections that corrections took away. */
  readonly gone: readonly GoneDetection[];
  /** What adopted editions of the law moved here; `key` is that of an obligation. */
  readonly moves: readonly DueDayChange[];
  /** Confirmed and dismissed detections; `deadline` is the key of an obligation. */
  readonly findings: readonly FindingRow[];
  readonly opened: Opened;
}

type Answer<State> = Promise<Outcome<FilePage<State>, Refusal>>;

export async function casePage(id: CaseId, reader: Reader, host: Host): Answer<CaseState> {
  const about = (state: CaseState) => ({ office: state.agency, file: caseFile(state), gone: goneInCase(state) });
  return readFile({ kind: "case", id, about }, reader, host);
}

export async function intakePage(id: IntakeId, reader: Reader, host: Host): Answer<IntakeState> {
  const about = (state: IntakeState) => ({ office: state.agency, file: intakeFile(state), gone: goneInIntake(state) });
  return readFile({ kind: "intake", id, about }, reader, host);
}

export async function registerPage(id: RegisterId, reader: Reader, host: Host): Answer<RegisterState> {
  const about = (state: RegisterState) => ({
    office: state.office,
    file: registerFile(state),
    gone: goneInRegister(state),
  });
  return readFile({ kind: "register", id, about }, reader, host);
}

interface FileAsked<Kind extends "case" | "intake" | "register"> {
  readonly kind: Kind;
  readonly id: string;
  /** What differs from kind to kind. */
  readonly about: (state: StateOf<Kind>) => Pick<ReadFile<StateOf<Kind>>, "office" | "file" | "gone">;
}

async function readFile<Kind extends "case" | "intake" | "register">(
  { kind, id, about }: FileAsked<Kind>,
  reader: Reader,
  host: Host,
): Answer<StateOf<Kind>> {
  const stream = streamName(kind, id);
  const { states, streams, now } = await loadStates(() => [stream], host);
  const state = states.of(kind, id);
  if (state === undefined) return refused({ code: `unknown-${kind}`, at: `/${kind}` });
  return filePage({ stream, state, version: streams.get(stream)?.version ?? 0, now, ...about(state) }, reader, host);
}

interface ReadFile<State> {
  readonly stream: StreamName;
  readonly state: State;
  readonly office: OfficeId;
  readonly version: number;
  readonly now: Instant;
  readonly file: EnforcementFile;
  readonly gone: readonly GoneDetection[];
}

/** More findings than one file can have. */
const mostFindings = 1000;

async function filePage<State extends FileState>(
  { stream, state, office, version, now, file, gone }: ReadFile<State>,
  reader: Reader,
  host: Host,
): Promise<Outcome<FilePage<State>, Refusal>> {
  if (!(await mayRead(reader, "read-case", office, host))) return refused({ code: "not-permitted" });
  const seesFindings = await mayRead(reader, "read-findings", office, host);
  return done({
    state,
    version,
    now,
    entries: await sealedEntries(stream, host),
    obligations: assess(file, { today: reader.today }),
    gone,
    moves: await dueDayChangesIn(file, host),
    findings: seesFindings ? await host.views.findings({ about: stream, limit: mostFindings }) : [],
    opened: await openReferences(state, { stream, abouts: [office] }, reader, host),
  });
}
