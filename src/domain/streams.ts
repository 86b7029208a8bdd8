/** The state of each kind of stream, and how an event changes it. An impossible event throws, because the log is evidence. */

import type { Day } from "../base/day.ts";
import { type CaseState, evolveCase } from "./files/case.ts";
import { evolveMissed, type MissedState } from "./deadlines/miss.ts";
import { evolveSweep, type SweepState } from "./deadlines/sweeping.ts";
import { type EditionState, evolveEdition } from "./editions/adoption.ts";
import { evolveSuperseding, type SupersedingState } from "./editions/superseding.ts";
import type { StreamKind } from "./event.ts";
import type { EventOf } from "./events.ts";
import { evolveFinding, type FindingState } from "./findings/finding.ts";
import { evolveInstrument, type InstrumentState } from "./instruments/instrument.ts";
import { evolveNumbering, type NumberingState } from "./instruments/numbering.ts";
import { evolveIntake, type IntakeState } from "./files/intake.ts";
import { type DirectoryState, evolveDirectory } from "./offices/changes/directory-state.ts";
import { evolveLogin, type LoginState } from "./offices/login.ts";
import { evolveRegister, type RegisterState } from "./files/register.ts";
import { evolveOffice, type OfficeState } from "./offices/office.ts";
import { evolvePerson, type PersonState } from "./offices/person.ts";

interface LogState {
  readonly origin: string;
  readonly edition: number;
  readonly editionDigest: string;
  /** The number of the last row of the access journal that a sealed digest covers. */
  readonly journalClosedTo?: number;
}

/** The present name of the log, and its former names, oldest first. Each event of the stream gives a new name. */
interface OriginState {
  readonly origin: string;
  readonly was: readonly string[];
}

interface StatesByKind {
  readonly log: LogState;
  readonly origin: OriginState;
  readonly person: PersonState;
  readonly login: LoginState;
  readonly edition: EditionState;
  readonly superseding: SupersedingState;
  readonly office: OfficeState;
  readonly directory: DirectoryState;
  readonly intake: IntakeState;
  readonly case: CaseState;
  readonly register: RegisterState;
  readonly deadline: MissedState;
  readonly sweep: SweepState;
  readonly finding: FindingState;
  readonly instrument: InstrumentState;
  readonly numbering: NumberingState;
}
export type StateOf<Kind extends StreamKind> = StatesByKind[Kind];

type Evolves = {
  readonly [Kind in StreamKind]: (
    state: StateOf<Kind> | undefined,
    event: EventOf<Kind>,
    at: { readonly recordedOn: Day },
  ) => StateOf<Kind>;
};

const evolves: Evolves = {
  log: evolveLog,
  origin: (state, { data }) => ({ origin: data.origin, was: [...(state?.was ?? []), data.before.origin] }),
  person: evolvePerson,
  login: evolveLogin,
  edition: evolveEdition,
  superseding: evolveSuperseding,
  office: evolveOffice,
  directory: evolveDirectory,
  intake: evolveIntake,
  case: evolveCase,
  register: evolveRegister,
  deadline: evolveMissed,
  sweep: evolveSweep,
  finding: evolveFinding,
  instrument: evolveInstrument,
  numbering: evolveNumbering,
};

function evolveLog(state: LogState | undefined, event: EventOf<"log">): LogState {
  if (event.type === "log-opened") {
    const { origin, edition, editionDigest } = event.data;
    return { origin, edition, editionDigest };
  }
  if (state === undefined) throw new Error("a journal was closed before the log was opened");
  return { ...state, journalClosedTo: event.data.to };
}

/** evolve returns the state after the event. */
export function evolve<Kind extends StreamKind>(
  kind: Kind,
  state: StateOf<Kind> | undefined,
  event: EventOf<Kind>,
  recordedOn: Day,
): StateOf<Kind> {
  return evolves[kind](state, event, { recordedOn });
}
