/**
 * Two law keepers, of two institutions, adopt an edition of the law before any event rests on it. The demonstration begins under
 * edition 1 and goes on under edition 2, so that its log tells which due days moved.
 */

import { adoptEdition, type EditionInput, proposeEdition } from "../../src/domain/editions/commands.ts";
import { editionName } from "../../src/domain/editions/offer.ts";
import { withKnown } from "../../src/service/reading/law-page.ts";
import { emptyCache } from "../../src/assemble.ts";
import { firstEdition } from "../../src/law/edition.ts";
import type { Host } from "../../src/service/host.ts";
import { sealMoved } from "../../src/service/sweeping/superseding.ts";
import type { DemoActors } from "./actors.ts";

export async function adoptRunning(actors: DemoActors): Promise<void> {
  const { host } = actors;
  const input = editionName(host.law.running);
  const complete = (typed: EditionInput): EditionInput => withKnown(typed, host);
  await actors.act("law-keeper", { command: proposeEdition, input, complete });
  await actors.act("second-law-keeper", { command: adoptEdition, input, complete });
  actors.progress(
    `bộ quy tắc số ${input.edition}: đã đề nghị và thông qua · edition ${input.edition} of the law: proposed and adopted`,
  );
}

/** underFirst returns a program under which edition 1 counts. It may only record what happened: the law that it applies is the current one. */
export function underFirst(host: Host): Host {
  return { ...host, cache: emptyCache(), law: { running: firstEdition, known: [firstEdition] } };
}

/** goOnUnderCurrent adopts the edition that this program applies, and seals what it moves in the files recorded so far. */
export async function goOnUnderCurrent(actors: DemoActors, host: Host): Promise<void> {
  actors.goOnWith(host);
  await adoptRunning(actors);
  await sealMoved(host);
}
