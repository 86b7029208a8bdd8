/** A correction (đính chính): a new entry points at the wrong one and says the field, what stood there, what is right, and why. */

import { z } from "zod";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { actEntry } from "../../law/act.ts";
import { subjectKinds } from "../../law/act-entry.ts";
import type { Context, Decision, NewEvent } from "../command.ts";
import type { EventOf } from "../events.ts";
import { id } from "../field.ts";
import type { IntakeState } from "./intake.ts";
import type { Refusal } from "../refusal.ts";
import { type Draft, reference } from "../secret.ts";
import { typedText } from "../typed-input.ts";
import { impossibility } from "./acts.ts";
import { datedDay, dayFields, traits } from "./events.ts";
import { onFile, isKnown, type ActFile, actFileRef, actFileOf, unknownFile } from "./act-file.ts";
import { type Change, changed, type RecordedAct } from "./recorded.ts";
import { correctorRefusal } from "./who-records.ts";

const which = { on: actFileRef, act: id<"act">(), reason: typedText };

/** after: what is right. A day that is left out is taken away from the act. */
export const correctionInput = z.discriminatedUnion("field", [
  z.strictObject({ ...which, field: dayFields, after: z.exactOptional(datedDay) }),
  z.strictObject({
    ...which,
    field: z.literal("subject"),
    after: z.strictObject({ kind: z.enum(subjectKinds), id: id<string>() }),
  }),
  z.strictObject({ ...which, field: z.literal("answers"), after: z.array(id<"act">()).max(100) }),
  z.strictObject({ ...which, field: z.literal("traits"), after: traits }),
]);
export type CorrectionInput = z.infer<typeof correctionInput>;
type CorrectionDraft = Draft<Extract<EventOf<"case">, { type: "act-corrected" }>["data"]>;

export function decideCorrection(input: CorrectionInput, context: Context): Outcome<Decision, Refusal> {
  const file = actFileOf(input.on, context.states);
  if (file === undefined) return refused(unknownFile(input.on));
  if (file.kind === "intake" && file.state.decisions.some((each) => each.act === input.act))
    return correctDecided(input, file.state, correctorRefusal(agencyAct, file, context));
  const act = file.state.acts.find((each) => each.id === input.act);
  if (act === undefined) return refused({ code: "unknown-act", at: "/act" });
  const change = changeOf(input, act);
  const refusal = correctorRefusal(act, file, context) ?? changeRefusal(change, act, { file, context });
  if (refusal !== undefined) return refused(refusal);
  const data = { act: act.id, ...change, reason: reference(input.reason) };
  return done({ events: [onFile(file, { type: "act-corrected", data }), ...followed(file, data)] });
}

function changeOf(input: CorrectionInput, act: RecordedAct): Change {
  switch (input.field) {
    case "subject":
      return { field: input.field, before: act.subject, after: input.after };
    case "answers":
      return { field: input.field, before: [...act.answers], after: input.after };
    case "traits":
      return { field: input.field, before: act.traits, after: input.after };
    default: {
      const { field, after } = input;
      const before = act.days[field];
      return { field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    }
  }
}

interface Around {
  readonly file: ActFile;
  readonly context: Context;
}

function changeRefusal(change: Change, act: RecordedAct, { file, context }: Around): Refusal | undefined {
  if (same(change.before, change.after)) return { code: "nothing-to-change", at: "/after" };
  if (change.field === "subject" && (actEntry(act.type).makes === true || !isKnown(change.after, file)))
    return { code: "unknown-subject", at: "/after" };
  if (change.field === "answers" && change.after.includes(act.id)) return { code: "unknown-act", at: "/after" };
  if (isOpening(act, file)) {
    const fixed = openingRefusal(change);
    if (fixed !== undefined) return fixed;
  }
  const fault = impossibility(changed(act, change), file, context);
  return fault && { ...fault, at: "/after" };
}

/** isOpening finds the decision that opened the case. What it decides cannot change, and what it answers stands in the intake. */
function isOpening(act: RecordedAct, { kind, state }: ActFile): boolean {
  return kind === "case" && act.id === state.acts[0]?.id;
}

function openingRefusal(change: Change): Refusal | undefined {
  if (change.field === "answers") return { code: "unknown-act", at: "/on/case" };
  if (change.field !== "traits") return undefined;
  return Object.entries(change.after).some(([name, value]) => name === "decision" && value === "enforcement")
    ? undefined
    : { code: "trait-not-taken", at: "/after" };
}

/** An act that every agency records on its own side, like the decision that opens a case. */
export const agencyAct = { type: "decision-issued", traits: {} } as const;

/** correctDecided corrects, in the intake, what a decision answers; everything else of it is corrected in the case that it opened. */
function correctDecided(
  input: CorrectionInput,
  intake: IntakeState,
  denied: Refusal | undefined,
): Outcome<Decision, Refusal> {
  const decision = intake.decisions.find((each) => each.act === input.act);
  if (decision === undefined || input.field !== "answers") return refused({ code: "unknown-act", at: "/on/intake" });
  if (denied !== undefined) return refused(denied);
  const { act, answers } = decision;
  if (same(answers, input.after)) return refused({ code: "nothing-to-change", at: "/after" });
  if (!input.after.every((answer) => intake.acts.some((each) => each.id === answer)))
    return refused({ code: "unknown-act", at: "/after" });
  const data = { act, field: input.field, before: answers, after: input.after, reason: reference(input.reason) };
  return done({ events: [{ kind: "intake", id: intake.id, event: { type: "act-corrected", data } }] });
}

/** followed corrects the day of the opening decision in the intake too, where that day fulfils what the intake owes. */
function followed({ kind, state }: ActFile, data: CorrectionDraft): readonly NewEvent[] {
  return kind === "case" && data.field === "happenedOn" && state.acts[0]?.id === data.act
    ? [{ kind: "intake", id: state.intake, event: { type: "act-corrected", data } }]
    : [];
}

function same(before: object | undefined, after: object | undefined): boolean {
  const [was, is] = [Object.entries(before ?? {}), new Map(Object.entries(after ?? {}))];
  return was.length === is.size && was.every(([name, value]) => is.get(name) === value);
}
