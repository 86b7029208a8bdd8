/**
 * Failures in pairs: each write of a command fails and did not persist, or fails but persisted, by a connection that is cut
 * before the server has the message, or after it answered. Then the client goes on with the same key.
 */

import { DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import type { Answer } from "../../src/service/handle.ts";
import type { Host } from "../../src/service/host.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { checkLog } from "../kit/check-log.ts";
import { makeTestHost, type TestHost, testEnvironment } from "../kit/host.ts";
import { startObjects, type TestObjects } from "../kit/objects.ts";
import { type Database, freshDatabase } from "../kit/postgres.ts";
import { beginStory, importFiles, type Story } from "../kit/story.ts";
import { openTrapDoor, through, type TrapDoor } from "../kit/trap-door.ts";

let objects: TestObjects;
beforeAll(async () => {
  objects = await startObjects();
});
afterAll(async () => objects.close());

/** A log whose database and memory are behind doors, and the same log by the straight way: another process. */
interface World {
  readonly postgres: TrapDoor;
  readonly s3: TrapDoor;
  readonly behindDoors: TestHost;
  readonly straight: TestHost;
  readonly story: Story;
  readonly end: () => Promise<void>;
}

async function makeWorld(sharing: boolean): Promise<World> {
  await forgetMemory();
  const database: Database = await freshDatabase();
  const environment = { ...(await testEnvironment()), ...objects.variables };
  const postgres = await openTrapDoor(Number(new URL(database.appUrl).port));
  const s3 = await openTrapDoor(Number(new URL(objects.place.endpoint).port));
  const straight = await makeTestHost(database.appUrl, { env: parseEnv(environment) });
  const S3_ENDPOINT = through(objects.place.endpoint, s3);
  const behindDoors = await makeTestHost(through(database.appUrl, postgres), {
    sharing,
    env: parseEnv({ ...environment, S3_ENDPOINT }),
  });
  const story = await beginStory(straight.host);
  const end = async (): Promise<void> => {
    await checkLog(straight);
    await Promise.all([behindDoors.end(), straight.end()]);
    await Promise.all([postgres.close(), s3.close()]);
    await database.drop();
  };
  return { postgres, s3, behindDoors, straight, story, end };
}

/** The bucket is another log's after the world before. */
async function forgetMemory(): Promise<void> {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = objects.place;
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
  });
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: "signer/latest" }));
}

/** With the same key until there is an answer, as a client must. */
async function insist(world: World, host: Host, key: string): Promise<Answer> {
  for (;;) {
    try {
      return await importFiles(world.story, 1, { host, key });
    } catch (fault) {
      if (!(fault instanceof TryAgain) && !String(fault).includes("still-running")) throw fault;
    }
  }
}

const events = 5;

interface Failure {
  readonly what: string;
  readonly moment: "before" | "after";
  /** Of the message that is cut. */
  readonly text: string;
  /** answered: the request found out by itself. Else what is said of the recording. */
  readonly told: "answered" | "unknown" | "yes";
}

describe.each([
  ["one sealing for all requests (Node)", true],
  ["each request for itself (workerd)", false],
])("%s", (_, sharing) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(sharing);
    await insist(world, world.behindDoors.host, "before all");
  });
  afterAll(async () => world.end());

  it.each<Failure>([
    { what: "the record failed and did not persist", moment: "before", text: "record_command", told: "unknown" },
    { what: "the record failed but persisted", moment: "after", text: "record_command", told: "unknown" },
    { what: "the head was not locked", moment: "before", text: "for update", told: "answered" },
    { what: "the head was locked, and nobody knew", moment: "after", text: "for update", told: "answered" },
    { what: "the append failed and did not persist", moment: "before", text: "insert into leaf", told: "answered" },
    { what: "the append failed but was carried out", moment: "after", text: "insert into leaf", told: "answered" },
    { what: "the commit of the seal failed and did not persist", moment: "before", text: "commit", told: "answered" },
    { what: "the commit of the seal failed but persisted", moment: "after", text: "commit", told: "answered" },
    { what: "the swap failed and did not persist", moment: "before", text: "PUT /", told: "yes" },
    { what: "the swap failed but persisted", moment: "after", text: "PUT /", told: "yes" },
  ])("$what: what was asked is in the log once, every answer the same bytes", async ({ what, moment, text, told }) => {
    const { size } = await world.straight.host.log.head();
    const traps =
      text === "PUT /"
        ? [world.s3.trap(text, moment), world.s3.trap(text, moment)]
        : [world.postgres.trap(text, moment)];
    const first = importFiles(world.story, 1, { host: world.behindDoors.host, key: what }).then(
      () => "answered",
      (fault: unknown) => (fault instanceof TryAgain ? fault.recorded : fault),
    );
    // The S3 client tries a second time by itself: it is cut twice.
    await Promise.all(traps.map(async (trap) => (await trap).cut()));
    expect(await first).toBe(told);
    const answer = await insist(world, world.behindDoors.host, what);
    expect(answer.status).toBe(201);
    expect((await insist(world, world.straight.host, what)).body).toBe(answer.body);
    expect((await insist(world, world.behindDoors.host, what)).body).toBe(answer.body);
    expect((await world.straight.host.log.head()).size).toBe(size + events);
  });
});
