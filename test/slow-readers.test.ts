/** A client that does not take its answer loses its connection; one that takes it slowly, but in time, gets all of it. */

import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSlowReaders } from "../src/slow-readers.ts";

const size = 8 * 1024 * 1024;
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.end(Buffer.alloc(size)));
  // Eight megabytes get 200 ms and four seconds.
  endSlowReaders(server, { lookEvery: 50, patience: 200, pace: 2 * 1024 * 1024 });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
  return socket;
}

/** The number of connections that the server holds. */
async function held(): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
}

async function ended(): Promise<number> {
  const began = performance.now();
  while ((await held()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return performance.now() - began;
}

test("a client that takes nothing is cut off, after the time that its answer earns", async () => {
  const socket = ask().pause();
  await new Promise((resolve) => socket.once("connect", resolve));
  const waited = await ended();
  expect(waited).toBeGreaterThan(1000);
  expect(waited).toBeLessThan(15_000);
});

test("a client that takes a little now and then is cut off too", async () => {
  const socket = ask().pause();
  const timer = setInterval(() => socket.read(1), 10);
  await new Promise((resolve) => socket.once("connect", resolve));
  expect(await ended()).toBeLessThan(15_000);
  clearInterval(timer);
});

test("a client that takes its answer in pieces, in time, gets all of it and keeps its connection", async () => {
  const socket = ask();
  let got = 0;
  await new Promise<void>((whole) =>
    socket.on("data", (chunk: Buffer) => {
      got += chunk.length;
      if (got >= size) return whole();
      socket.pause();
      setTimeout(() => socket.resume(), 1);
    }),
  );
  expect([got >= size, await held()]).toEqual([true, 1]);
  socket.destroy();
});
