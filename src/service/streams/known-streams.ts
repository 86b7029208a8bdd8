/**
 * Streams as this process last loaded or moved them, for commands only. Each stream that a command was decided on is
 * asserted when it is recorded, so what is known here may be old and never wrong: whoever decided on an old one is told
 * so, and decides again on what is there. Nobody is refused, and nothing is shown, by what is known here.
 */

import type { StreamName } from "../../domain/event.ts";
import type { LoadedStream } from "../loaded-stream.ts";

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
    if (known !== undefined && isSame(known, loaded)) return known;
    this.#forget(name);
    this.#streams.set(name, loaded);
    this.#characters += size(loaded);
    if (this.#characters > this.#most) this.#makeRoom();
    return loaded;
  }

  /** An eighth of it at once: to find the oldest, a Map steps over all that was taken from it since it was last packed. */
  #makeRoom(): void {
    for (const name of this.#streams.keys()) {
      if (this.#characters <= this.#most * 0.875) return;
      this.#forget(name);
    }
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
  return stream === undefined
    ? little
    : stream.tail.reduce((sum, { length }) => sum + length, little + stream.state.length);
}
