/**
 * Slots bound how many requests of a workerd isolate hold a connection at once. Requests share neither sockets nor promises
 * there, so a request that finds no free slot must look again, and it gives up before its client does.
 */

import { TryAgain } from "../service/ports.ts";

/** Milliseconds between two looks: a freed slot is taken soon, and a request that waits costs next to nothing. */
const lookEvery = 15;

export class ConnectionSlots {
  readonly #most: number;
  readonly #patience: number;
  #taken = 0;

  /** At most `most` slots are taken at once; a request waits `patience` milliseconds for one. */
  constructor(most: number, patience: number) {
    this.#most = most;
    this.#patience = patience;
  }

  /** take returns a function that gives the slot back; calling it again does nothing. */
  async take(): Promise<() => void> {
    for (let waited = 0; this.#taken >= this.#most; waited += lookEvery) {
      if (waited >= this.#patience) throw new TryAgain("no-connection-free", "no");
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
    this.#taken += 1;
    let given = false;
    return () => {
      if (!given) this.#taken -= 1;
      given = true;
    };
  }
}
