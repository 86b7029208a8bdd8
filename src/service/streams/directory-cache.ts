/**
 * Streams of the directory (logins, persons, offices) as last loaded. Every command asserts the versions it was decided
 * on when it records, so a stale copy costs a second try and never a wrong permission; reads accept two seconds.
 */

import type { Instant } from "../../base/day.ts";
import type { StreamName } from "../../domain/event.ts";
import type { LoadedStream } from "../loaded-stream.ts";

const readableFor = 2000;

interface Kept {
  readonly stream: LoadedStream;
  readonly at: number;
}

export class DirectoryCache {
  readonly #streams = new Map<StreamName, Kept>();
  #instant: { readonly instant: Instant; readonly at: number } | undefined;

  /** now in milliseconds; undefined when unknown or older than two seconds. */
  get(name: StreamName, now: number): LoadedStream | undefined {
    const kept = this.#streams.get(name);
    return kept !== undefined && now - kept.at <= readableFor ? kept.stream : undefined;
  }

  keep(name: StreamName, stream: LoadedStream, now: number): void {
    this.#streams.set(name, { stream, at: now });
  }

  /** The database's clock as last read, at most two seconds ago: good enough to say which day it is. */
  instant(now: number): Instant | undefined {
    return this.#instant !== undefined && now - this.#instant.at <= readableFor ? this.#instant.instant : undefined;
  }

  keepInstant(instant: Instant, now: number): void {
    this.#instant = { instant, at: now };
  }

  clear(): void {
    this.#streams.clear();
  }
}

const cached = ["login/", "person/", "office/"];

export function isDirectoryStream(name: StreamName): boolean {
  return cached.some((kind) => name.startsWith(kind));
}
