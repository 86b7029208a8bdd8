/** The streams that this process is recording on, or waits to: their known versions will be old in a moment. */

import type { StreamName } from "../../domain/event.ts";
import type { Recording } from "../ports.ts";

export class AdvancingStreams {
  /** How many recordings advance each stream: several may wait for one another. */
  readonly #recordings = new Map<StreamName, number>();

  has(name: StreamName): boolean {
    return this.#recordings.has(name);
  }

  /** Counts the recording's streams as advancing until the work ends, in whichever way. */
  async during<T>({ advances }: Recording, work: () => Promise<T>): Promise<T> {
    for (const { stream } of advances) this.#count(stream, 1);
    try {
      return await work();
    } finally {
      for (const { stream } of advances) this.#count(stream, -1);
    }
  }

  #count(stream: StreamName, change: 1 | -1): void {
    const recordings = (this.#recordings.get(stream) ?? 0) + change;
    if (recordings === 0) this.#recordings.delete(stream);
    else this.#recordings.set(stream, recordings);
  }
}
