/**
 * Three axes of one finding inside an item (design: supervision): what was replied, what was corrected, what was verified.
 * None of them is a deadline: late is computed from the days.
 */

import type { Day } from "../../base/day.ts";
import type { CommittedField } from "../field.ts";
import type { answers, withdrawalReasons } from "./events.ts";

type AnswerCode = (typeof answers)[number];

interface Answer {
  readonly answer: AnswerCode;
  /** The version of the reply. */
  readonly version: number;
  readonly reason?: CommittedField | undefined;
}

type Correction =
  | { readonly status: "none" }
  | { readonly status: "claimed"; readonly version: number }
  | { readonly status: "withdrawn" };

export type Verification =
  | { readonly status: "not-yet" }
  | { readonly status: "confirmed"; readonly on: Day }
  /** The claim does not stand: the correction is due again. */
  | { readonly status: "not-confirmed"; readonly on: Day };

export interface Track {
  /** All that were given; the last counts. */
  readonly answers: readonly Answer[];
  readonly correction: Correction;
  readonly verification: Verification;
  /** How often a claimed correction was found not to be one. */
  readonly failed: number;
  readonly withdrawn?: { readonly on: Day; readonly reason: (typeof withdrawalReasons)[number] } | undefined;
}

export const untouched: Track = {
  answers: [],
  correction: { status: "none" },
  verification: { status: "not-yet" },
  failed: 0,
};

export function answerOf(track: Track): AnswerCode | undefined {
  return track.answers.at(-1)?.answer;
}

/** partly: the accepted part is owed like the whole (law 106/2025 Art.113(1) knows no third answer). */
export function accepts(answer: AnswerCode): boolean {
  return answer !== "disagreed";
}

/** The version of the claim by which the finding is corrected, as long as nobody found it is not. */
export function completingClaim(track: Track): number | undefined {
  if (track.correction.status !== "claimed" || track.verification.status === "not-confirmed") return undefined;
  return track.correction.version;
}

export function mayClaim(track: Track): boolean {
  return track.withdrawn === undefined && completingClaim(track) === undefined;
}

export function mayUnclaim(track: Track): boolean {
  return track.correction.status === "claimed" && track.verification.status === "not-yet";
}

/** A claim is verified, and may be verified again to the other outcome, as long as it is not taken back. */
export function mayVerify(track: Track, outcome: "confirmed" | "not-confirmed"): boolean {
  return (
    track.withdrawn === undefined && track.correction.status === "claimed" && track.verification.status !== outcome
  );
}

export function claimed(track: Track, version: number): Track {
  return { ...track, correction: { status: "claimed", version }, verification: { status: "not-yet" } };
}

export function unclaimed(track: Track): Track {
  return { ...track, correction: { status: "withdrawn" } };
}

export function verified(
  track: Track,
  verification: { readonly status: "confirmed" | "not-confirmed"; readonly on: Day },
): Track {
  return { ...track, verification, failed: track.failed + (verification.status === "not-confirmed" ? 1 : 0) };
}
