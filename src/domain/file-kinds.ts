/**
 * The one table of the kinds of file in which time limits run. Each kind says how its state is read as the file of acts
 * that the law knows, which offices answer for what is owed in it, and how it read at each of its corrections.
 */

import type { EnforcementFile } from "../law/file.ts";
import type { States } from "./command.ts";
import type { FileKind, FileName } from "./event.ts";
import { caseFile, intakeFile, registerFile } from "./files/file.ts";
import { type Reading, readingsOf, rewindCase, rewindIntake, rewindRegister } from "./files/readings.ts";
import { instrumentFile } from "./instruments/clocks.ts";
import { instrumentOwners, type Owners } from "./owners.ts";
import type { StateOf } from "./streams.ts";

interface KindOfFile<State> {
  readonly file: (state: State) => EnforcementFile;
  /** `agency` is the office whose file it is; of an instrument, the addressee. */
  readonly owners: (state: State) => Owners;
  readonly readings: (state: State) => readonly Reading[];
}

const kinds: { readonly [Kind in FileKind]: KindOfFile<StateOf<Kind>> } = {
  intake: {
    file: intakeFile,
    owners: ({ agency, court }) => ({ agency, court }),
    readings: (state) => readingsOf(state, { rewind: rewindIntake, read: intakeFile }),
  },
  case: {
    file: caseFile,
    owners: ({ agency }) => ({ agency }),
    readings: (state) => readingsOf(state, { rewind: rewindCase, read: caseFile }),
  },
  register: {
    file: registerFile,
    owners: ({ office }) => ({ agency: office }),
    readings: (state) => readingsOf(state, { rewind: rewindRegister, read: registerFile }),
  },
  /** Entries of an instrument are never corrected, so it has one reading only. */
  instrument: { file: instrumentFile, owners: instrumentOwners, readings: () => [] },
};

export interface OwnedFile {
  readonly file: EnforcementFile;
  readonly owners: Owners;
  /** The file before and after each of its corrections, made when asked for. */
  readonly readings: () => readonly Reading[];
}

export function ownedFile<Kind extends FileKind>(kind: Kind, state: StateOf<Kind>): OwnedFile {
  const { file, owners, readings } = kinds[kind];
  return { file: file(state), owners: owners(state), readings: () => readings(state) };
}

/** fileNamed returns undefined when there is no such file. */
export function fileNamed({ kind, id }: FileName, states: States): OwnedFile | undefined {
  const state = states.of(kind, id);
  return state === undefined ? undefined : ownedFile(kind, state);
}
