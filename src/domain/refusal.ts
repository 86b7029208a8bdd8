/** The closed list of reasons for which a command is refused. refusals/refusal-texts.ts holds the words of each code. */

import type { Day } from "../base/day.ts";

export const refusalCodes = [
  // who
  "not-permitted",
  "not-registered",
  "office-needed",
  "office-not-yours",
  // what is named does not exist, or exists already
  "unknown-office",
  "unknown-person",
  "unknown-intake",
  "unknown-register",
  "unknown-case",
  "unknown-act",
  "unknown-subject",
  "unknown-deadline",
  "unknown-finding",
  "unknown-instrument",
  "unknown-key",
  "unknown-entry",
  "unknown-reference",
  "unknown-edition",
  "already-exists",
  // what cannot have happened
  "day-in-future",
  "days-contradict",
  "day-missing",
  "day-not-taken",
  "subject-not-taken",
  "answer-not-taken",
  "trait-not-taken",
  "role-not-taken",
  "wrong-addressee",
  "office-closed",
  // what the moment does not allow
  "wrong-moment",
  "edition-not-proposed",
  "edition-outdated",
  "edition-not-adopted",
  "second-person-needed",
  "protest-out-of-time",
  "ground-day-missing",
  "hint-needs-citation",
  "reason-needed",
  "still-open-needs-reason",
  "not-assessed",
  "count-contradicts",
  "deviation-needs-reason",
  "findings-differ",
  "finding-taken",
  "not-settled",
  "signature-invalid",
  "nothing-to-change",
  "too-large",
  // of two administrators
  "second-administrator-needed",
  "given-to-oneself",
  "day-in-past",
  "too-few-administrators",
  "unknown-proposal",
  "proposal-expired",
  "proposal-outdated",
  "too-many-proposals",
  // of a bulk: each bad line is in `lines`
  "lines-refused",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** JSON Pointer (RFC 6901) of the place in the input. */
  readonly at?: string;
  /** The rule that was applied, its citation, and the last day on which it would have been in time. */
  readonly rule?: string;
  readonly citation?: string;
  readonly lastDay?: Day;
  /** Codes, ids or days that make the message exact; never a value that is kept off the log. */
  readonly detail?: Readonly<Record<string, string | number>>;
  /** Every bad line of a bulk. */
  readonly lines?: readonly LineRefusal[];
}

/** line: counted from 1. at: the place within the line. */
export interface LineRefusal extends Omit<Refusal, "lines"> {
  readonly line: number;
}
