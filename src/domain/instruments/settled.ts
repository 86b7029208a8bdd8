/**
 * How far an instrument is settled. A finding is settled when its remedy is verified, when it is withdrawn, or when it
 * is finally decided; an item when all of its findings are; an instrument may close when all of its items are.
 */

import { type Dispute, isOverturned } from "./dispute.ts";
import { type Drafted, findingsOf, type Sent } from "./instrument.ts";
import { answerOf, completingClaim, type Track } from "./item.ts";

export interface Counts {
  readonly findings: number;
  readonly answered: number;
  readonly accepted: number;
  readonly claimed: number;
  readonly verified: number;
  readonly settled: number;
}

export function isSettled(track: Track, dispute: Dispute): boolean {
  return track.verification.status === "confirmed" || track.withdrawn !== undefined || isOverturned(dispute);
}

/** isAllSettled says whether the instrument may be closed. */
export function isAllSettled(sent: Sent): boolean {
  const { findings, settled } = countsOf(sent, sent);
  return settled === findings;
}

/** countsOf counts the findings of the whole instrument or of one of its items: 17 of 22 verified. */
export function countsOf({ tracks, dispute }: Pick<Sent, "tracks" | "dispute">, part: Pick<Drafted, "items">): Counts {
  const all = findingsOf(part).flatMap((finding) => tracks[finding] ?? []);
  const count = (holds: (track: Track) => boolean): number => all.filter(holds).length;
  return {
    findings: all.length,
    answered: count((track) => track.answers.length > 0),
    accepted: count((track) => answerOf(track) === "accepted" || answerOf(track) === "partly"),
    claimed: count((track) => completingClaim(track) !== undefined),
    verified: count((track) => track.verification.status === "confirmed"),
    settled: count((track) => isSettled(track, dispute)),
  };
}
