/** The end of an instrument: it is withdrawn, whole or for some findings, or closed once all are settled; a closed one can be reopened. */

import { z } from "zod";
import type { FindingId } from "../../../base/ids.ts";
import { type Outcome, refused } from "../../../base/outcome.ts";
import type { Decision } from "../../command.ts";
import { streamName } from "../../event.ts";
import { id } from "../../field.ts";
import type { Refusal } from "../../refusal.ts";
import { typed, typedText } from "../../typed-input.ts";
import { reopeningReasons, withdrawalReasons } from "../events.ts";
import { findingsOf, type InstrumentState, isSent, type ReceivedInstrument } from "../instrument.ts";
import { countsOf, isAllSettled, isSettled } from "../settled.ts";
import { freesFindings, takenOut } from "../withdrawal.ts";
import { happens, type InStatus, isIn, isReceived, ofIssuer, onInstrument, wrongMoment } from "./on-instrument.ts";
import { refusalAmong } from "./tracked.ts";

const instrument = id<"instrument">();

const withdrawal = z.strictObject({
  instrument,
  /** Absent, the whole instrument is withdrawn. */
  findings: z.array(id<"finding">()).min(1).max(1000).optional(),
  reason: z.enum(withdrawalReasons),
  note: typedText.optional(),
});
type Withdrawable = InStatus<"issued" | "served" | "received">;

const isWithdrawable = isIn("issued", "served", "received");
const isClosed = isIn("closed");

export const withdrawInstrument = onInstrument({
  name: "withdraw-instrument",
  input: withdrawal,
  of: ofIssuer,
  when: isWithdrawable,
  reads: (state, { reason, findings }) =>
    freesFindings(reason) ? unsettled(state, findings).map((finding) => streamName("finding", finding)) : [],
  decide: (state, input, { today }) => {
    const { findings, reason } = input;
    const why = { on: today, reason, note: typed(input.note) };
    const freed = freesFindings(reason)
      ? unsettled(state, findings).map((finding) => takenOut(finding, state.instrument))
      : [];
    if (findings === undefined) return happens(state, { type: "instrument-withdrawn", data: why }, freed);
    const refusal = partRefusal(state, findings);
    return refusal === undefined
      ? happens(state, { type: "findings-withdrawn", data: { findings, ...why } }, freed)
      : refused(refusal);
  },
});

export const closeInstrument = onInstrument({
  name: "close-instrument",
  input: z.strictObject({ instrument }),
  of: ofIssuer,
  when: (state): state is ReceivedInstrument => isReceived(state) && isAllSettled(state),
  otherwise: unsettledMoment,
  decide: (state, _input, { today }) => happens(state, { type: "instrument-closed", data: { on: today } }),
});

export const reopenInstrument = onInstrument({
  name: "reopen-instrument",
  input: z.strictObject({ instrument, reason: z.enum(reopeningReasons), note: typedText.optional() }),
  of: ofIssuer,
  when: isClosed,
  decide: (state, { reason, note }, { today }): Outcome<Decision, Refusal> =>
    happens(state, { type: "instrument-reopened", data: { on: today, reason, note: typed(note) } }),
});

function unsettledMoment(state: InstrumentState): Refusal {
  if (!isReceived(state)) return wrongMoment(state);
  const { findings, settled } = countsOf(state, state);
  return { code: "not-settled", at: "/instrument", detail: { findings, settled } };
}

/** partRefusal lets some findings be withdrawn only once the addressee has to answer them; before that, the whole instrument is withdrawn. */
function partRefusal(state: Withdrawable, findings: readonly FindingId[]): Refusal | undefined {
  if (state.status !== "received") return wrongMoment(state, "/findings");
  return refusalAmong(
    findings,
    state,
    (track) => track.withdrawn === undefined && track.verification.status !== "confirmed",
  );
}

function unsettled(state: InstrumentState, only: readonly FindingId[] | undefined): readonly FindingId[] {
  if (!isSent(state)) return [];
  return findingsOf(state).filter((finding) => {
    const track = state.tracks[finding];
    return track !== undefined && (only === undefined || only.includes(finding)) && !isSettled(track, state.dispute);
  });
}
