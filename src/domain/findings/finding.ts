/**
 * A finding is what a procurator made of a detection (promise 5): dismissed with a reason, or confirmed. A confirmed finding
 * can stand in one instrument at a time, or be merged into another one of the same file. Every assessment of its
 * seriousness is kept, and the last one counts.
 */

import type { Day } from "../../base/day.ts";
import type { FindingId, InstrumentId, ItemId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import type { CommittedField } from "../field.ts";
import { ImpossibleEvent, must } from "../impossible.ts";
import type { seriousnesses } from "./events.ts";

type Confirmation = Extract<EventOf<"finding">, { type: "violation-confirmed" }>["data"];
type Dismissal = Extract<EventOf<"finding">, { type: "detection-dismissed" }>["data"];

export type Seriousness = (typeof seriousnesses)[number];

interface Assessment {
  readonly seriousness: Seriousness;
  readonly on: Day;
  readonly reason?: CommittedField | undefined;
}

type DismissedFinding = Dismissal & { readonly status: "dismissed" };
export type ConfirmedFinding = Confirmation & {
  readonly status: "confirmed";
  readonly assessments: readonly Assessment[];
  /** The findings that were merged into this one. */
  readonly merged: readonly FindingId[];
};
type MergedFinding = Omit<ConfirmedFinding, "status"> & { readonly status: "merged"; readonly into: FindingId };
export type TakenFinding = Omit<ConfirmedFinding, "status"> & {
  readonly status: "in-instrument";
  readonly instrument: InstrumentId;
  readonly item: ItemId;
};
export type FindingState = DismissedFinding | ConfirmedFinding | MergedFinding | TakenFinding;

/** deadlineKeyOf returns the key of the deadline that was judged: "<series>/<starting act>/<subject>". */
export function deadlineKeyOf({ rule, startedBy, subject }: Record<"rule" | "startedBy" | "subject", string>): string {
  return `${rule}/${startedBy}/${subject}`;
}

/** seriousnessOf returns the last assessment; undefined when there is none yet. */
export function seriousnessOf(finding: Pick<ConfirmedFinding, "assessments">): Seriousness | undefined {
  return finding.assessments.at(-1)?.seriousness;
}

export function evolveFinding(state: FindingState | undefined, event: EventOf<"finding">): FindingState {
  switch (event.type) {
    case "violation-confirmed":
      must(state === undefined, event.type, "the detection was judged");
      return { ...event.data, status: "confirmed", assessments: [], merged: [] };
    case "detection-dismissed":
      must(state === undefined, event.type, "the detection was judged");
      return { ...event.data, status: "dismissed" };
    case "seriousness-assessed": {
      const standing = standingFinding(state, event.type);
      return { ...standing, assessments: [...standing.assessments, event.data] };
    }
    case "finding-merged":
      return { ...confirmed(state, event.type), status: "merged", into: event.data.into };
    case "findings-merged-in": {
      const into = confirmed(state, event.type);
      return { ...into, merged: [...into.merged, ...event.data.findings] };
    }
    case "finding-put-in":
      return { ...confirmed(state, event.type), status: "in-instrument", ...event.data };
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

function standingFinding(state: FindingState | undefined, type: string): ConfirmedFinding | TakenFinding {
  return state?.status === "in-instrument" ? state : confirmed(state, type);
}

function confirmed(state: FindingState | undefined, type: string): ConfirmedFinding {
  if (state?.status !== "confirmed") throw new ImpossibleEvent(type, `the finding is ${state?.status ?? "not there"}`);
  return state;
}
