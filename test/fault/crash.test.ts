/**
 * A process is killed with -9 after each of the signer's steps (src/README.md#the-signer-remembers): (1) signed and
 * stored in the sealing transaction, (2) committed, (3) swapped into the memory, (4) answered. Another one goes on with
 * the same key.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formatAnswer } from "../../src/http/answer.ts";
import { openCheckpoint } from "../../src/log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";
import { insist, makeSignedWorld, type SignedWorld } from "../kit/host/signed-world.ts";

let objects: TestObjects;
let world: SignedWorld;
beforeAll(async () => {
  objects = await startObjects();
  world = await makeSignedWorld(objects);
});
afterAll(async () => {
  await world.end();
  await objects.close();
});

function startImporter(key: string, by: "one" | "two"): ChildProcess {
  const program = join(import.meta.dirname, "importer.ts");
  const env = { ...process.env, ...world.behindDoors };
  return spawn(process.execPath, [program, JSON.stringify(world.story), key, by], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Reads the line that the importer prints. */
async function answerOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const bytes of child.stdout ?? []) {
    said += String(bytes);
    if (said.endsWith("\n")) return said.trimEnd();
  }
  throw new Error("it ended without an answer");
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

async function sizes(): Promise<{ sealed: number; remembered: number }> {
  const { host } = world.whole;
  const key = parseVkey(host.key.vkey);
  const note = (await host.memory?.read())?.note;
  if (key === undefined || note === undefined) throw new Error("nothing is remembered");
  const opened = await openCheckpoint(note, ed25519Verifier(key));
  if (!opened.ok) throw new Error(opened.refusal);
  return { sealed: (await host.log.head()).size, remembered: opened.value.size };
}

const events = 5;

it.each([
  {
    step: "signed, not committed",
    by: "two",
    door: "postgres",
    text: "commit\0",
    moment: "before",
    sealed: 0,
    remembered: 0,
  },
  {
    step: "committed and not answered",
    by: "two",
    door: "postgres",
    text: "commit\0",
    moment: "after",
    sealed: events,
    remembered: 0,
  },
  {
    step: "sealed at once and not answered",
    by: "one",
    door: "postgres",
    text: "record_command",
    moment: "after",
    sealed: events,
    remembered: 0,
  },
  {
    step: "committed, not remembered",
    by: "one",
    door: "s3",
    text: "PUT /",
    moment: "before",
    sealed: events,
    remembered: 0,
  },
  {
    step: "remembered, not answered",
    by: "one",
    door: "s3",
    text: "PUT /",
    moment: "after",
    sealed: events,
    remembered: events,
  },
] as const)(
  "a process killed when it had $step leaves nothing that the next one does not seal and remember",
  async ({ step, by, door, text, moment, sealed, remembered }) => {
    const before = await sizes();
    const trapped = world[door].trap(text, moment);
    const child = startImporter(step, by);
    const { cut } = await trapped;
    await kill(child);
    cut();
    expect(await sizes()).toEqual({ sealed: before.sealed + sealed, remembered: before.remembered + remembered });
    const answer = await insist(world.story, { host: world.whole.host, key: step });
    expect(answer).toMatchObject({ status: 201, repeated: true });
    expect(await sizes()).toEqual({ sealed: before.sealed + events, remembered: before.remembered + events });
    await checkLog(world.whole);
  },
);

it("a process killed when it had answered leaves the same answer to the next one", async () => {
  const child = startImporter("answered", "one");
  const answer = await answerOf(child);
  await kill(child);
  const again = await insist(world.story, { host: world.whole.host, key: "answered" });
  expect(again).toMatchObject({ status: 201, repeated: true });
  expect(formatAnswer(again.placement)).toBe(answer);
  await checkLog(world.whole);
});
