/**
 * Remedies as acts: what a reply accepted, or a binding answer upheld, is carried out when the last of its findings is
 * claimed to be remedied. A claim that was withdrawn or found not to be true does not count, so the clock runs on.
 */

import type { Day } from "../../base/day.ts";
import type { FindingId } from "../../base/ids.ts";
import type { Act, ActType, Subject } from "../../law/act.ts";
import { acceptances, completingReply } from "./acceptance.ts";
import { upholdingStep } from "./dispute.ts";
import { type Claim, findingsOf, type Sent } from "./instrument.ts";
import { completingClaim } from "./item.ts";
import { replySubject } from "./reply-acts.ts";
import { type Step, stepAct, stepActId } from "./instrument-act.ts";

const compliedTypes = {
  recommendation: "recommendation-complied",
  protest: "protest-complied",
} as const satisfies Record<string, ActType>;

export function carriedOut(state: Sent): readonly Act[] {
  if (state.kind === "request") return requestComplied(state);
  const type = compliedTypes[state.kind];
  return duties(state).flatMap(({ step, findings, subject }, part) => {
    const last = lastClaim(state, findings);
    if (last === undefined) return [];
    const answers = [stepActId(state.instrument, step.version)];
    return [stepAct(state.instrument, notBefore(last, step.on.day), { type, part, subject, answers })];
  });
}

interface Duty {
  /** The step that started the clock of the duty. */
  readonly step: Step;
  readonly findings: readonly FindingId[];
  readonly subject: Subject;
}

function duties(state: Sent): readonly Duty[] {
  const byReply = acceptances(state).flatMap(({ version, standing }) => {
    const step = state.replies.find((reply) => reply.version === version);
    return step === undefined ? [] : [{ step, findings: standing, subject: replySubject(state, version) }];
  });
  const upheld = upholdingStep(state.dispute);
  if (upheld === undefined) return byReply;
  const findings = findingsOf(state).filter((finding) => state.tracks[finding]?.withdrawn === undefined);
  return [...byReply, { step: upheld, findings, subject: { kind: "instrument", id: state.instrument } }];
}

/** requestComplied counts the reply where a report or a file is asked for (law 63/2014 Art.28(6)(c), (d)), else the remedy of the findings. */
function requestComplied(state: Sent): readonly Act[] {
  const byReply = state.asks === "self-inspect" || state.asks === "supply-file";
  const open = findingsOf(state).filter((finding) => state.tracks[finding]?.withdrawn === undefined);
  const step = byReply
    ? state.replies.find((reply) => reply.version === completingReply(state))
    : lastClaim(state, open);
  return step === undefined ? [] : [stepAct(state.instrument, step, { type: "procuracy-request-complied" })];
}

/** lastClaim returns the claim that completed the remedy of these findings; undefined when some are not remedied. */
function lastClaim({ tracks, claims }: Sent, findings: readonly FindingId[]): Claim | undefined {
  const versions = findings.map((finding) => {
    const track = tracks[finding];
    return track && completingClaim(track);
  });
  if (versions.length === 0) return undefined;
  const completing = claims.filter((claim) => versions.includes(claim.version));
  if (versions.some((version) => version === undefined)) return undefined;
  return completing.reduce<Claim | undefined>(
    (last, claim) => (last === undefined || claim.on.day >= last.on.day ? claim : last),
    undefined,
  );
}

/** A remedy made before its acceptance counts as carried out on the day of acceptance. */
function notBefore(step: Step, day: Day): Step {
  return step.on.day < day ? { ...step, on: { ...step.on, day } } : step;
}
