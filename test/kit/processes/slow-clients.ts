/** Clients that begin and do not go on: they send half a body, or read nothing of their answers. */

import { connect, type Socket } from "node:net";

export interface SlowClients {
  readonly sockets: readonly Socket[];
  /** Returns what each has received until now. */
  readonly received: () => readonly string[];
  /** Returns how many the server has not closed. */
  readonly open: () => number;
  readonly end: () => void;
}

/** Sends this from so many clients at once, and nothing after it. */
export async function slowClients(url: URL, count: number, request: string, reads: boolean): Promise<SlowClients> {
  const texts: string[] = Array.from({ length: count }, () => "");
  const sockets = await Promise.all(
    texts.map(async (_, i) => {
      const socket = connect(Number(url.port), url.hostname);
      // The server may reset it, which is what the test waits for.
      socket.on("error", () => undefined);
      if (reads) socket.on("data", (chunk: Buffer) => (texts[i] += chunk.toString("latin1")));
      else socket.pause();
      await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
      socket.write(request);
      return socket;
    }),
  );
  return {
    sockets,
    received: () => texts,
    open: () => sockets.filter(({ closed }) => !closed).length,
    end: () => sockets.forEach((socket) => socket.destroy()),
  };
}

/** A chunked body of which one byte comes. */
export function halfBody(url: URL, token: string): string {
  const lines = [
    "POST /v1/offices HTTP/1.1",
    `Host: ${url.host}`,
    `Authorization: Bearer ${token}`,
    "Idempotency-Key: half",
    "Content-Type: application/json",
    "Transfer-Encoding: chunked",
  ];
  return `${lines.join("\r\n")}\r\n\r\n1\r\n{\r\n`;
}

/** A form of the console, of which one byte of ten comes. */
export function halfForm(url: URL, token: string): string {
  const lines = [
    "POST /console/open-intake HTTP/1.1",
    `Host: ${url.host}`,
    `Origin: ${url.origin}`,
    `Cookie: minh-chung-token=${token}`,
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Length: 10",
  ];
  return `${lines.join("\r\n")}\r\n\r\na`;
}

/** Four requests in a row for the largest open answer. */
export function pipelined(url: URL): string {
  return `GET /openapi.json HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`.repeat(4);
}
