/**
 * A log with the signer's memory in a real S3. The database and the memory can each be reached through a trap door, or
 * directly.
 */

import { parseEnv } from "../../../src/env.ts";
import type { Answer } from "../../../src/service/recording/handle.ts";
import type { Host } from "../../../src/service/host.ts";
import { TryAgain } from "../../../src/service/ports.ts";
import { databaseVariables, makeTestHost, type TestHost, testEnvironment } from "./host.ts";
import type { TestObjects } from "../processes/objects.ts";
import { type Database, freshDatabase } from "../postgres/postgres.ts";
import { beginStory, importFiles, type Story } from "./story.ts";
import { openTrapDoor, through, type TrapDoor } from "../postgres/trap-door.ts";

export interface SignedWorld {
  readonly database: Database;
  readonly postgres: TrapDoor;
  readonly s3: TrapDoor;
  /** The variables of a process behind the doors, and of one that connects directly. */
  readonly behindDoors: NodeJS.ProcessEnv;
  readonly straight: NodeJS.ProcessEnv;
  /** A process that connects directly. */
  readonly whole: TestHost;
  readonly story: Story;
  readonly end: () => Promise<void>;
}

export async function makeSignedWorld(objects: TestObjects): Promise<SignedWorld> {
  const database = await freshDatabase();
  const postgres = await openTrapDoor(Number(new URL(database.appUrl).port));
  const s3 = await openTrapDoor(Number(new URL(objects.place.endpoint).port));
  const straight = { ...(await testEnvironment()), ...objects.variables, ...databaseVariables(database) };
  const behindDoors = {
    ...straight,
    DATABASE_URL: through(database.appUrl, postgres),
    SEALING_DATABASE_URL: through(database.sealerUrl, postgres),
    S3_ENDPOINT: through(objects.place.endpoint, s3),
  };
  const whole = await makeTestHost(database, { env: parseEnv(straight) });
  const story = await beginStory(whole.host);
  const end = async (): Promise<void> => {
    await whole.end();
    await Promise.all([postgres.close(), s3.close()]);
    await database.drop();
  };
  return { database, postgres, s3, behindDoors, straight, whole, story, end };
}

/** Repeats with the same key until there is an answer, as a client must. */
export async function insist(story: Story, { host, key }: { host: Host; key: string }): Promise<Answer> {
  for (;;) {
    try {
      return await importFiles(story, 1, { host, key });
    } catch (fault) {
      if (!(fault instanceof TryAgain) && !String(fault).includes("still-running")) throw fault;
    }
  }
}
