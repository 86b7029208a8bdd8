/** An entry of the catalogue: the subjects, days, codes and words of one type of act. */

export const subjectKinds = [
  "intake",
  "case",
  "decision",
  "party",
  "asset",
  "sum",
  /** A complaint or a denunciation. */
  "complaint",
  "instrument",
  /** A statistical report that an office makes, or is sent to sign. */
  "report",
  /** A data subject's request about the data that a case, or an office, holds of them. */
  "data-request",
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** The days of an act that the law tells apart (D152/2026 Arts.7, 9, 15): it happened, was sent, was received. */
export type DayName = "happenedOn" | "sentOn" | "receivedOn";

/** The day for which something is planned: the only day of an act that may lie in the future. */
export const plannedDay = "plannedFor";

/** Any day that an act may carry. */
export type CarriedDay = DayName | typeof plannedDay;

/** An event that is planned, ordered or announced for a day. */
type PlanKind =
  | "coercion"
  | "seizure"
  | "auction"
  | "session"
  | "destruction"
  | "collection"
  | "appointment"
  | "resumption";

export interface Plan {
  readonly what: PlanKind;
  /** The act must carry that day, unless it came by an import. */
  readonly must?: true;
}

export interface ActEntry {
  readonly vi: string;
  readonly en: string;
  readonly subjects: readonly SubjectKind[];
  /** Set when the act brings its subject into being, such as a decision, a sum or a complaint. */
  readonly makes?: true;
  /** The days it may carry; it must carry at least one of them. */
  readonly days: readonly DayName[];
  /** A day that it must carry, as a receipt must: without the day of receipt it would start no clock. */
  readonly needs?: DayName;
  /** Set when the act also carries a day for which it plans something. */
  readonly plans?: Plan;
  /** Codes that it must carry, each with its closed list. */
  readonly must?: Readonly<Record<string, readonly string[]>>;
  /** Codes that it may carry. */
  readonly may?: Readonly<Record<string, readonly string[]>>;
}

export const onTheDay = ["happenedOn"] as const;
/** The receiver's own record of a receipt, with the day of sending when the paper shows it. */
export const receipt = { days: ["receivedOn", "sentOn"], needs: "receivedOn" } as const;
export const delivered = ["sentOn", "receivedOn"] as const;
export const written = ["happenedOn", "sentOn", "receivedOn"] as const;

/** The answers that the head of an agency can give to an instrument (law 106/2025 Art.113). */
export const replyOutcomes = ["accepted", "partly", "disagreed"] as const;

/** The level of the protesting procuracy; `superior` means above the agency's own level, under the 2008 law. */
export const protestLevels = [
  "district",
  "area",
  "provincial",
  "military-region",
  "superior",
  "supreme",
  "central-military",
] as const;
