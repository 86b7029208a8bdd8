/** The read models as the service asks for them: lists only. Whatever a decision needs comes from the streams. */

import type { StreamName } from "../domain/event.ts";

export interface DeadlineQuery {
  readonly office?: string;
  /** Of any of these offices; none of them: of no office. */
  readonly offices?: readonly string[];
  readonly rule?: string;
  /** breached: late or missed by today. */
  readonly state: "open" | "overdue" | "due-soon" | "met-late" | "breached" | "all";
  /** Whose clock: a file's or an instrument's. */
  readonly of?: "intake" | "case" | "instrument";
  readonly weight?: "violation" | "hint";
  /** Only those that no procurator has confirmed or dismissed. */
  readonly unjudged?: boolean;
  /** Only those whose due day is not sealed as missed (domain/deadlines/missed.ts). */
  readonly unsealed?: boolean;
  readonly today: string;
  readonly after?: string;
  readonly limit: number;
}

export interface DeadlineRow {
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
  readonly dueOn: string | undefined;
  readonly metOn: string | undefined;
  readonly state: "open" | "met" | "excused";
  readonly provisional: boolean;
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
  readonly deadline: string | undefined;
  readonly about: string;
  readonly rule: string;
  readonly version: string;
  readonly office: string;
  readonly procuracy: string;
  readonly status: string;
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
  /** handedOver: without those that are still the procuracy's own affair (drafted, discarded, not yet served). */
  instruments(query: {
    issuer?: string;
    addressee?: string;
    status?: string;
    handedOver?: boolean;
    after?: string;
    limit: number;
  }): Promise<readonly InstrumentRow[]>;
  /** agencies: of any of these; none of them: of no agency. */
  cases(query: {
    agency?: string;
    agencies?: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly CaseRow[]>;
  intakes(query: {
    agency?: string;
    agencies?: readonly string[];
    after?: string;
    limit: number;
  }): Promise<readonly { key: string; agency: string; court: string | undefined; openedOn: string }[]>;
  offices(): Promise<readonly OfficeRow[]>;
}
