/**
 * What a procurator made of a detection (promise 5): dismissed with a reason, or confirmed; a confirmed one may stand in
 * one instrument at a time. Every assessment of its seriousness is kept; the last counts.
 */

import type { Day } from "../../base/day.ts";
import type { InstrumentId, ItemId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import type { Sealed } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { seriousnesses } from "./events.ts";

type Confirmation = Extract<EventOf<"finding">, { type: "violation-confirmed" }>["data"];
type Dismissal = Extract<EventOf<"finding">, { type: "detection-dismissed" }>["data"];

export type About = Confirmation["about"];
export type Seriousness = (typeof seriousnesses)[number];

interface Assessment {
  readonly seriousness: Seriousness;
  readonly on: Day;
  readonly reason?: Sealed | undefined;
}

type DismissedFinding = Dismissal & { readonly status: "dismissed" };
export type ConfirmedFinding = Confirmation & {
  readonly status: "confirmed";
  readonly assessments: readonly Assessment[];
};
export type TakenFinding = Omit<ConfirmedFinding, "status"> & {
  readonly status: "in-instrument";
  readonly instrument: InstrumentId;
  readonly item: ItemId;
};
export type FindingState = DismissedFinding | ConfirmedFinding | TakenFinding;

/** The key of the obligation that was judged: "<series>/<starting act>/<subject>". */
export function deadlineOf(finding: Pick<Confirmation, "rule" | "startedBy" | "subject">): string {
  return `${finding.rule}/${finding.startedBy}/${finding.subject}`;
}

/** As it was last assessed; undefined: by nobody yet. */
export function seriousnessOf(finding: ConfirmedFinding | TakenFinding): Seriousness | undefined {
  return finding.assessments.at(-1)?.seriousness;
}

export function evolveFinding(state: FindingState | undefined, event: EventOf<"finding">): FindingState {
  switch (event.type) {
    case "violation-confirmed":
      must(state === undefined, event.type, "the detection was judged");
      return { ...event.data, status: "confirmed", assessments: [] };
    case "detection-dismissed":
      must(state === undefined, event.type, "the detection was judged");
      return { ...event.data, status: "dismissed" };
    case "seriousness-assessed":
      return {
        ...confirmed(state, event.type),
        assessments: [...confirmed(state, event.type).assessments, event.data],
      };
    case "finding-put-in":
      if (state?.status !== "confirmed")
        throw new ImpossibleEvent(event.type, `the finding is ${state?.status ?? "not there"}`);
      return { ...state, status: "in-instrument", ...event.data };
    case "finding-taken-out":
      return takenOut(state, event.data.instrument);
  }
}

function takenOut(state: FindingState | undefined, from: InstrumentId): ConfirmedFinding {
  if (state?.status !== "in-instrument" || state.instrument !== from) {
    throw new ImpossibleEvent("finding-taken-out", "the finding is not in that instrument");
  }
  const { instrument: _instrument, item: _item, ...finding } = state;
  return { ...finding, status: "confirmed" };
}

function confirmed(state: FindingState | undefined, type: string): ConfirmedFinding | TakenFinding {
  if (state === undefined || state.status === "dismissed")
    throw new ImpossibleEvent(type, `the finding is ${state?.status ?? "not there"}`);
  return state;
}

function must(holds: boolean, type: string, why: string): void {
  if (!holds) throw new ImpossibleEvent(type, why);
}
