/** The law that an event of an instrument records: the rule whose clock it starts, with the due day (promise 3). */

import type { Day } from "../../base/day.ts";
import { deadlines } from "../../law/detection/detection.ts";
import { currentEdition, type Edition } from "../../law/edition.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { type AppliedLaw, appliedBy } from "../applied-law.ts";
import type { EventOf } from "../events.ts";
import { instrumentFile } from "./clocks.ts";
import { evolveInstrument, type InstrumentState } from "./instrument.ts";

/** startedLaw explains the first clock that the event starts; undefined when it starts none. The event must hold no Secret, because it is folded here. */
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
