/**
 * TCP ports of 127.0.0.1. A port that was free may be taken a moment later, so a caller that cannot bind it must try
 * again.
 */

import { createServer } from "node:net";
import { UserError } from "../shared/user-error.ts";

/** readPort parses the port that the environment names. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UserError(`PORT=${text} không phải là số cổng, viết 0 đến 65535 · is not a port: write 0 to 65535`);
}

/** freePort returns the first free port among the hundred from `first` on; for 0 any free port. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port <= Math.min(first + 99, 65_535); port++) {
    const bound = await tryPort(port);
    if (bound !== undefined) return bound;
  }
  throw new UserError(
    `127.0.0.1 không còn cổng trống từ ${first} đến ${first + 99}, hãy tắt bớt chương trình · no free port between ${first} and ${first + 99} on 127.0.0.1: end a program that listens there`,
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EADDRINUSE" || fault.code === "EACCES") resolve(undefined);
      else reject(fault);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === "object" ? address.port : undefined);
      });
    });
  });
}
