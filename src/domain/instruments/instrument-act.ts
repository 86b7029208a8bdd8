/**
 * Acts made from the events of an instrument. The law counts from acts, and an act needs an id: the id is made of the
 * instrument's random id and the event's version, so that a reader of the act finds the entry.
 */

import type { Day } from "../../base/day.ts";
import { type ActId, type InstrumentId, parseId } from "../../base/ids.ts";
import type { Act, ActType, DatedDay, Subject } from "../../law/act.ts";

export interface Step {
  /** The version of the event in the instrument's stream. */
  readonly version: number;
  readonly on: DatedDay;
  readonly recordedOn: Day;
}

/**
 * stepActId is 22 digits of the instrument's id (88 random bits), 6 of the version, and 4 of the part where one event is
 * several acts. Version 0 is the ground of the instrument, which is no event.
 */
export function stepActId(instrument: InstrumentId, version: number, part = 0): ActId {
  const act = parseId<ActId>(instrument.slice(0, 22) + digits(version, 6) + digits(part, 4));
  if (act === undefined) throw new RangeError(`no act has version ${version}, part ${part}`);
  return act;
}

/** The types of act that the stream of an instrument can hold. */
export const instrumentActs = [
  "violation-discovered",
  "end-notice-received",
  "procuracy-request-issued",
  "procuracy-request-received",
  "procuracy-request-complied",
  "recommendation-issued",
  "recommendation-received",
  "recommendation-replied",
  "recommendation-complied",
  "protest-issued",
  "protest-received",
  "protest-replied",
  "protest-complied",
  "reconsideration-requested",
  "reconsideration-answered",
  "dispute-reported",
  "binding-answer-given",
  "minister-asked",
  "minister-answered",
  "instrument-withdrawn",
] as const satisfies readonly ActType[];
export type InstrumentAct = (typeof instrumentActs)[number];

interface Shape {
  readonly type: InstrumentAct;
  readonly part?: number;
  /** Absent, the act is about the instrument as a whole. */
  readonly subject?: Subject;
  readonly answers?: readonly ActId[];
  readonly traits?: Readonly<Record<string, string>>;
}

/** stepAct makes a step the act that the law knows. An act whose receipt starts a clock was received on the day of the step. */
export function stepAct(instrument: InstrumentId, step: Step, shape: Shape): Act {
  const { type, part = 0, subject = { kind: "instrument", id: instrument }, answers = [], traits = {} } = shape;
  const days = receivedTypes.has(type) ? { receivedOn: step.on } : { happenedOn: step.on };
  return {
    id: stepActId(instrument, step.version, part),
    type,
    subject,
    answers,
    days,
    traits,
    recordedOn: step.recordedOn,
  };
}

/** The types of act whose day of receipt starts a clock. */
const receivedTypes: ReadonlySet<ActType> = new Set([
  "procuracy-request-received",
  "recommendation-received",
  "protest-received",
  "end-notice-received",
  "reconsideration-requested",
  "dispute-reported",
  "minister-asked",
]);

function digits(number: number, width: number): string {
  return number.toString(16).padStart(width, "0");
}
