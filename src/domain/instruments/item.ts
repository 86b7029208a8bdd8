/** A track follows one finding of an item on three axes, reply, remedy and verification; none says late. */

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

type Remedy =
  | { readonly status: "none" }
  | { readonly status: "claimed"; readonly version: number }
  | { readonly status: "withdrawn" };

export type Verification =
  | { readonly status: "not-yet" }
  | { readonly status: "confirmed"; readonly on: Day }
  /** The claim does not stand, so the remedy is due again. */
  | { readonly status: "not-confirmed"; readonly on: Day };

export interface Track {
  /** Every answer given to the finding; the last one counts. */
  readonly answers: readonly Answer[];
  readonly remedy: Remedy;
  readonly verification: Verification;
  /** The number of times that a claimed remedy was found not to be one. */
  readonly failed: number;
  readonly withdrawn?: { readonly on: Day; readonly reason: (typeof withdrawalReasons)[number] } | undefined;
}

export const untouched: Track = {
  answers: [],
  remedy: { status: "none" },
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

/** completingClaim returns the version of the claim that remedied the finding, unless a verification rejected that claim. */
export function completingClaim(track: Track): number | undefined {
  if (track.remedy.status !== "claimed" || track.verification.status === "not-confirmed") return undefined;
  return track.remedy.version;
}

export function mayClaim(track: Track): boolean {
  return track.withdrawn === undefined && completingClaim(track) === undefined;
}

export function mayUnclaim(track: Track): boolean {
  return track.remedy.status === "claimed" && track.verification.status === "not-yet";
}

/** mayVerify also allows a second verification to the other outcome, as long as the claim is not withdrawn. */
export function mayVerify(track: Track, outcome: "confirmed" | "not-confirmed"): boolean {
  return track.withdrawn === undefined && track.remedy.status === "claimed" && track.verification.status !== outcome;
}

export function claimed(track: Track, version: number): Track {
  return { ...track, remedy: { status: "claimed", version }, verification: { status: "not-yet" } };
}

export function unclaimed(track: Track): Track {
  return { ...track, remedy: { status: "withdrawn" } };
}

export function verified(
  track: Track,
  verification: { readonly status: "confirmed" | "not-confirmed"; readonly on: Day },
): Track {
  return { ...track, verification, failed: track.failed + (verification.status === "not-confirmed" ? 1 : 0) };
}
