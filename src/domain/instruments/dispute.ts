/**
 * The dispute over a protest (law 106/2025 Art.113(2), law 26/2008 Art.161(2)): the agency asks the procuracy to
 * reconsider; if the procuracy maintains it, the agency may report to the authority above, whose answer binds.
 */

import type { OfficeId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { Step } from "./step.ts";

interface Reconsidered {
  readonly requested?: Step | undefined;
  readonly answered?: Step | undefined;
}

export type Dispute =
  | { readonly stage: "none" }
  | { readonly stage: "requested"; readonly requested: Step }
  | {
      readonly stage: "answered";
      readonly requested: Step;
      readonly answered: Step;
      readonly outcome: "maintained" | "withdrawn";
    }
  | (Reconsidered & { readonly stage: "reported"; readonly reported: Step; readonly to: OfficeId })
  | (Reconsidered & {
      readonly stage: "bound";
      readonly reported: Step;
      readonly to: OfficeId;
      readonly bound: Step;
      /** upheld: the protest stands; overturned: it does not. */
      readonly outcome: "upheld" | "overturned";
    });

type DisputeEvent = Extract<
  EventOf<"instrument">,
  { type: "reconsideration-requested" | "reconsideration-answered" | "dispute-reported" | "binding-answer-given" }
>;

/** When the addressee asked for reconsideration; undefined: never, as under the law of 2008, which knew none. */
export function requestOf(dispute: Dispute): Step | undefined {
  return dispute.stage === "none" ? undefined : dispute.requested;
}

/** The protest was found not to stand: its findings are decided for good. */
export function isOverturned(dispute: Dispute): boolean {
  return dispute.stage === "bound" && dispute.outcome === "overturned";
}

export function evolveDispute(dispute: Dispute, event: DisputeEvent, step: Omit<Step, "on">): Dispute {
  switch (event.type) {
    case "reconsideration-requested":
      if (dispute.stage !== "none") throw new ImpossibleEvent(event.type, `the dispute is ${dispute.stage}`);
      return { stage: "requested", requested: { ...step, on: event.data.requestedOn } };
    case "reconsideration-answered":
      if (dispute.stage !== "requested") throw new ImpossibleEvent(event.type, "nothing was requested");
      return {
        ...dispute,
        stage: "answered",
        answered: { ...step, on: event.data.answeredOn },
        outcome: event.data.outcome,
      };
    case "dispute-reported":
      return reported(dispute, { ...step, on: event.data.reportedOn }, event.data.to);
    case "binding-answer-given":
      if (dispute.stage !== "reported") throw new ImpossibleEvent(event.type, "nothing was reported");
      return { ...dispute, stage: "bound", bound: { ...step, on: event.data.answeredOn }, outcome: event.data.outcome };
  }
}

function reported(dispute: Dispute, step: Step, to: OfficeId): Dispute {
  if (dispute.stage === "none") return { stage: "reported", reported: step, to };
  if (dispute.stage !== "answered") throw new ImpossibleEvent("dispute-reported", `the dispute is ${dispute.stage}`);
  const { requested, answered } = dispute;
  return { stage: "reported", requested, answered, reported: step, to };
}
