/**
 * Ends the connections of clients that do not read their answers (Node). Its own timeout of a socket begins anew with each
 * byte that is taken, so a client that takes one now and then would hold its answers for ever.
 */

import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Times are milliseconds. */
interface Bounds {
  /** Between two looks at a socket. */
  readonly lookEvery: number;
  /** What waits must be taken within this time, and a second more for each `pace` bytes of it. */
  readonly patience: number;
  readonly pace: number;
}

/** 512 kbit/s, on a line that may be gone for ten seconds. */
const usual: Bounds = { lookEvery: 2000, patience: 10_000, pace: 65_536 };

interface Waiting {
  /** Bytes that the client has taken. */
  readonly taken: number;
  /** When what waited must have been taken, by the process's clock in milliseconds. */
  readonly until: number;
}

export function endSlowReaders(server: Server, bounds: Bounds = usual): void {
  server.on("connection", (socket) => {
    let waiting: Waiting | undefined;
    const timer = setInterval(() => {
      waiting = lookAt(socket, waiting, bounds);
    }, bounds.lookEvery);
    timer.unref();
    socket.once("close", () => clearInterval(timer));
  });
}

function lookAt(socket: Socket, before: Waiting | undefined, { patience, pace }: Bounds): Waiting | undefined {
  const { writableLength, bytesWritten } = socket;
  if (writableLength === 0) return undefined;
  const taken = bytesWritten - writableLength;
  const now = performance.now();
  if (before === undefined || taken > before.taken)
    return { taken, until: now + patience + (writableLength / pace) * 1000 };
  if (now > before.until) socket.destroy();
  return before;
}
