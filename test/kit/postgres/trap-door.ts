/**
 * A door in front of a server (PostgreSQL, S3) in which a trap can be set for one message. The message is held before
 * the server has it (it failed and did not persist), or after the server answered and before the client knows (it
 * failed but persisted).
 */

import { connect, createServer, type Socket } from "node:net";

export interface TrapDoor {
  readonly port: number;
  /**
   * Waits for the next message of any client that contains this text. When it resolves, client and server of that
   * connection are held; `cut` breaks the connection.
   */
  readonly trap: (text: string, moment: "before" | "after") => Promise<{ readonly cut: () => void }>;
  readonly close: () => Promise<void>;
}

interface Trap {
  readonly text: string;
  readonly moment: "before" | "after";
  readonly spring: (trapped: { readonly cut: () => void }) => void;
}

export async function openTrapDoor(behind: number): Promise<TrapDoor> {
  const traps: Trap[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const further = connect(behind, "127.0.0.1");
    for (const socket of [client, further]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    passThrough(client, further, traps);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the door has no port");
  return {
    port: address.port,
    trap: async (text, moment) => new Promise((resolve) => traps.push({ text, moment, spring: resolve })),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function passThrough(client: Socket, server: Socket, traps: Trap[]): void {
  let held = false;
  let waiting: Trap | undefined;
  const spring = (trap: Trap): void => {
    held = true;
    trap.spring({
      cut: () => {
        client.destroy();
        server.destroy();
      },
    });
  };
  client.on("data", (bytes) => {
    if (held) return;
    const trap = traps.find(({ text }) => bytes.includes(text));
    if (trap !== undefined) traps.splice(traps.indexOf(trap), 1);
    if (trap?.moment === "before") return spring(trap);
    waiting ??= trap;
    server.write(bytes);
  });
  server.on("data", (bytes) => {
    if (held) return;
    if (waiting === undefined) client.write(bytes);
    else spring(waiting);
  });
  client.on("close", () => server.destroy());
  server.on("close", () => client.destroy());
}

/** Returns the same address by way of the door. */
export function through(url: string, { port }: TrapDoor): string {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href;
}
