/**
 * A step of an instrument: an event of its stream as an act with a day. The law counts from acts, and an act needs an id:
 * it is made of the instrument's random id and the event's version, so that whoever reads it finds the entry.
 */

import type { Day } from "../../base/day.ts";
import { type ActId, type InstrumentId, parseId } from "../../base/ids.ts";
import type { DatedDay } from "../../law/act.ts";

export interface Step {
  /** The version of the event in the instrument's stream. */
  readonly version: number;
  readonly on: DatedDay;
  readonly recordedOn: Day;
}

/** 24 digits of the instrument (96 random bits), 8 digits of the version; version 0 is the ground, which is no event. */
export function stepActId(instrument: InstrumentId, version: number): ActId {
  const act = parseId<ActId>(instrument.slice(0, 24) + version.toString(16).padStart(8, "0"));
  if (act === undefined) throw new RangeError(`no act has version ${version}`);
  return act;
}
