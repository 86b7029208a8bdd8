/**
 * Two law keepers, of two institutions, adopt the edition of the law that this program applies, before any event rests
 * on it.
 */

import { adoptEdition, type EditionInput, proposeEdition } from "../../src/domain/editions/commands.ts";
import { editionName } from "../../src/domain/editions/offer.ts";
import { withKnown } from "../../src/service/reading/law-page.ts";
import type { DemoActors } from "./actors.ts";

export async function adoptRunning(actors: DemoActors): Promise<void> {
  const { host } = actors;
  const input = editionName(host.law.running);
  const complete = (typed: EditionInput): EditionInput => withKnown(typed, host);
  await actors.act("law-keeper", { command: proposeEdition, input, complete });
  await actors.act("second-law-keeper", { command: adoptEdition, input, complete });
  actors.progress(
    `ấn bản pháp luật ${input.edition}: đã đề nghị và thông qua · edition ${input.edition} of the law: proposed and adopted`,
  );
}
