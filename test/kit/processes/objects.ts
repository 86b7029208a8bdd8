/**
 * A real S3 for one test: the endpoint that wrangler serves for a local bucket, behind a door that can be shut ("S3
 * gone and back"). Use `place` for the store, `variables` for a worker or a server.
 */

import { createServer, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import type { ObjectPlace } from "../../../src/store/objects.ts";

export interface TestObjects {
  readonly place: ObjectPlace;
  readonly variables: Readonly<Record<string, string>>;
  /** Refuses new connections and cuts open ones until the door is opened again; the objects stay. */
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const credentials = { accessKeyId: "test", secretAccessKey: "test-secret" };

export async function startObjects(): Promise<TestObjects> {
  const bucket = {
    binding: "OBJECTS",
    bucket_name: "minh-chung",
    local_dev: { experimental_s3_credentials: credentials },
  };
  const main = join(import.meta.dirname, "objects-worker.ts");
  const config = { name: "objects", main, compatibility_date: "2026-11-17", r2_buckets: [bucket], send_metrics: false };
  const harness = createTestHarness({ workers: [{ config }] });
  const { url } = await harness.listen();
  const door = makeDoor(Number(url.port));
  const port = await door.open(0);
  const place = {
    endpoint: `http://127.0.0.1:${port}/cdn-cgi/local/r2/s3`,
    region: "auto",
    bucket: "minh-chung",
    ...credentials,
  };
  return {
    place,
    variables: {
      SIGNER_MEMORY: "s3",
      S3_ENDPOINT: place.endpoint,
      S3_BUCKET: place.bucket,
      S3_ACCESS_KEY_ID: place.accessKeyId,
      S3_SECRET_ACCESS_KEY: place.secretAccessKey,
    },
    shut: door.shut,
    open: async () => {
      await door.open(port);
    },
    close: async () => {
      await door.shut();
      await harness.close();
    },
  };
}

interface Door {
  readonly open: (port: number) => Promise<number>;
  readonly shut: () => Promise<void>;
}

function makeDoor(behind: number): Door {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const pass = (socket: Socket): void => {
    const further = connect(behind, "127.0.0.1");
    for (const one of [socket, further]) {
      sockets.add(one);
      one.on("error", () => one.destroy());
      one.on("close", () => {
        sockets.delete(one);
        (one === socket ? further : socket).destroy();
      });
    }
    socket.pipe(further).pipe(socket);
  };
  return {
    open: async (port) => {
      const opening = createServer(pass);
      server = opening;
      await new Promise<void>((resolve, reject) => {
        opening.once("error", reject);
        opening.listen(port, "127.0.0.1", resolve);
      });
      const address = opening.address();
      if (address === null || typeof address === "string") throw new Error("the door has no port");
      return address.port;
    },
    shut: async () => {
      for (const socket of sockets) socket.destroy();
      const shutting = server;
      server = undefined;
      if (shutting !== undefined) await new Promise<void>((resolve) => shutting.close(() => resolve()));
    },
  };
}
