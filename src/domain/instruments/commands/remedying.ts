/** The remedy of a violation (khắc phục): the addressee claims it and shows entries of the log; the procuracy verifies the claim. */

import { z } from "zod";
import { refused } from "../../../base/outcome.ts";
import type { FindingId } from "../../../base/ids.ts";
import { writeCitation } from "../../../law/sources.ts";
import type { Context } from "../../command.ts";
import { id } from "../../field.ts";
import type { Refusal } from "../../refusal.ts";
import { actDay, statedDay, typed, typedText } from "../../typed-input.ts";
import { mayClaim, mayUnclaim, mayVerify } from "../item.ts";
import { firstOpen, remedyReads } from "../seen-today.ts";
import { happens, isReceived, ofAddressee, ofIssuer, onInstrument } from "./on-instrument.ts";
import { refusalAmong } from "./tracked.ts";

const named = { instrument: id<"instrument">(), findings: z.array(id<"finding">()).min(1).max(1000) };

export const claimRemedy = onInstrument({
  name: "claim-correction",
  input: z.strictObject({
    ...named,
    on: statedDay.optional(),
    entries: z.array(z.int().nonnegative()).max(200),
    note: typedText.optional(),
  }),
  of: ofAddressee,
  when: isReceived,
  some: mayClaim,
  decide: (state, { findings, on: stated, entries, note }, { today, logSize }) => {
    const refusal = refusalAmong(findings, state, mayClaim);
    if (refusal !== undefined) return refused(refusal);
    // A claim shows the remedy by entries of the log, or at least describes it.
    if (entries.length === 0 && note === undefined) return refused({ code: "reason-needed", at: "/entries" });
    const absent = entries.findIndex((entry) => entry >= logSize);
    if (absent >= 0) return refused({ code: "unknown-entry", at: `/entries/${absent}`, detail: { entries: logSize } });
    const on = actDay(stated, { today, at: "/on" });
    if (!on.ok) return on;
    return happens(state, { type: "correction-claimed", data: { findings, on: on.value, entries, note: typed(note) } });
  },
});

export const withdrawClaim = onInstrument({
  name: "withdraw-claim",
  input: z.strictObject(named),
  of: ofAddressee,
  when: isReceived,
  some: mayUnclaim,
  decide: (state, { findings }) => {
    const refusal = refusalAmong(findings, state, mayUnclaim);
    return refusal === undefined ? happens(state, { type: "claim-withdrawn", data: { findings } }) : refused(refusal);
  },
});

export const verifyRemedy = onInstrument({
  name: "verify-correction",
  input: z.strictObject({ ...named, outcome: z.enum(["confirmed", "not-confirmed"]), reason: typedText.optional() }),
  of: ofIssuer,
  when: isReceived,
  some: (track) => mayVerify(track, "confirmed") || mayVerify(track, "not-confirmed"),
  reads: (_state, { findings }, { states }) => remedyReads(findings, states),
  decide: (state, { findings, outcome, reason }, { today, states }) => {
    const refusal = refusalAmong(findings, state, (track) => mayVerify(track, outcome));
    if (refusal !== undefined) return refused(refusal);
    const unreasoned = reason === undefined ? unreasonedRefusal(outcome, findings, { today, states }) : undefined;
    if (unreasoned !== undefined) return refused(unreasoned);
    return happens(state, {
      type: "correction-verified",
      data: { findings, outcome, on: today, reason: typed(reason) },
    });
  },
});

/** unreasonedRefusal lets a remedy be verified without a reason only where the files show no violation any more. */
function unreasonedRefusal(
  outcome: "confirmed" | "not-confirmed",
  findings: readonly FindingId[],
  asked: Pick<Context, "states" | "today">,
): Refusal | undefined {
  if (outcome === "not-confirmed") return { code: "reason-needed", at: "/reason" };
  const open = firstOpen(findings, asked);
  if (open === undefined) return undefined;
  const { rule, citation, state } = open;
  return {
    code: "still-open-needs-reason",
    at: "/reason",
    rule,
    citation: writeCitation(citation, "vi"),
    detail: { state },
  };
}
