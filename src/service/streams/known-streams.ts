/**
 * Streams as this process last loaded or advanced them. A command may be decided on an old one: it asserts the version
 * of each stream when it is recorded, so a stale copy costs a second try and never a wrong permission. A refusal is
 * never based on one, and reads take one of the directory only, not older than two seconds.
 */

import { Lru } from "../../base/lru.ts";
import type { StreamName } from "../../domain/event.ts";
import type { LoadedStream } from "../loaded-stream.ts";

/** Characters that a stream takes beside its state and tail: its name, its place in the cache. */
const overhead = 200;

/** Milliseconds for which a read may use the cache: a role ended elsewhere is seen within two seconds. */
export const readableFor = 2000;

export interface KnownStream {
  /** Absent when there is no such stream: that is known, too. */
  readonly stream: LoadedStream | undefined;
  /** When the database was asked for it, by the host's clock in milliseconds. */
  readonly at: number;
}

export class KnownStreams {
  readonly #streams: Lru<StreamName, KnownStream>;

  /** `mostCharacters`: of all states and tails together. */
  constructor(mostCharacters: number) {
    this.#streams = new Lru({ capacity: mostCharacters, sizeOf });
  }

  get(name: StreamName): KnownStream | undefined {
    return this.#streams.get(name);
  }

  /** Returns a login, a person or an office that was asked for at most two seconds before `now`, or that there was none. */
  recentDirectory(name: StreamName, now: number): KnownStream | undefined {
    if (!isDirectoryStream(name)) return undefined;
    const known = this.#streams.get(name);
    return known !== undefined && now - known.at <= readableFor ? known : undefined;
  }

  /** Keeps the stream unless a later question was answered; returns the known, parsed one of the same version. */
  keep(name: StreamName, loaded: LoadedStream | undefined, at: number): LoadedStream | undefined {
    const known = this.#streams.get(name);
    const stream = known?.stream !== undefined && isSame(known.stream, loaded) ? known.stream : loaded;
    if (known === undefined || known.at <= at) this.#streams.set(name, { stream, at });
    return stream;
  }
}

export function isDirectoryStream(name: StreamName): boolean {
  return ["login/", "person/", "office/"].some((kind) => name.startsWith(kind));
}

function isSame(known: LoadedStream, loaded: LoadedStream | undefined): boolean {
  return known.version === loaded?.version && known.at === loaded.at;
}

function sizeOf({ stream }: KnownStream): number {
  return stream === undefined
    ? overhead
    : stream.tail.reduce((sum, { length }) => sum + length, overhead + stream.state.length);
}
