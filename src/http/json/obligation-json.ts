/** An obligation with its reasons (promise 3): rule, article, starting act, proofs, each day passed over. */

import { absenceOf } from "../../law/detection/absence.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import { explain } from "../../law/telling/sentences.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { type Citation, writeCitation } from "../../law/sources.ts";
import { indexOfAct, type SealedEntry } from "../../service/reading/sealed-entries.ts";

export function obligationJson(obligation: Obligation, entries: readonly SealedEntry[]) {
  const { citation, mode: _mode, trigger, doubts: _doubts, otherLaw, ...rest } = obligation;
  const explanation = explanationOf(obligation);
  const { startedBy, metBy, excusedBy } = obligation;
  return {
    ...rest,
    startSource: trigger.source,
    startRecordedLate: trigger.recordedLate,
    citation: bothLanguages(citation),
    otherLaw: otherLaw && { ...otherLaw, citation: bothLanguages(otherLaw.citation) },
    entries: {
      startedBy: indexOfAct(entries, startedBy),
      metBy: metBy && indexOfAct(entries, metBy),
      excusedBy: excusedBy && indexOfAct(entries, excusedBy),
      absence: absenceJson(obligation, entries),
    },
    explanation: { value: explanation, vi: explain(explanation, "vi"), en: explain(explanation, "en") },
  };
}

/** The two entries between which no act of these types stands, if both are sealed: an unsealed act proves nothing. */
function absenceJson(obligation: Obligation, entries: readonly SealedEntry[]) {
  const absence = absenceOf(obligation);
  if (absence === undefined) return undefined;
  const { of, after, before } = absence;
  const from = after === undefined ? entries.at(0)?.index : indexOfAct(entries, after);
  const to = before === undefined ? entries.at(-1)?.index : indexOfAct(entries, before);
  return from === undefined || to === undefined ? undefined : { of, from, to };
}

function bothLanguages(citation: Citation): { readonly vi: string; readonly en: string } {
  return { vi: writeCitation(citation, "vi"), en: writeCitation(citation, "en") };
}
