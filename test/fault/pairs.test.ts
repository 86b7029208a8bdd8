/**
 * Failures in pairs: each write of a command fails and did not persist, or fails but persisted, by a connection that is
 * cut before the server has the message, or after it answered. Then the client goes on with the same key.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { formatAnswer } from "../../src/http/answer.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { urlsIn, makeTestHost, sealingApart, type TestHost } from "../kit/host/host.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";
import { insist, makeSignedWorld, type SignedWorld } from "../kit/host/signed-world.ts";
import { importFiles } from "../kit/host/story.ts";

let objects: TestObjects;
beforeAll(async () => {
  objects = await startObjects();
});
afterAll(async () => objects.close());

const events = 5;

interface Failure {
  readonly what: string;
  readonly moment: "before" | "after";
  /** A text in the message that is cut. */
  readonly text: string;
  /** answered: the request found out by itself. Else what is said of the recording. */
  readonly told: "answered" | "unknown" | "yes";
  /** The transactions that record and seal: one, or two, as when another process is sealing. */
  readonly by: "one" | "two";
}

describe.each([
  ["one sealing for all requests (Node)", true],
  ["each request for itself (workerd)", false],
])("%s", (_, sharing) => {
  let world: SignedWorld;
  let behindDoors: TestHost;
  beforeAll(async () => {
    world = await makeSignedWorld(objects);
    behindDoors = await makeTestHost(urlsIn(world.behindDoors), { sharing, env: parseEnv(world.behindDoors) });
    await insist(world.story, { host: behindDoors.host, key: "before all" });
  });
  afterAll(async () => {
    await checkLog(world.whole);
    await behindDoors.end();
    await world.end();
  });

  it.each<Failure>([
    {
      what: "sealed at once: it failed and did not persist",
      moment: "before",
      text: "record_command",
      told: "unknown",
      by: "one",
    },
    {
      what: "sealed at once: it failed but persisted",
      moment: "after",
      text: "record_command",
      told: "unknown",
      by: "one",
    },
    {
      what: "the record failed and did not persist",
      moment: "before",
      text: "record_command",
      told: "unknown",
      by: "two",
    },
    { what: "the record failed but persisted", moment: "after", text: "record_command", told: "unknown", by: "two" },
    { what: "the head was not locked", moment: "before", text: "lock_head", told: "answered", by: "two" },
    { what: "the head was locked, and nobody knew", moment: "after", text: "lock_head", told: "answered", by: "two" },
    {
      what: "the append failed and did not persist",
      moment: "before",
      text: "append_batch",
      told: "answered",
      by: "two",
    },
    {
      what: "the append failed but was carried out",
      moment: "after",
      text: "append_batch",
      told: "answered",
      by: "two",
    },
    {
      what: "the commit of the seal failed and did not persist",
      moment: "before",
      text: "commit\0",
      told: "answered",
      by: "two",
    },
    {
      what: "the commit of the seal failed but persisted",
      moment: "after",
      text: "commit\0",
      told: "answered",
      by: "two",
    },
    { what: "the swap failed and did not persist", moment: "before", text: "PUT /", told: "yes", by: "one" },
    { what: "the swap failed but persisted", moment: "after", text: "PUT /", told: "yes", by: "one" },
  ])(
    "$what: the command is in the log once, and every answer has the same bytes",
    async ({ what, moment, text, told, by }) => {
      const { story, whole, postgres, s3 } = world;
      const host = by === "one" ? behindDoors.host : sealingApart(behindDoors.host);
      const { size } = await whole.host.log.head();
      const traps = text === "PUT /" ? [s3.trap(text, moment), s3.trap(text, moment)] : [postgres.trap(text, moment)];
      const first = importFiles(story, 1, { host, key: what }).then(
        () => "answered",
        (fault: unknown) => (fault instanceof TryAgain ? fault.recorded : fault),
      );
      // The S3 client tries a second time by itself: it is cut twice.
      await Promise.all(traps.map(async (trap) => (await trap).cut()));
      expect(await first).toBe(told);
      const answer = await insist(story, { host, key: what });
      expect(answer.status).toBe(201);
      for (const each of [whole.host, behindDoors.host]) {
        const again = await insist(story, { host: each, key: what });
        expect(formatAnswer(again.placement)).toBe(formatAnswer(answer.placement));
      }
      expect((await whole.host.log.head()).size).toBe(size + events);
    },
  );
});
