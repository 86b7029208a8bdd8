/** A time limit with its reasons (promise 3): rule, article, what started it, which entries prove it, each day passed over. */

import { type Citation, writeCitation } from "../law/sources.ts";
import type { Obligation } from "../law/detection.ts";
import { explain } from "../law/explanation.ts";
import { explanationOf } from "../law/reasons.ts";
import { indexOfAct, type SealedEntry } from "../service/sealed-entries.ts";

export function obligationJson(obligation: Obligation, entries: readonly SealedEntry[]) {
  const { citation, mode: _mode, trigger: _trigger, doubts: _doubts, otherLaw, ...rest } = obligation;
  const explanation = explanationOf(obligation);
  const { startedBy, metBy, excusedBy } = obligation;
  return {
    ...rest,
    citation: bothLanguages(citation),
    ...(otherLaw === undefined ? {} : { otherLaw: { ...otherLaw, citation: bothLanguages(otherLaw.citation) } }),
    entries: {
      startedBy: indexOfAct(entries, startedBy),
      metBy: metBy && indexOfAct(entries, metBy),
      excusedBy: excusedBy && indexOfAct(entries, excusedBy),
    },
    explanation: { vi: explain(explanation, "vi"), en: explain(explanation, "en") },
  };
}

function bothLanguages(citation: Citation): { readonly vi: string; readonly en: string } {
  return { vi: writeCitation(citation, "vi"), en: writeCitation(citation, "en") };
}
