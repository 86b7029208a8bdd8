/** The addresses of the list of instruments: all of them, or one's own that wait for a step. */

import type { InstrumentStep } from "../../service/views.ts";
import { withQuery } from "./pager.tsx";

export const instrumentsPath = "/console/instruments";

export function stepPath(step: InstrumentStep): string {
  return withQuery(instrumentsPath, { step });
}
