/**
 * The dispute over a protest (law 106/2025 Art.113(2), (3), law 26/2008 Art.161(2), (3)): the agency asks the procuracy to
 * reconsider; if the procuracy maintains it, the agency may report to the authority above, whose answer binds. Where that
 * overturns the protest, the chief of the Supreme Procuracy may ask the Minister, whose answer is the last.
 */

import type { OfficeId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { Step } from "./instrument-act.ts";

interface Reconsidered {
  readonly requested?: Step | undefined;
  readonly answered?: Step | undefined;
}

/** upheld: the protest stands; overturned: it does not. */
type Ruling = "upheld" | "overturned";

interface Bound extends Reconsidered {
  readonly reported: Step;
  readonly to: OfficeId;
  readonly bound: Step;
  readonly outcome: Ruling;
}

interface Asked {
  readonly asked: Step;
  readonly by: OfficeId;
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
  | (Bound & { readonly stage: "bound" })
  | (Bound & { readonly stage: "minister-asked"; readonly minister: Asked })
  | (Bound & {
      readonly stage: "minister-answered";
      readonly minister: Asked & { readonly answered: Step; readonly outcome: Ruling };
    });

type DisputeEvent = Extract<
  EventOf<"instrument">,
  {
    type:
      | "reconsideration-requested"
      | "reconsideration-answered"
      | "dispute-reported"
      | "binding-answer-given"
      | "minister-asked"
      | "minister-answered";
  }
>;

/** arbiterOf returns the authority that the dispute was reported to, whose answer binds both sides. */
export function arbiterOf(dispute: Dispute): OfficeId | undefined {
  return "to" in dispute ? dispute.to : undefined;
}

/** requestOf returns the addressee's request for reconsideration; undefined without one, as under the law of 2008, which knew none. */
export function requestOf(dispute: Dispute): Step | undefined {
  return dispute.stage === "none" ? undefined : dispute.requested;
}

/** upholdingStep returns the answer by which the protest stands and is to be carried out; undefined when there is none. */
export function upholdingStep(dispute: Dispute): Step | undefined {
  if (dispute.stage === "bound" && dispute.outcome === "upheld") return dispute.bound;
  return dispute.stage === "minister-answered" && dispute.minister.outcome === "upheld"
    ? dispute.minister.answered
    : undefined;
}

/** isOverturned is true when a protest was found not to stand. Then its findings are decided for good, unless the Minister is asked. */
export function isOverturned(dispute: Dispute): boolean {
  if (dispute.stage === "minister-answered") return dispute.minister.outcome === "overturned";
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
    case "minister-asked": {
      if (dispute.stage !== "bound") throw new ImpossibleEvent(event.type, "no answer binds");
      const { askedOn, by } = event.data;
      return { ...dispute, stage: "minister-asked", minister: { asked: { ...step, on: askedOn }, by } };
    }
    case "minister-answered": {
      if (dispute.stage !== "minister-asked") throw new ImpossibleEvent(event.type, "the Minister was not asked");
      const { answeredOn, outcome } = event.data;
      const minister = { ...dispute.minister, answered: { ...step, on: answeredOn }, outcome };
      return { ...dispute, stage: "minister-answered", minister };
    }
  }
}

function reported(dispute: Dispute, step: Step, to: OfficeId): Dispute {
  if (dispute.stage === "none") return { stage: "reported", reported: step, to };
  if (dispute.stage !== "answered") throw new ImpossibleEvent("dispute-reported", `the dispute is ${dispute.stage}`);
  const { requested, answered } = dispute;
  return { stage: "reported", requested, answered, reported: step, to };
}
