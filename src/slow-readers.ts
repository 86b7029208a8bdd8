/**
 * Ends the connections of clients that do not read their answers (Node). Its own timeout of a socket begins anew with each
 * byte that is taken, so a client that takes one now and then would hold its answers for ever.
 */

import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Milliseconds between two looks at a socket. */
const lookEvery = 2000;
/** Milliseconds in which what waits must have been taken, and a second more for each so many bytes: 512 kbit/s. */
const patience = 10_000;
const pace = 65_536;

interface Waiting {
  /** Bytes that the client has taken. */
  readonly taken: number;
  /** When what waited must have been taken, by the process's clock in milliseconds. */
  readonly until: number;
}

export function endSlowReaders(server: Server): void {
  server.on("connection", (socket) => {
    let waiting: Waiting | undefined;
    const timer = setInterval(() => {
      waiting = lookAt(socket, waiting);
    }, lookEvery);
    timer.unref();
    socket.once("close", () => clearInterval(timer));
  });
}

function lookAt(socket: Socket, before: Waiting | undefined): Waiting | undefined {
  const { writableLength, bytesWritten } = socket;
  if (writableLength === 0) return undefined;
  const taken = bytesWritten - writableLength;
  const now = performance.now();
  if (before === undefined || taken > before.taken)
    return { taken, until: now + patience + (writableLength / pace) * 1000 };
  if (now > before.until) socket.destroy();
  return before;
}
