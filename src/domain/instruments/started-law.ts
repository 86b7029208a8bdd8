/** The rule that a step of an instrument starts, with its due day: what the event then says of the law (promise 3). */

import type { Day } from "../../base/day.ts";
import { deadlines } from "../../law/detection/detection.ts";
import { currentEdition, type Edition } from "../../law/edition.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { type AppliedLaw, appliedBy } from "../applied-law.ts";
import type { EventOf } from "../events.ts";
import { instrumentFile } from "./clocks.ts";
import { evolveInstrument, type InstrumentState } from "./instrument.ts";

/** The first clock that this event starts; undefined: none, or the law states no limit. The event holds no secret. */
export function startedLaw(
  state: InstrumentState,
  event: EventOf<"instrument">,
  { today, edition = currentEdition }: { readonly today: Day; readonly edition?: Edition },
): AppliedLaw | undefined {
  const before = new Set(deadlines(instrumentFile(state), edition).map(({ key }) => key));
  const after = evolveInstrument(state, event, { recordedOn: today });
  const started = deadlines(instrumentFile(after), edition).find(({ key }) => !before.has(key));
  return started && appliedBy(explanationOf(started, edition));
}
