/** What the catalogue says of one type of act: its subjects, its days, its codes, its words. */

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
  /** A request of a data subject about what a case, or an office, holds of them. */
  "data-request",
] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** Three clocks that differ (D152/2026 Arts.7, 9, 15): the day it happened, was sent, was received. */
export type DayName = "happenedOn" | "sentOn" | "receivedOn";

/** The day for which something is planned: the only day of an act that may lie in the future. */
export const plannedDay = "plannedFor";

/** Any day that an act may carry. */
export type CarriedDay = DayName | typeof plannedDay;

/** What is planned, ordered or announced for a day. */
type PlanKind = "coercion" | "seizure" | "auction" | "session" | "destruction" | "collection" | "appointment";

export interface Plan {
  readonly what: PlanKind;
  /** The act is nothing without that day; one that came by an import may lack it. */
  readonly must?: true;
}

export interface ActEntry {
  readonly vi: string;
  readonly en: string;
  readonly subjects: readonly SubjectKind[];
  /** It brings its subject into being: a decision, a sum, a complaint. */
  readonly makes?: true;
  /** The days it may carry; it must carry at least one of them. */
  readonly days: readonly DayName[];
  /** The one day that it cannot do without: a receipt whose day is not told would start no clock. */
  readonly needs?: DayName;
  /** It also carries the day for which it plans this. */
  readonly plans?: Plan;
  /** Codes that it must carry, each with its closed list. */
  readonly must?: Readonly<Record<string, readonly string[]>>;
  /** Codes that it may carry. */
  readonly may?: Readonly<Record<string, readonly string[]>>;
}

export const onTheDay = ["happenedOn"] as const;
/** The receiver's own record; the day of sending when the paper shows it. */
export const receipt = { days: ["receivedOn", "sentOn"], needs: "receivedOn" } as const;
export const delivered = ["sentOn", "receivedOn"] as const;
export const written = ["happenedOn", "sentOn", "receivedOn"] as const;

/** How the head of an agency answers an instrument (law 106/2025 Art.113). */
export const replyOutcomes = ["accepted", "partly", "disagreed"] as const;

/** Where the protesting procuracy stands: `superior` to the agency's own level under the 2008 law. */
export const protestLevels = [
  "district",
  "area",
  "provincial",
  "military-region",
  "superior",
  "supreme",
  "central-military",
] as const;
