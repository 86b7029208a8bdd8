/** Opening an intake for a judgment or a request that came in, with the acts by which it came. */

import type { IntakeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { type ActDraft, judgeAct } from "./acts.ts";
import type { IntakeInput } from "./input.ts";
import { actRecorded } from "./recording-act.ts";
import type { Context, NewEvent } from "../command.ts";
import { agencyKinds, isOpen } from "../offices/office.ts";
import type { Refusal } from "../refusal.ts";
import { reference } from "../secret.ts";
import type { IntakeState } from "./intake.ts";

export interface OpenedIntake {
  readonly events: readonly NewEvent[];
  readonly intake: IntakeId;
  readonly acts: readonly ActDraft[];
}

export function decideIntake(input: IntakeInput, context: Context): Outcome<OpenedIntake, Refusal> {
  const refusal = officeRefusal(input, context);
  if (refusal !== undefined) return refused(refusal);
  if (input.openedOn > context.today) return refused({ code: "day-in-future", at: "/openedOn" });
  const { acts: inputs, judgment, ...rest } = input;
  const opened = { intake: context.newId<IntakeId>(), ...rest };
  const acts: ActDraft[] = [];
  for (const [i, each] of inputs.entries()) {
    const act = judgeAct(each, { kind: "intake", state: emptyIntake(opened) }, context);
    if (!act.ok) return refused({ ...act.refusal, at: `/acts/${i}${act.refusal.at ?? ""}` });
    acts.push(act.value);
  }
  const data = { ...opened, ...(judgment === undefined ? {} : { judgment: reference(judgment) }) };
  const events = acts.map((act) => actRecorded({ kind: "intake", state: emptyIntake(opened) }, act));
  return done({
    intake: opened.intake,
    acts,
    events: [{ kind: "intake", id: opened.intake, event: { type: "intake-opened", data } }, ...events],
  });
}

function officeRefusal({ agency, court, openedOn }: IntakeInput, { states }: Context): Refusal | undefined {
  const office = states.of("office", agency);
  if (office === undefined) return { code: "unknown-office", at: "/agency" };
  if (!agencyKinds.includes(office.kind)) return { code: "wrong-addressee", at: "/agency" };
  if (!isOpen(office, openedOn)) return { code: "office-closed", at: "/agency" };
  if (court === undefined) return undefined;
  const from = states.of("office", court);
  if (from === undefined) return { code: "unknown-office", at: "/court" };
  return from.kind === "court" ? undefined : { code: "wrong-addressee", at: "/court" };
}

function emptyIntake({
  intake,
  ...rest
}: Omit<IntakeInput, "acts" | "judgment"> & { readonly intake: IntakeId }): IntakeState {
  return { id: intake, ...rest, acts: [], corrections: [], decisions: [], version: 1 };
}
