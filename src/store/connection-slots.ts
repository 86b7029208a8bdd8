/**
 * How many requests of a workerd isolate may hold a connection at once. Neither sockets nor promises are shared between
 * requests there, so whoever finds no slot looks again, and gives up before its client does.
 */

import { TryAgain } from "../service/ports.ts";

const lookEvery = 15;

export class ConnectionSlots {
  readonly #most: number;
  readonly #patience: number;
  #taken = 0;

  /** `patience` in milliseconds. */
  constructor(most: number, patience: number) {
    this.#most = most;
    this.#patience = patience;
  }

  /** Returns what gives the slot back, once. */
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
