/**
 * Replies as acts. The reply with which every finding has its answer is about the instrument and ends the clock to reply;
 * an earlier reply is about its own part. Each reply starts the clock to carry out what it newly accepts. An act that takes
 * an acceptance back answers that reply, and comes too late once its clock has run out.
 */

import type { ActId } from "../../base/ids.ts";
import type { Act, ActType, Subject } from "../../law/act.ts";
import { type Acceptance, acceptances, completingReply } from "./acceptance.ts";
import { findingsOf, type Sent } from "./instrument.ts";
import { type InstrumentAct, type Step, stepAct, stepActId } from "./instrument-act.ts";

const replyTypes = { recommendation: "recommendation-replied", protest: "protest-replied" } as const satisfies Record<
  string,
  ActType
>;

/** replyActs returns none for a request, which is not answered but complied with (carried-out.ts). */
export function replyActs(state: Sent): readonly Act[] {
  if (state.kind === "request") return [];
  const type = replyTypes[state.kind];
  const accepted = acceptances(state);
  const completing = completingReply(state);
  return state.replies.flatMap((reply) => {
    const own = accepted.find((each) => each.version === reply.version);
    const main = own !== undefined || reply.version === completing ? [mainAct(state, reply, { type, own })] : [];
    return [...main, ...takingBack(state, reply, { type, accepted })];
  });
}

/** replySubject returns the instrument for the completing reply, else the part that the reply answers. */
export function replySubject(state: Sent, version: number): Subject {
  return {
    kind: "instrument",
    id: version === completingReply(state) ? state.instrument : stepActId(state.instrument, version),
  };
}

function mainAct(state: Sent, reply: Step, { type, own }: { type: InstrumentAct; own: Acceptance | undefined }): Act {
  const subject = replySubject(state, reply.version);
  return stepAct(state.instrument, reply, { type, subject, traits: { outcome: outcomeOf(state, reply, own) } });
}

function outcomeOf(
  { tracks, items }: Sent,
  { version }: Step,
  own: Acceptance | undefined,
): "accepted" | "partly" | "disagreed" {
  if (own === undefined || own.findings.length === 0) return "disagreed";
  const given = findingsOf({ items }).flatMap(
    (finding) => tracks[finding]?.answers.filter((answer) => answer.version === version) ?? [],
  );
  return given.every(({ answer }) => answer === "accepted") ? "accepted" : "partly";
}

function takingBack(
  state: Sent,
  reply: Step,
  { type, accepted }: { type: InstrumentAct; accepted: readonly Acceptance[] },
): readonly Act[] {
  const ended = accepted.filter((each) => each.takenBackBy === reply.version);
  return ended.map((each, i) => {
    const answers: readonly ActId[] = [stepActId(state.instrument, each.version)];
    const subject = replySubject(state, each.version);
    return stepAct(state.instrument, reply, { type, part: i + 1, subject, answers, traits: { outcome: "disagreed" } });
  });
}
