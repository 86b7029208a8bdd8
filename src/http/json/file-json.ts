/** A case, intake or register as JSON: each act with its words, its days, their sources, its log index. */

import { actEntry } from "../../law/act.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import type { FilePage, FileState } from "../../service/reading/file-page.ts";
import { indexOfAct } from "../../service/reading/sealed-entries.ts";
import { obligationJson } from "./obligation-json.ts";
import { visibleState } from "./visible-state.ts";

type Page = FilePage<FileState>;

export function fileJson(page: Page) {
  const { state, version, now, entries, opened } = page;
  const { acts, ...rest } = state;
  return {
    asOf: now,
    version,
    ...visibleState(rest, opened),
    acts: acts.map((act) => actJson(act, page)),
    entries,
    crossesTransition: page.obligations.some(({ crossesTransition }) => crossesTransition),
    obligations: obligationsJson(page),
    gone: goneJson(page),
    moved: page.moves,
    findings: page.findings,
  };
}

export function obligationsJson({ obligations, entries }: Pick<Page, "obligations" | "entries">) {
  return obligations.map((obligation) => obligationJson(obligation, entries));
}

/** Breaches that a correction took away: each as it was read before and after, and the entry that corrected. */
export function goneJson({ gone, entries }: Pick<Page, "gone" | "entries">) {
  return gone.map(({ before, after, correction: { act, field, version, correctedOn } }) => ({
    before: obligationJson(before, entries),
    after: after && obligationJson(after, entries),
    correction: { act, field, on: correctedOn, index: entries.find((entry) => entry.version === version)?.index },
  }));
}

/** A sealed act stands in the log at `index`. Before that (chưa niêm phong) it is in no export, proof or count. */
function actJson(act: RecordedAct, { entries, opened }: Page) {
  const { vi, en } = actEntry(act.type);
  const index = indexOfAct(entries, act.id);
  return { ...visibleState(act, opened), words: { vi, en }, sealed: index !== undefined, index };
}
