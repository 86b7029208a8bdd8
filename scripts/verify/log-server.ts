/** The log as its server shows it. An answer is only bytes that are still to be checked. */

import { setTimeout as pause } from "node:timers/promises";

/** Unreachable says in one plain line that nothing is known of the log, neither right nor wrong. */
export class Unreachable extends Error {
  readonly exitCode: 2 | 4;

  constructor(line: string, exitCode: 2 | 4 = 4) {
    super(line);
    this.exitCode = exitCode;
  }
}

/** Five attempts with the waits that the server asks for outlast a restart of the server; more would only delay the message. */
const attempts = 5;
/** A server that asks for a longer wait than this (in seconds) is not going to serve us. */
const mostSeconds = 30;

export class LogServer {
  readonly url: string;
  readonly #token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.url = url;
    this.#token = token;
  }

  /** Returns undefined when the server says that there is no such thing (404). */
  async get(path: string, how: { readonly withToken?: boolean } = {}): Promise<Uint8Array | undefined> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(path, how.withToken === true, attempt);
      if (response?.ok === true) return new Uint8Array(await response.arrayBuffer());
      if (response?.status === 404) return undefined;
      if (response?.status === 401 || response?.status === 403) {
        throw new Unreachable(
          `máy chủ không nhận mã truy cập cho ${path} · the server does not accept the token for ${path} (${response.status})`,
          2,
        );
      }
      if (attempt === attempts)
        throw new Unreachable(
          `không đọc được ${this.url}${path} · cannot read it (${response?.status ?? "no answer"})`,
        );
      await pause(1000 * Math.min(mostSeconds, Number(response?.headers.get("retry-after") ?? 0) || attempt / 4));
    }
  }

  /** #fetch returns undefined when there was no answer, which may pass; after the last attempt it throws. */
  async #fetch(path: string, withToken: boolean, attempt: number): Promise<Response | undefined> {
    const headers = withToken && this.#token !== undefined ? { authorization: `Bearer ${this.#token}` } : {};
    try {
      return await fetch(this.url + path, { headers, signal: AbortSignal.timeout(60_000) });
    } catch (fault) {
      if (attempt < attempts) return undefined;
      throw new Unreachable(`không kết nối được ${this.url} · cannot reach ${this.url}: ${causeOf(fault)}`);
    }
  }
}

function causeOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return String(cause);
}
