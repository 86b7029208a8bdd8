/** An instrument as JSON: the text that the reader may see, three axes per finding, both sides' clocks. */

import { type InstrumentState, isSent, type SentInstrument } from "../../domain/instruments/instrument.ts";
import { countsOf } from "../../domain/instruments/settled.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { obligationJson } from "./obligation-json.ts";
import { visibleState } from "./visible-state.ts";

export function instrumentJson({ state, version, now, entries, obligations, findings, opened }: InstrumentPage) {
  return {
    asOf: now,
    ...visibleState(state, opened),
    version,
    ...(isSent(state) ? { tracks: tracksJson(state, opened), counts: countsOf(state, state) } : {}),
    items: itemsJson(state, opened),
    entries,
    obligations: obligations.map((obligation) => obligationJson(obligation, entries)),
    findings: [...findings.values()].map((finding) => visibleState(finding, opened)),
  };
}

/** The API calls a remedy `correction`, as the events do (correction-claimed). */
function tracksJson({ tracks }: SentInstrument, opened: Opened) {
  const named: Record<string, object> = {};
  for (const [finding, { remedy, ...axes }] of Object.entries(tracks)) named[finding] = { ...axes, correction: remedy };
  return visibleState(named, opened);
}

/** The counts, such as 17 of 22 verified, stand at each item too. */
function itemsJson(state: InstrumentState, opened: Opened) {
  return state.items.map((item) => ({
    ...visibleState(item, opened),
    ...(isSent(state) ? { counts: countsOf(state, { items: [item] }) } : {}),
  }));
}
