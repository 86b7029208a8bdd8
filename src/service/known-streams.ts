/**
 * Streams as this process last loaded or moved them, for commands only. Each stream that a command was decided on is
 * asserted when it is recorded, so what is known here may be old and never wrong: whoever decided on an old one is told
 * so, and decides again on what is there. Nobody is refused, and nothing is shown, by what is known here.
 */

import type { StreamName } from "../domain/event.ts";
import type { LoadedStream } from "./ports.ts";

/** What a stream without a long state takes. */
const little = 200;

export class KnownStreams {
  /** Those that were kept last stand last. */
  readonly #streams = new Map<StreamName, LoadedStream | undefined>();
  readonly #most: number;
  #characters = 0;

  /** most: characters of all states together. */
  constructor(most: number) {
    this.#most = most;
  }

  has(name: StreamName): boolean {
    return this.#streams.has(name);
  }

  /** Undefined, if it is known: there is no such stream. */
  get(name: StreamName): LoadedStream | undefined {
    return this.#streams.get(name);
  }

  /** What is known already of the same version is kept, and returned: its state is parsed, its rows are made. */
  keep(name: StreamName, loaded: LoadedStream | undefined): LoadedStream | undefined {
    const known = this.#streams.get(name);
    const stream = known !== undefined && isSame(known, loaded) ? known : loaded;
    this.#forget(name);
    this.#streams.set(name, stream);
    this.#characters += size(stream);
    while (this.#characters > this.#most) this.#forgetOldest();
    return stream;
  }

  #forgetOldest(): void {
    const [oldest] = this.#streams.keys();
    if (oldest !== undefined) this.#forget(oldest);
  }

  #forget(name: StreamName): void {
    if (!this.#streams.has(name)) return;
    this.#characters -= size(this.#streams.get(name));
    this.#streams.delete(name);
  }
}

function isSame(known: LoadedStream, loaded: LoadedStream | undefined): boolean {
  return known.version === loaded?.version && known.at === loaded.at;
}

function size(stream: LoadedStream | undefined): number {
  return little + (stream?.state.length ?? 0);
}
