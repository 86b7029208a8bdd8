/**
 * An instrument as a file of acts, from which the law counts the addressee's clocks (reply, carry out, comply with a
 * request) and the procuracy's own (the window of a protest, the answer to a request to reconsider).
 */

import type { Act, ActType, DatedDay } from "../../law/act.ts";
import type { EnforcementFile } from "../../law/file.ts";
import { carriedOut } from "./carried-out.ts";
import { requestOf } from "./dispute.ts";
import { type Drafted, type InstrumentState, isSent, receiptOf, type Sent, type SentInstrument } from "./instrument.ts";
import { replyActs } from "./reply-acts.ts";
import { stepAct } from "./instrument-act.ts";

export function instrumentFile(state: InstrumentState): EnforcementFile {
  const acts = isSent(state) ? sentActs(state) : [];
  return { kind: "own-motion", interim: false, acts, parties: [], assets: [] };
}

function sentActs(state: SentInstrument): readonly Act[] {
  const replies = replyActs(state);
  const others = [...disputeActs(state, replies), ...carriedOut(state), ...withdrawalActs(state, replies)];
  return [...issueActs(state), ...receiptActs(state), ...replies, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const issuedTypes = {
  request: "procuracy-request-issued",
  recommendation: "recommendation-issued",
  protest: "protest-issued",
} as const satisfies Record<Drafted["kind"], ActType>;

const receivedTypes = {
  request: "procuracy-request-received",
  recommendation: "recommendation-received",
  protest: "protest-received",
} as const satisfies Record<Drafted["kind"], ActType>;

/** issueActs lets a protest answer the acts that opened its windows; it is judged by the window that closes last (law/detection). */
function issueActs(state: Sent): readonly Act[] {
  const { issue, level, instrument } = state;
  const grounds = groundActs(state);
  const on: DatedDay = { day: issue.issuedOn, source: issue.source };
  const traits = level === undefined ? {} : { level };
  const issued = { type: issuedTypes[state.kind], answers: grounds.map(({ id }) => id), traits };
  return [...grounds, stepAct(instrument, { ...issue, on }, issued)];
}

function groundActs({ issue: { window }, groundOn, draftedOn, instrument }: Sent): readonly Act[] {
  if (groundOn === undefined) return [];
  const ground = { version: 0, recordedOn: draftedOn };
  const discovered = stepAct(instrument, { ...ground, on: groundOn }, { type: "violation-discovered" });
  if (window?.rule !== "PROTEST_AFTER_CASE_END") return [discovered];
  const on = { day: window.startedOn, source: "system" } as const;
  return [discovered, stepAct(instrument, { ...ground, on }, { type: "end-notice-received", part: 1 })];
}

function receiptActs(state: Sent): readonly Act[] {
  const receipt = receiptOf(state);
  if (receipt === undefined) return [];
  const traits = state.asks === undefined ? {} : { demand: state.asks };
  return [stepAct(state.instrument, receipt, { type: receivedTypes[state.kind], traits })];
}

function disputeActs(state: Sent, replies: readonly Act[]): readonly Act[] {
  const { instrument, dispute } = state;
  // The dispute is about what the replies accepted, so the clocks that they started stop.
  const answers = replies.map(({ id }) => id);
  const requested = requestOf(dispute);
  const acts =
    requested === undefined ? [] : [stepAct(instrument, requested, { type: "reconsideration-requested", answers })];
  if ("answered" in dispute && dispute.answered !== undefined) {
    const outcome = dispute.stage === "answered" ? dispute.outcome : "maintained";
    acts.push(stepAct(instrument, dispute.answered, { type: "reconsideration-answered", traits: { outcome } }));
  }
  if ("reported" in dispute) acts.push(stepAct(instrument, dispute.reported, { type: "dispute-reported", answers }));
  return [...acts, ...bindingActs(state)];
}

function bindingActs({ instrument, dispute }: Sent): readonly Act[] {
  if (!("bound" in dispute)) return [];
  const { bound, outcome } = dispute;
  const acts = [stepAct(instrument, bound, { type: "binding-answer-given", traits: { outcome } })];
  if (dispute.stage === "bound") return acts;
  acts.push(stepAct(instrument, dispute.minister.asked, { type: "minister-asked" }));
  if (dispute.stage === "minister-asked") return acts;
  const { answered, outcome: last } = dispute.minister;
  return [...acts, stepAct(instrument, answered, { type: "minister-answered", traits: { outcome: last } })];
}

function withdrawalActs(state: SentInstrument, replies: readonly Act[]): readonly Act[] {
  if (state.status !== "withdrawn") return [];
  const answers = replies.map(({ id }) => id);
  return [stepAct(state.instrument, state.withdrawal, { type: "instrument-withdrawn", answers })];
}
