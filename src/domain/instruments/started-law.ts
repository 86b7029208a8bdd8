/** The rule that a step of an instrument starts, with its due day: what the event then says of the law (promise 3). */

import type { Day } from "../../base/day.ts";
import { deadlines } from "../../law/detection.ts";
import type { AppliedLaw } from "../command.ts";
import type { EventOf } from "../events.ts";
import { instrumentFile } from "./clocks.ts";
import { evolveInstrument, type InstrumentState } from "./instrument.ts";

/** The first clock that this event starts; undefined: none, or the law states no limit. The event holds no secret. */
export function startedLaw(state: InstrumentState, event: EventOf<"instrument">, today: Day): AppliedLaw | undefined {
  const before = new Set(keysOf(state));
  const after = evolveInstrument(state, event, { recordedOn: today });
  const started = deadlines(instrumentFile(after)).find(({ key }) => !before.has(key));
  if (started === undefined) return undefined;
  const { rule, version, dueOn } = started;
  return { rule, version, ...(dueOn === undefined ? {} : { due: dueOn }) };
}

function keysOf(state: InstrumentState): readonly string[] {
  return deadlines(instrumentFile(state)).map(({ key }) => key);
}
