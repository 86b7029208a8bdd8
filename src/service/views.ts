/** The read models as the service asks for them: lists only. Whatever a decision needs comes from the streams. */

import type { RowState } from "../domain/deadlines/list-state.ts";
import type { StreamName } from "../domain/event.ts";
import type { ObligationState } from "../law/detection/deadline.ts";
import type { Breach } from "../law/detection/detection.ts";

/** overdue: with nothing done, whether or not it is still owed. breached: late, missed or forbidden by today, and not what breaches nothing when it passes. */
export const deadlineStates = ["open", "overdue", "due-soon", "met-late", "forbidden", "breached", "all"] as const;

export interface DeadlineQuery {
  readonly office?: string;
  /** Of any of these offices; none of them: of no office. Without these and `office`: of every office. */
  readonly offices?: readonly string[];
  readonly rule?: string;
  /** Due on this day or later; what was forbidden: done then. */
  readonly since?: string;
  readonly state: (typeof deadlineStates)[number];
  /** Whose clock: an instrument's only. */
  readonly of?: "instrument";
  readonly weight?: "violation" | "hint";
  /** Only those that no procurator has confirmed or dismissed. */
  readonly unjudged?: boolean;
  /** Only those whose due day is not sealed as missed (domain/deadlines/miss.ts). */
  readonly unsealed?: boolean;
  readonly today: string;
  /** "<day>~<key>" of the last row before. */
  readonly after?: string;
  readonly limit: number;
}

export interface GoneQuery
  extends Pick<DeadlineQuery, "office" | "offices" | "rule" | "since" | "weight" | "after" | "limit"> {
  /** Only that of this time limit. */
  readonly key?: string;
}

export interface DeadlineRow {
  readonly key: string;
  readonly stream: StreamName;
  readonly rule: string;
  readonly version: string;
  /** none: nobody breaches it by letting it pass. */
  readonly weight: "violation" | "hint" | "none";
  readonly owner: string;
  readonly office: string;
  readonly subject: string;
  readonly startedBy: string;
  readonly startedOn: string;
  /** Whose word that day is; undefined: it is the end of a period. */
  readonly startSource: string | undefined;
  /** Calendar days between it and its recording, where it was not recorded on the day itself. */
  readonly startRecordedLate: number | undefined;
  readonly dueOn: string | undefined;
  readonly metOn: string | undefined;
  readonly metSource: string | undefined;
  readonly metRecordedLate: number | undefined;
  readonly endedOn: string | undefined;
  /** ended: missed, and owed no more. */
  readonly state: RowState;
  readonly provisional: boolean;
  /** By which the list goes: the day on which it is due, or on which the forbidden act was done; or infinity. */
  readonly day: string;
}

/** A detection that a correction of an entry took away, as the file was read before it and after it. */
export interface GoneRow {
  /** That of the time limit. */
  readonly key: string;
  readonly stream: StreamName;
  readonly rule: string;
  readonly version: string;
  readonly weight: "violation" | "hint";
  readonly owner: string;
  readonly office: string;
  readonly subject: string;
  readonly startedBy: string;
  readonly startedOn: string;
  /** A procurator has confirmed or dismissed it. */
  readonly judged: boolean;
  readonly before: {
    readonly state: Breach;
    readonly dueOn?: string;
    readonly metOn?: string;
  };
  /** Undefined: there is no such time limit any more. */
  readonly after: { readonly state: ObligationState; readonly dueOn?: string; readonly metOn?: string } | undefined;
  /** index: where it stands in the log; undefined: not sealed yet. */
  readonly correction: {
    readonly act: string;
    readonly field: string;
    readonly on: string;
    readonly index: number | undefined;
  };
  /** By which the list goes: the day on which it had been due, or on which the forbidden act had been done. */
  readonly day: string;
}

/** Of one rule: what procurators made of its detections, and how many nobody has judged. */
export interface RuleCounts {
  readonly rule: string;
  readonly confirmed: number;
  /** Merged into one of the confirmed. */
  readonly merged: number;
  readonly dismissed: number;
  readonly pending: number;
  /** Pending, where the machine is in doubt. */
  readonly pendingHints: number;
}

export interface InstrumentRow {
  readonly key: string;
  readonly kind: string;
  readonly number: string | undefined;
  readonly issuer: string;
  readonly addressee: string;
  readonly status: string;
  readonly issuedOn: string | undefined;
  readonly receivedOn: string | undefined;
  readonly repliedOn: string | undefined;
  readonly closedOn: string | undefined;
  readonly findings: number;
  readonly verified: number;
}

export interface FindingRow {
  readonly key: string;
  readonly deadline: string;
  readonly about: string;
  readonly rule: string;
  readonly version: string;
  readonly office: string;
  readonly procuracy: string;
  readonly status: string;
  readonly weight: "violation" | "hint";
  readonly seriousness: string | undefined;
  readonly instrument: string | undefined;
  readonly madeOn: string;
}

export interface CaseRow {
  readonly key: string;
  readonly intake: string;
  readonly agency: string;
  readonly decidedOn: string;
}

/** A file with the commitment to the number by which people call it: of the decision, or of the judgment. */
export interface NumberedFile {
  readonly stream: StreamName;
  readonly agency: string;
  readonly number: string | undefined;
}

/** A file as its list calls it. */
export interface LatestFile extends NumberedFile {
  readonly key: string;
  /** A case was decided, an intake opened. */
  readonly day: string;
}

/** printed: an instrument's own number, which is no secret. */
export interface CalledFile extends NumberedFile {
  readonly printed: string | undefined;
}

export interface OfficeRow {
  readonly key: string;
  readonly code: string;
  readonly kind: string;
  readonly openedOn: string;
  readonly closedOn: string | undefined;
}

export interface Views {
  /** The people of the directory who have a login, by their ids. */
  people(query: { after?: string; limit: number }): Promise<readonly { readonly person: string }[]>;
  deadlines(query: DeadlineQuery): Promise<readonly DeadlineRow[]>;
  gone(query: GoneQuery): Promise<readonly GoneRow[]>;
  /** In the order of the rules' names; a rule without any is left out. */
  countDetections(query: Pick<DeadlineQuery, "office" | "offices" | "since" | "today">): Promise<readonly RuleCounts[]>;
  /** Of the files of an office in which a rule's duty arose in [from, until): how many, and in how many it was late or missed. */
  countBreaches(query: {
    office: string;
    rule: string;
    from: string;
    until: string;
    today: string;
  }): Promise<{ n: number; of: number }>;
  findings(query: {
    office?: string;
    procuracy?: string;
    status?: string;
    about?: string;
    after?: string;
    limit: number;
  }): Promise<readonly FindingRow[]>;
  /** handedOver: without those that are the procuracy's own affair (drafted, discarded, never served). arbiter: those reported to it. */
  instruments(query: {
    issuer?: string;
    addressee?: string;
    arbiter?: string;
    status?: string;
    handedOver?: boolean;
    after?: string;
    limit: number;
  }): Promise<readonly InstrumentRow[]>;
  cases(query: { agency?: string; after?: string; limit: number }): Promise<readonly CaseRow[]>;
  intakes(query: {
    agency?: string;
    after?: string;
    limit: number;
  }): Promise<readonly { key: string; agency: string; court: string | undefined; openedOn: string }[]>;
  /** Of these agencies, the latest day first; after: "<day>~<key>" of the last row before. */
  latestFiles(query: {
    kind: "case" | "intake";
    agencies: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly LatestFile[]>;
  /** Cases, intakes and instruments by their ids. */
  calledFiles(ids: readonly string[]): Promise<readonly CalledFile[]>;
  registers(query: {
    office?: string;
    offices?: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly { key: string; office: string; openedOn: string }[]>;
  offices(): Promise<readonly OfficeRow[]>;
}
