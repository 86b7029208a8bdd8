/** A draft is composed of confirmed findings. Discarding it frees them again. */

import { asksFault, asksSchema, saysWhatItAsks } from "../asks.ts";
import { z } from "zod";
import type { InstrumentId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { Command, Context, Decision } from "../../command.ts";
import { streamName } from "../../event.ts";
import { id } from "../../field.ts";
import type { ConfirmedFinding } from "../../findings/finding.ts";
import type { Refusal } from "../../refusal.ts";
import { actDay, statedDay, typed, typedText } from "../../typed-input.ts";
import { addresseeOf } from "../addressee.ts";
import { demands, deviationReasons, instrumentKinds } from "../events.ts";
import { findingsOf } from "../instrument.ts";
import { protestLevel } from "../level.ts";
import { checkChoice } from "../proposal.ts";
import { takenOut } from "../withdrawal.ts";
import { composeItems, itemInput, itemReads } from "./items.ts";
import { happens, instrumentEvent, isDrafted, ofIssuer, onInstrument } from "./on-instrument.ts";

const draft = z
  .strictObject({
    kind: z.enum(instrumentKinds),
    addressee: id<"office">(),
    items: z.array(itemInput).min(1).max(50),
    asks: z.enum(demands).optional(),
    deviation: z.enum(deviationReasons).optional(),
    /** The day on which the decision was received or the act discovered; a protest must state it. */
    groundOn: statedDay.optional(),
    body: typedText,
  })
  .refine(saysWhatItAsks, asksFault)
  .meta(asksSchema);
type DraftInput = z.infer<typeof draft>;

export const draftInstrument: Command<DraftInput, "draft-instrument"> = {
  name: "draft-instrument",
  input: draft,
  reads: ({ items, addressee }, states, acting) => itemReads(items, [addressee, acting.office], states),
  about: ({ addressee }) => addressee,
  decide: decideDraft,
};

function decideDraft(input: DraftInput, context: Context): Outcome<Decision, Refusal> {
  const { states, today, acting } = context;
  const { kind, deviation } = input;
  const addressee = addresseeOf(input.addressee, { kind, states, day: today });
  if (!addressee.ok) return addressee;
  const between = { issuer: acting.office, addressee: input.addressee, day: today };
  const instrument = context.newId<InstrumentId>();
  const composed = composeItems(instrument, input.items, { ...context, between });
  if (!composed.ok) return composed;
  const { items, findings, put } = composed.value;
  const choice = checkChoice({ kind, findings, deviation, toCourt: addressee.value.kind === "court" });
  if (!choice.ok) return choice;
  const ground = groundOf(input, findings, context);
  if (!ground.ok) return ground;
  const data = {
    instrument,
    kind,
    issuer: acting.office,
    addressee: input.addressee,
    items,
    asks: input.asks,
    deviation,
    ...ground.value,
    body: typed(input.body),
  };
  return done({ events: [instrumentEvent(instrument, { type: "instrument-drafted", data }), ...put] });
}

function groundOf(
  { kind, groundOn: stated, addressee }: DraftInput,
  findings: readonly ConfirmedFinding[],
  { today, states, acting }: Context,
) {
  if (kind !== "protest")
    return stated === undefined ? done({}) : refused<Refusal>({ code: "day-not-taken", at: "/groundOn" });
  if (stated === undefined) return refused<Refusal>({ code: "ground-day-missing", at: "/groundOn" });
  const groundOn = actDay(stated, { today, at: "/groundOn" });
  if (!groundOn.ok) return groundOn;
  // A violation that was confirmed had been discovered: a later day would open a window that is over (law 106/2025 Art.112(2)).
  const late = findings.find(({ on }) => on < groundOn.value.day);
  if (late !== undefined) {
    const detail = { day: groundOn.value.day, notAfter: late.on };
    return refused<Refusal>({ code: "days-contradict", at: "/groundOn", detail });
  }
  const level = protestLevel({ issuer: acting.office, addressee, states, day: today });
  return level === undefined ? refused<Refusal>({ code: "not-permitted" }) : done({ groundOn: groundOn.value, level });
}

export const discardDraft = onInstrument({
  name: "discard-draft",
  input: z.strictObject({ instrument: id<"instrument">() }),
  of: ofIssuer,
  when: isDrafted,
  reads: (state) => findingsOf(state).map((finding) => streamName("finding", finding)),
  decide: (state, _input, { today }) => {
    const freed = findingsOf(state).map((finding) => takenOut(finding, state.instrument));
    return happens(state, { type: "draft-discarded", data: { on: today } }, freed);
  },
});
