/** The dispute over a protest, up to the Minister (law 106/2025 Art.113(2), (3), law 26/2008 Art.161(2), (3)). */

import { z } from "zod";
import type { OfficeId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { Context } from "../../command.ts";
import { streamName } from "../../event.ts";
import { id } from "../../field.ts";
import { officesBehind } from "../../offices/directory.ts";
import type { Refusal } from "../../refusal.ts";
import { actDay, statedDay, typed, typedText } from "../../typed-input.ts";
import { mayArbitrate, mayAskMinister } from "../arbiters.ts";
import { arbiterOf, type Dispute, isOverturned } from "../dispute.ts";
import type { InstrumentState, ReceivedInstrument } from "../instrument.ts";
import { mayReport } from "../reportable.ts";
import { happens, isReceived, ofAddressee, ofIssuer, onInstrument, wrongMoment } from "./on-instrument.ts";

const instrument = id<"instrument">();

type Stage = Dispute["stage"];
type InDispute<S extends Stage> = ReceivedInstrument & { readonly dispute: Extract<Dispute, { readonly stage: S }> };

function isInDispute<S extends Stage>(stage: S) {
  return (state: InstrumentState): state is InDispute<S> => isReceived(state) && state.dispute.stage === stage;
}

const isUndisputed = isInDispute("none");
const isRequested = isInDispute("requested");
const isReported = isInDispute("reported");
const isBound = isInDispute("bound");
const isMinisterAsked = isInDispute("minister-asked");

export const requestReconsideration = onInstrument({
  name: "request-reconsideration",
  input: z.strictObject({ instrument, requestedOn: statedDay.optional(), reason: typedText }),
  of: ofAddressee,
  when: (state): state is InDispute<"none"> => state.kind === "protest" && isUndisputed(state),
  otherwise: disputeMoment,
  decide: (state, { requestedOn, reason }, { today }) => {
    const on = actDay(requestedOn, { today, notBefore: state.receipt.on.day, at: "/requestedOn" });
    return on.ok
      ? happens(state, { type: "reconsideration-requested", data: { requestedOn: on.value, reason: typed(reason) } })
      : on;
  },
});

/** answerReconsideration also withdraws the protest, in the same act, when the procuracy gives way. */
export const answerReconsideration = onInstrument({
  name: "answer-reconsideration",
  input: z.strictObject({
    instrument,
    answeredOn: statedDay.optional(),
    outcome: z.enum(["maintained", "withdrawn"]),
    reason: typedText.optional(),
  }),
  of: ofIssuer,
  when: isRequested,
  otherwise: disputeMoment,
  decide: (state, { answeredOn, outcome, reason }, { today }) => {
    const on = actDay(answeredOn, { today, notBefore: state.dispute.requested.on.day, at: "/answeredOn" });
    if (!on.ok) return on;
    const answered = {
      type: "reconsideration-answered",
      data: { answeredOn: on.value, outcome, reason: typed(reason) },
    } as const;
    const withdrawn = { type: "instrument-withdrawn", data: { on: on.value.day, reason: "reconsidered" } } as const;
    const further =
      outcome === "withdrawn" ? [{ kind: "instrument", id: state.instrument, event: withdrawn } as const] : [];
    return happens(state, answered, further);
  },
});

export const reportDispute = onInstrument({
  name: "report-dispute",
  input: z.strictObject({ instrument, reportedOn: statedDay.optional(), to: id<"office">() }),
  of: ofAddressee,
  when: mayReport,
  otherwise: disputeMoment,
  reads: (state, { to }, { states }) => officesBehind(states, [to, state.addressee]),
  decide: (state, { reportedOn, to }, context) => {
    const { today } = context;
    const authority = authorityAbove(state, to, context);
    if (!authority.ok) return authority;
    const earliest = state.dispute.stage === "answered" ? state.dispute.answered.on.day : state.receipt.on.day;
    const on = actDay(reportedOn, { today, notBefore: earliest, at: "/reportedOn" });
    return on.ok ? happens(state, { type: "dispute-reported", data: { reportedOn: on.value, to } }) : on;
  },
});

export const giveBindingAnswer = onInstrument({
  name: "give-binding-answer",
  input: z.strictObject({
    instrument,
    answeredOn: statedDay.optional(),
    outcome: z.enum(["upheld", "overturned"]),
    reason: typedText.optional(),
  }),
  of: reportedTo,
  when: isReported,
  otherwise: disputeMoment,
  decide: (state, { answeredOn, outcome, reason }, { today }) => {
    const on = actDay(answeredOn, { today, notBefore: state.dispute.reported.on.day, at: "/answeredOn" });
    return on.ok
      ? happens(state, { type: "binding-answer-given", data: { answeredOn: on.value, outcome, reason: typed(reason) } })
      : on;
  },
});

/** askMinister is the Supreme chief's alone, where a protest was overturned; the Supreme records the answer. */
export const askMinister = onInstrument({
  name: "ask-minister",
  input: z.strictObject({ instrument, askedOn: statedDay.optional(), reason: typedText.optional() }),
  of: ofIssuer,
  when: (state): state is InDispute<"bound"> => isBound(state) && isOverturned(state.dispute),
  otherwise: disputeMoment,
  reads: (_, __, { acting }) => [streamName("office", acting.office)],
  decide: (state, { askedOn, reason }, context) => {
    if (!isSupreme(context)) return refused(notSupreme);
    const on = actDay(askedOn, { today: context.today, notBefore: state.dispute.bound.on.day, at: "/askedOn" });
    if (!on.ok) return on;
    const data = { askedOn: on.value, by: context.acting.office, reason: typed(reason) };
    return happens(state, { type: "minister-asked", data });
  },
});

export const recordMinisterAnswer = onInstrument({
  name: "record-minister-answer",
  input: z.strictObject({
    instrument,
    answeredOn: statedDay.optional(),
    outcome: z.enum(["upheld", "overturned"]),
    reason: typedText.optional(),
  }),
  of: ofIssuer,
  when: isMinisterAsked,
  otherwise: disputeMoment,
  reads: (_, __, { acting }) => [streamName("office", acting.office)],
  decide: (state, { answeredOn, outcome, reason }, context) => {
    if (!isSupreme(context)) return refused(notSupreme);
    const on = actDay(answeredOn, {
      today: context.today,
      notBefore: state.dispute.minister.asked.on.day,
      at: "/answeredOn",
    });
    return on.ok
      ? happens(state, { type: "minister-answered", data: { answeredOn: on.value, outcome, reason: typed(reason) } })
      : on;
  },
});

const notSupreme: Refusal = { code: "not-permitted", at: "/instrument", detail: { office: "supreme-procuracy" } };

function isSupreme({ acting, states }: Context): boolean {
  return mayAskMinister(states.of("office", acting.office));
}

function authorityAbove(
  { addressee }: ReceivedInstrument,
  to: OfficeId,
  { states, today }: Context,
): Outcome<OfficeId, Refusal> {
  if (states.of("office", to) === undefined) return refused({ code: "unknown-office", at: "/to" });
  return mayArbitrate(to, { addressee, states, day: today })
    ? done(to)
    : refused({ code: "wrong-addressee", at: "/to" });
}

function reportedTo(state: InstrumentState): OfficeId | undefined {
  return state.status === "received" ? arbiterOf(state.dispute) : undefined;
}

/** disputeMoment also says the kind and the stage of the dispute, once the addressee has the instrument. */
function disputeMoment(state: InstrumentState): Refusal {
  const refusal = wrongMoment(state);
  if (state.status !== "received") return refusal;
  return { ...refusal, detail: { ...refusal.detail, kind: state.kind, dispute: state.dispute.stage } };
}
