/** The subjects of the time limits on one page, as people of each case call them: the second debtor, the first asset. */

import { type StreamName, streamId, streamKind } from "../../domain/event.ts";
import type { Host } from "../../service/host.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { partNames } from "./subject-name.ts";

/** Returns undefined for a time limit that is about the whole file. */
export type NamedSubject = (file: StreamName, subject: string) => string | undefined;

/** Loads the cases of a page once; their parts have names without any value that is kept off the log. */
export async function subjectsIn(files: readonly StreamName[], host: Host): Promise<NamedSubject> {
  const cases = [...new Set(files.filter((file) => streamKind(file) === "case"))];
  const { states } = await loadStates(() => cases, host);
  const names = new Map(
    cases.flatMap((file) => {
      const state = states.of("case", streamId(file));
      return state === undefined ? [] : [[file, partNames(state)] as const];
    }),
  );
  return (file, subject) =>
    subject === streamId(file) ? undefined : (names.get(file)?.get(subject) ?? "đối tượng khác của hồ sơ");
}
