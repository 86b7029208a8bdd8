/**
 * What an audit of authority keeps of the entries before the one that it reads: the directory and the editions as they
 * stood, whose each file, finding and instrument is, and what else the recording under way must hold. Nothing here grows
 * with the entries: of a file its owner is kept, of an act the side that made it, where that is not the agency.
 */

import type { OfficeId, PersonId } from "../../base/ids.ts";
import { isSameJson } from "../../base/unknown-json.ts";
import type { EditionState } from "../editions/adoption.ts";
import type { EditionName } from "../editions/offer.ts";
import type { Actor } from "../event.ts";
import type { KeptFile } from "../files/act-file.ts";
import type { RecordedAct } from "../files/recorded.ts";
import type { Recorder } from "../files/who-records.ts";
import type { DirectoryState } from "../offices/changes/directory-state.ts";
import type { DirectoryStates } from "../offices/directory-states.ts";
import type { LoginState } from "../offices/login.ts";
import type { OfficeState } from "../offices/office.ts";
import type { PersonState } from "../offices/person.ts";

type KeptOf<Kind extends KeptFile["kind"]> = Extract<KeptFile, { readonly kind: Kind }>["state"];

interface KeptFinding {
  /** The office accused. */
  readonly office: OfficeId;
  readonly procuracy: OfficeId;
}

interface KeptInstrument {
  readonly issuer: OfficeId;
  readonly addressee: OfficeId;
  /** The authority that a dispute was reported to. */
  readonly arbiter?: OfficeId;
}

/** The naming of administrators by the system, as far as it is recorded. */
interface Founding {
  /** The index of its last event. */
  readonly at: number;
  /** The administrators that there were before it, and those that it made. */
  readonly administrators: number;
  readonly office?: OfficeId;
  /** The person whose login was linked, until the role is given. */
  readonly person?: PersonId;
}

/** The recording under way, as far as its last leading event says: what must follow it at once by the same actor, and what may. */
export interface RecordingUnderWay {
  readonly index: number;
  readonly type: string;
  readonly actor: Actor;
  readonly owed: Set<string>;
  readonly possible: ReadonlySet<string>;
}

export interface KnownBefore {
  readonly offices: Map<string, OfficeState>;
  readonly persons: Map<string, PersonState>;
  readonly logins: Map<string, LoginState>;
  readonly intakes: Map<string, KeptOf<"intake">>;
  readonly cases: Map<string, KeptOf<"case">>;
  readonly registers: Map<string, KeptOf<"register">>;
  /** The acts that another side than the agency recorded. */
  readonly otherActs: Map<string, Pick<RecordedAct, "type" | "traits" | "by">>;
  readonly findings: Map<string, KeptFinding>;
  readonly instruments: Map<string, KeptInstrument>;
  /** The edition that entry 0 names; it counts until two persons have adopted one. */
  opening: EditionName | undefined;
  edition: EditionState | undefined;
  directory: DirectoryState | undefined;
  founding: Founding | undefined;
  recording: RecordingUnderWay | undefined;
}

/** names says whether the recording holds an event of this name, by the same actor. */
export function names({ actor, owed, possible }: RecordingUnderWay, name: string, by: Actor): boolean {
  return (owed.has(name) || possible.has(name)) && isSameJson(actor, by);
}

export function knownOfNothing(): KnownBefore {
  return {
    offices: new Map(),
    persons: new Map(),
    logins: new Map(),
    intakes: new Map(),
    cases: new Map(),
    registers: new Map(),
    otherActs: new Map(),
    findings: new Map(),
    instruments: new Map(),
    opening: undefined,
    edition: undefined,
    directory: undefined,
    founding: undefined,
    recording: undefined,
  };
}

/** statesKnown shows the directory, and the courts of intakes, to the functions that commands ask too. */
export function statesKnown(known: KnownBefore): StatesKnown {
  function of(kind: "office", id: string): OfficeState | undefined;
  function of(kind: "intake", id: string): KeptOf<"intake"> | undefined;
  function of(kind: "person", id: string): PersonState | undefined;
  function of(kind: "directory", id: string): DirectoryState | undefined;
  function of(kind: "office" | "intake" | "person" | "directory", id: string) {
    switch (kind) {
      case "office":
        return known.offices.get(id);
      case "intake":
        return known.intakes.get(id);
      case "person":
        return known.persons.get(id);
      case "directory":
        return known.directory;
    }
  }
  return { of };
}

export type StatesKnown = Recorder["states"] & DirectoryStates;

export function fileKnown(
  { intakes, cases, registers }: KnownBefore,
  kind: KeptFile["kind"],
  id: string,
): KeptFile | undefined {
  switch (kind) {
    case "intake": {
      const state = intakes.get(id);
      return state && { kind, state };
    }
    case "case": {
      const state = cases.get(id);
      return state && { kind, state };
    }
    case "register": {
      const state = registers.get(id);
      return state && { kind, state };
    }
  }
}

/** officeKnown returns the one text of an office's id that the directory holds, so that a million files do not hold a million texts. */
export function officeKnown({ offices }: KnownBefore, office: OfficeId): OfficeId {
  return offices.get(office)?.id ?? office;
}
