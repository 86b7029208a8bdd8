/**
 * The single command that the bench measures: it records an act on the next of the files, in turn, which changes that
 * file's deadlines.
 */

import type { CaseId } from "../../src/base/ids.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { recordAct } from "../../src/domain/files/commands.ts";
import { handle } from "../../src/service/recording/handle.ts";
import { officer, type World } from "./world.ts";

interface ActBody extends Record<string, Json> {
  readonly on: { readonly case: CaseId };
}

/** actBodies returns a source of bodies for POST /v1/acts, one file after the other, without end. */
export function actBodies({ targets, today }: Pick<World, "targets" | "today">): () => ActBody {
  let next = 0;
  return () => {
    const target = targets[next++ % targets.length];
    if (target === undefined) throw new Error("there are no files to act on");
    return {
      on: { case: target.on },
      type: "conditions-verified",
      subject: { kind: "party", id: target.debtor },
      days: { happenedOn: { day: today, source: "document" } },
    };
  };
}

/** recorder returns a function that records the next act, seals it and waits for its receipt. */
export function recorder(world: World): () => Promise<void> {
  const nextBody = actBodies(world);
  const run = crypto.randomUUID();
  let count = 0;
  return async () => {
    const body = nextBody();
    const input = recordAct.input.parse(body);
    const ask = { identity: officer, command: recordAct, input, key: `${run}-${count++}`, body: canonicalJson(body) };
    const answer = await handle(ask, world.host);
    if (!answer.ok) throw new Error(`an act was refused: ${JSON.stringify(answer.refusal)}`);
  };
}
