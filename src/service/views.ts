/** The port of the read models, for lists only: a decision takes what it needs from the streams. */

import type { RowState } from "../domain/deadlines/list-state.ts";
import type { StreamName } from "../domain/event.ts";
import type { ObligationState } from "../law/detection/deadline.ts";
import type { Breach } from "../law/detection/detection.ts";

/** overdue: undone by the due day, owed or not. breached: late, missed or forbidden, where passing is a breach. */
export const deadlineStates = ["open", "overdue", "due-soon", "met-late", "forbidden", "breached", "all"] as const;

export interface DeadlineQuery {
  readonly office?: string;
  /** Any of these offices; an empty list selects nothing. Without this and `office`, every office is selected. */
  readonly offices?: readonly string[];
  readonly rule?: string;
  /** Due on this day or later; a forbidden act: done then or later. */
  readonly since?: string;
  readonly state: (typeof deadlineStates)[number];
  /** Only the clocks of instruments. */
  readonly of?: "instrument";
  readonly weight?: "violation" | "hint";
  /** Only detections that no procurator has confirmed or dismissed. */
  readonly unjudged?: boolean;
  /** Only deadlines whose due day is not sealed as missed (domain/deadlines/miss.ts). */
  readonly unsealed?: boolean;
  readonly today: string;
  /** "<day>~<key>" of the last row before. */
  readonly after?: string;
  readonly limit: number;
}

export interface GoneQuery
  extends Pick<DeadlineQuery, "office" | "offices" | "rule" | "since" | "weight" | "after" | "limit"> {
  /** Only the detection of the deadline with this key. */
  readonly key?: string;
}

export interface DeadlineRow {
  readonly key: string;
  readonly stream: StreamName;
  readonly rule: string;
  readonly version: string;
  /** none: letting it pass breaches nothing. */
  readonly weight: "violation" | "hint" | "none";
  readonly owner: string;
  readonly office: string;
  readonly subject: string;
  readonly startedBy: string;
  readonly startedOn: string;
  /** Whose word that day is; absent when the day is the end of a period. */
  readonly startSource: string | undefined;
  /** Calendar days from that day to its recording; absent when it was recorded on the day itself. */
  readonly startRecordedLate: number | undefined;
  readonly dueOn: string | undefined;
  readonly metOn: string | undefined;
  readonly metSource: string | undefined;
  readonly metRecordedLate: number | undefined;
  readonly endedOn: string | undefined;
  /** ended: missed, and no longer owed. */
  readonly state: RowState;
  readonly provisional: boolean;
  /** The sort key: the due day, or the day of the forbidden act; "infinity" without either. */
  readonly day: string;
}

/** A detection that the correction of an entry took away, as the file read before and after it. */
export interface GoneRow {
  /** The key of the deadline. */
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
  /** Absent when there is no such deadline any more. */
  readonly after: { readonly state: ObligationState; readonly dueOn?: string; readonly metOn?: string } | undefined;
  /** `index`: its place in the log, absent until it is sealed. */
  readonly correction: {
    readonly act: string;
    readonly field: string;
    readonly on: string;
    readonly index: number | undefined;
  };
  /** The sort key: the day on which it had been due, or the forbidden act done. */
  readonly day: string;
}

/** The detections of one rule: how many were judged, and how, and how many were not. */
export interface RuleCounts {
  readonly rule: string;
  readonly confirmed: number;
  /** Merged into one that was confirmed. */
  readonly merged: number;
  readonly dismissed: number;
  readonly pending: number;
  /** Those of the pending ones of which the machine is in doubt. */
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

/** A file with the commitment to the number by which people call it: the decision's, or the judgment's. */
export interface NumberedFile {
  readonly stream: StreamName;
  readonly agency: string;
  readonly number: string | undefined;
}

/** A file as a list shows it. */
export interface LatestFile extends NumberedFile {
  readonly key: string;
  /** The day on which a case was decided, or an intake opened. */
  readonly day: string;
}

/** `printed`: an instrument's own number, which is no secret. */
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
  /** Lists the people of the directory who have a login, by their ids. */
  people(query: { after?: string; limit: number }): Promise<readonly { readonly person: string }[]>;
  deadlines(query: DeadlineQuery): Promise<readonly DeadlineRow[]>;
  gone(query: GoneQuery): Promise<readonly GoneRow[]>;
  /** Counts in the order of the rules' names; a rule without detections is left out. */
  countDetections(query: Pick<DeadlineQuery, "office" | "offices" | "since" | "today">): Promise<readonly RuleCounts[]>;
  /** Counts an office's files in which a rule's duty arose in [from, until): `n` late or missed, `of` all. */
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
  /** `handedOver` leaves out what was never served (drafts, discarded). `arbiter`: reported to it. */
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
  /** Lists the files of these agencies, the latest day first. `after`: "<day>~<key>" of the last row before. */
  latestFiles(query: {
    kind: "case" | "intake";
    agencies: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly LatestFile[]>;
  /** Finds cases, intakes and instruments by their ids. */
  calledFiles(ids: readonly string[]): Promise<readonly CalledFile[]>;
  registers(query: {
    office?: string;
    offices?: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly { key: string; office: string; openedOn: string }[]>;
  offices(): Promise<readonly OfficeRow[]>;
}
