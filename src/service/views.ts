/** The port of the read models, for lists only: a decision takes what it needs from the streams. */

import type { RowState } from "../domain/deadlines/list-state.ts";
import type { StreamName } from "../domain/event.ts";
import type { ObligationState } from "../law/detection/deadline.ts";
import type { Breach } from "../law/detection/detection.ts";

/** overdue: undone by the due day, owed or not. breached: late, missed or forbidden, where passing is a breach. */
export const deadlineStates = ["open", "overdue", "due-soon", "met-late", "forbidden", "breached", "all"] as const;

/** A count goes so far: a page says "more than" beyond it, and no page waits for a count of a million rows. */
export const mostCounted = 10_000;

export interface DeadlineQuery {
  readonly office?: string;
  /** Any of these offices; an empty list selects nothing. Without this and `office`, every office is selected. */
  readonly offices?: readonly string[];
  readonly rule?: string;
  /** Only the deadlines of these rules, or only those of other rules. */
  readonly rules?: { readonly are: readonly string[] } | { readonly areNot: readonly string[] };
  /** Due on this day or later; a forbidden act: done then or later. */
  readonly since?: string;
  readonly state: (typeof deadlineStates)[number];
  /** Only the clocks of instruments. */
  readonly of?: "instrument";
  /** Without the clocks of instruments that are closed, withdrawn or discarded. */
  readonly running?: true;
  /** What the Minister owes, or what everybody else does. */
  readonly owner?: "minister" | "not-minister";
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
  /** The offices of whose detections only a handed-over finding counts as judged. */
  readonly handedOver?: readonly string[];
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
  /** A procurator has confirmed or dismissed it, as far as the reader may know. */
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

/** unseen: served, and not received yet. replied: a reply came, and not every finding is verified. unfinished: the issuer's next step. */
export const instrumentSteps = ["unseen", "replied", "unfinished"] as const;
export type InstrumentStep = (typeof instrumentSteps)[number];

/** The order of a list by day: the latest first, or the oldest. A list of an API without one goes by its keys. */
export const dayOrders = ["latest", "oldest"] as const;
export type DayOrder = (typeof dayOrders)[number];

/** An instrument must fit all that is given. */
export interface InstrumentQuery {
  readonly issuer?: string;
  readonly notIssuer?: string;
  readonly addressee?: string;
  /** The office to which a dispute over it was reported. */
  readonly arbiter?: string;
  readonly status?: string;
  /** Any of these issued it, was sent it, or decides a dispute over it. */
  readonly offices?: readonly string[];
  /** Leaves out what was never served: drafts and discarded ones. */
  readonly handedOver?: boolean;
  readonly step?: InstrumentStep;
  /** By the day of issue, a draft as the latest; `after` is then "<day>~<key>", "infinity" for the day of a draft. */
  readonly order?: DayOrder;
  readonly after?: string;
  readonly limit: number;
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

/** A finding must fit all that is given. */
export interface FindingQuery {
  /** Only those in an instrument that was served on its addressee or received by it. */
  readonly handedOver?: boolean;
  readonly office?: string;
  readonly procuracy?: string;
  /** Against any of these, or of any of these procuracies; or against any of `handedOverOf` and handed over. */
  readonly offices?: readonly string[];
  readonly handedOverOf?: readonly string[];
  readonly status?: string;
  readonly about?: string;
  /** By the day on which it was confirmed or dismissed; `after` is then "<day>~<key>". */
  readonly order?: DayOrder;
  readonly after?: string;
  readonly limit: number;
}

/** Files in the order of their ids. */
export interface FileQuery {
  /** Of these offices; left out: of every office. */
  readonly offices?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

export interface IntakeRow {
  readonly key: string;
  readonly agency: string;
  readonly court: string | undefined;
  readonly openedOn: string;
}

export interface RegisterRow {
  readonly key: string;
  readonly office: string;
  readonly openedOn: string;
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

/** A file as a list shows it; the agency of a register is the office that keeps it. */
export interface LatestFile extends NumberedFile {
  readonly key: string;
  /** The day on which a case was decided, or an intake or a register opened. */
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
  /** Counts what `deadlines` lists on all its pages, up to `mostCounted` and one more. */
  countDeadlines(query: Omit<DeadlineQuery, "after" | "limit">): Promise<number>;
  gone(query: GoneQuery): Promise<readonly GoneRow[]>;
  /**
   * Counts in the order of the rules' names; a rule without detections is left out. `handedOver`: only a finding that was handed
   * over counts as confirmed, and every other detection as pending.
   */
  countDetections(
    query: Pick<DeadlineQuery, "office" | "offices" | "since" | "today"> & { readonly handedOver?: boolean },
  ): Promise<readonly RuleCounts[]>;
  /** Counts an office's files in which a rule's duty arose in [from, until): `n` late or missed, `of` all. */
  countBreaches(query: {
    office: string;
    rule: string;
    from: string;
    until: string;
    today: string;
  }): Promise<{ n: number; of: number }>;
  /** Counts what `gone` lists on all its pages, up to `mostCounted` and one more. */
  countGone(query: Omit<GoneQuery, "after" | "limit">): Promise<number>;
  findings(query: FindingQuery): Promise<readonly FindingRow[]>;
  /** Counts what `findings` lists on all its pages, up to `mostCounted` and one more. */
  countFindings(query: Omit<FindingQuery, "after" | "limit" | "order">): Promise<number>;
  instruments(query: InstrumentQuery): Promise<readonly InstrumentRow[]>;
  /** The latest reply first, of those that are not verified whole. */
  repliedInstruments(query: { issuer: string; limit: number }): Promise<readonly InstrumentRow[]>;
  /** Counts what `instruments` lists on all its pages, up to `mostCounted` and one more. */
  countInstruments(query: Omit<InstrumentQuery, "after" | "limit" | "order">): Promise<number>;
  cases(query: FileQuery): Promise<readonly CaseRow[]>;
  intakes(query: FileQuery): Promise<readonly IntakeRow[]>;
  registers(query: FileQuery): Promise<readonly RegisterRow[]>;
  /** Lists the files of these agencies by day, the latest first if not said otherwise. `after`: "<day>~<key>" of the last row before. */
  latestFiles(query: {
    kind: "case" | "intake" | "register";
    agencies: readonly string[];
    order?: DayOrder;
    after?: string;
    limit: number;
  }): Promise<readonly LatestFile[]>;
  /** Counts the files of these offices, up to `mostCounted` and one more. */
  countFiles(query: { kind: "case" | "intake" | "register"; agencies: readonly string[] }): Promise<number>;
  /** Finds cases, intakes and instruments by their ids. */
  calledFiles(ids: readonly string[]): Promise<readonly CalledFile[]>;
  offices(): Promise<readonly OfficeRow[]>;
}
