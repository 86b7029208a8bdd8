/** `law impact` counts sealed events. One that waits for its seal is in no count, and no fault. */

import { expect, it } from "vitest";
import { policiesOf } from "../../../src/law/detection/crossing-clocks.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import { ed25519Verifier, parseVkey } from "../../../src/log/note.ts";
import { checkedLog, crossingImpact } from "../../../src/service/auditing/crossing-impact.ts";
import { readEvidence } from "../../../src/store/evidence.ts";
import { checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, sealingApart, type TestHost } from "../../kit/host/host.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";
import { beginStory, importFiles } from "../../kit/host/story.ts";
import { day } from "../../kit/host/stage.ts";

/** Returns the size of the log, and the faults in it. */
async function impactOf({ keys, database }: TestHost) {
  const key = parseVkey(keys.key.vkey);
  if (key === undefined) throw new Error("the key of the test's log does not parse");
  return readEvidence(database, keys.cipher, async (evidence) => {
    const log = await checkedLog(evidence, ed25519Verifier(key));
    if (!log.ok) throw new Error(log.refusal.code);
    const { size } = log.value.checkpoint;
    const asking = { size, policies: policiesOf(currentEdition), today: day("2026-11-24"), see: () => undefined };
    return { size, faults: await crossingImpact(evidence, asking) };
  });
}

it("an import that is recorded and not sealed yet is left out, and is there when it is sealed", async () => {
  const database = await freshDatabase();
  const whole = await makeTestHost(database);
  const story = await beginStory(whole.host);
  const { size } = await whole.host.log.head();
  const seal = async (): Promise<never> => Promise.reject(new Error("nobody seals"));
  await expect(importFiles(story, 2, { host: { ...sealingApart(whole.host), seal }, key: "first" })).rejects.toThrow(
    "nobody seals",
  );
  expect(await impactOf(whole)).toEqual({ size, faults: [] });
  const left = await waiting(whole);
  expect(left.length).toBeGreaterThan(0);
  await whole.host.seal(left);
  expect(await impactOf(whole)).toEqual({ size: size + left.length, faults: [] });
  await checkLog(whole);
  await whole.end();
  await database.drop();
});

async function waiting({ database, keys }: TestHost): Promise<readonly bigint[]> {
  return readEvidence(database, keys.cipher, async (evidence) => [...(await evidence.waiting())]);
}
