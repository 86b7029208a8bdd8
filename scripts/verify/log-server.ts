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
const mostAttempts = 5;
/** A server that asks for a longer wait than this (in seconds) is not going to serve us. */
const mostSeconds = 30;

interface Asking {
  readonly withToken?: boolean;
  readonly attempts?: number;
}

export class LogServer {
  readonly url: string;
  readonly #token: string | undefined;

  constructor(url: string, token: string | undefined) {
    this.url = url;
    this.#token = token;
  }

  /** Returns undefined when the server says that there is no such thing (404). */
  async get(
    path: string,
    { withToken = false, attempts = mostAttempts }: Asking = {},
  ): Promise<Uint8Array | undefined> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(path, { withToken, isLast: attempt === attempts });
      if (response?.status === 404) return undefined;
      if (response?.body !== undefined) return response.body;
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

  /**
   * #fetch returns undefined when there was no answer, or it was cut on the way: both may pass, and neither says anything of
   * the log. After the last attempt it throws.
   */
  async #fetch(
    path: string,
    { withToken, isLast }: { readonly withToken: boolean; readonly isLast: boolean },
  ): Promise<Answer | undefined> {
    const headers = withToken && this.#token !== undefined ? { authorization: `Bearer ${this.#token}` } : {};
    try {
      const response = await fetch(this.url + path, { headers, signal: AbortSignal.timeout(60_000) });
      const body = response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
      return { status: response.status, headers: response.headers, body };
    } catch (fault) {
      if (!isLast) return undefined;
      throw new Unreachable(`không kết nối được ${this.url} · cannot reach ${this.url}: ${causeOf(fault)}`);
    }
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The whole body of an answer that says that all is well. */
  readonly body: Uint8Array | undefined;
}

function causeOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return String(cause);
}
