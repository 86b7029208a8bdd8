/** The addressee's reply, finding by finding (law 106/2025 Art.113(1), (4)). The last answer to each finding counts. */

import { z } from "zod";
import { refused } from "../../../base/outcome.ts";
import { id } from "../../field.ts";
import type { Refusal } from "../../refusal.ts";
import { actDay, statedDay, typed, typedText } from "../../typed-input.ts";
import { isOverturned } from "../dispute.ts";
import { answers } from "../events.ts";
import type { InstrumentState, ReceivedInstrument } from "../instrument.ts";
import type { Track } from "../item.ts";
import { happens, ofAddressee, onInstrument } from "./on-instrument.ts";
import { refusalAmong } from "./tracked.ts";

const answer = z.strictObject({
  findings: z.array(id<"finding">()).min(1).max(1000),
  answer: z.enum(answers),
  reason: typedText.optional(),
});
type Answer = z.infer<typeof answer>;

export const giveReply = onInstrument({
  name: "give-reply",
  input: z.strictObject({
    instrument: id<"instrument">(),
    repliedOn: statedDay.optional(),
    answers: z.array(answer).min(1).max(100),
  }),
  of: ofAddressee,
  when: isAnswerable,
  some: isStanding,
  decide: (state, input, { today }) => {
    const refusal = refusalOf(state, input.answers);
    if (refusal !== undefined) return refused(refusal);
    const on = actDay(input.repliedOn, { today, notBefore: state.receipt.on.day, at: "/repliedOn" });
    return on.ok
      ? happens(state, { type: "reply-given", data: { repliedOn: on.value, answers: input.answers.map(answered) } })
      : on;
  },
});

/** isAnswerable excludes a protest that was overturned, which is answered no more. */
function isAnswerable(state: InstrumentState): state is ReceivedInstrument {
  return state.status === "received" && !isOverturned(state.dispute);
}

function isStanding({ withdrawn }: Track): boolean {
  return withdrawn === undefined;
}

function answered({ findings, answer: code, reason }: Answer) {
  return { findings, answer: code, reason: typed(reason) };
}

function refusalOf(state: ReceivedInstrument, groups: readonly Answer[]): Refusal | undefined {
  const unreasoned = groups.findIndex((group) => group.answer !== "accepted" && group.reason === undefined);
  if (unreasoned !== -1) return { code: "reason-needed", at: `/answers/${unreasoned}/reason` };
  const all = groups.flatMap((group) => group.findings);
  return refusalAmong(all, state, isStanding);
}
