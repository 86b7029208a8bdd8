/** A time limit with its reasons (promise 3): rule, article, what started it, which entries prove it, each day passed over. */

import { writeCitation } from "../law/sources.ts";
import type { Obligation } from "../law/detection.ts";
import { explain } from "../law/explanation.ts";
import { indexOfAct, type SealedEntry } from "../service/sealed-entries.ts";

export function obligationJson(obligation: Obligation, entries: readonly SealedEntry[]) {
  const { citation, explanation, mode: _mode, ...rest } = obligation;
  const { startedBy, metBy, excusedBy } = obligation;
  return {
    ...rest,
    citation: { vi: writeCitation(citation, "vi"), en: writeCitation(citation, "en") },
    entries: {
      startedBy: indexOfAct(entries, startedBy),
      metBy: metBy && indexOfAct(entries, metBy),
      excusedBy: excusedBy && indexOfAct(entries, excusedBy),
    },
    explanation: { vi: explain(explanation, "vi"), en: explain(explanation, "en") },
  };
}
