/**
 * Turns on streams. A command that writes a stream excludes those that read or write it; they go one after the other, in
 * the order in which they came. A turn takes all its streams at once and waits only for earlier turns, so no two wait for
 * one another. Turns only save second tries: the database asserts every version, so one that was given up in error does
 * no harm. They are plain data, which requests of workerd can share.
 */

import type { StreamName } from "../../domain/event.ts";

type Use = "reads" | "writes";
export type Uses = ReadonlyMap<StreamName, Use>;

export class Turn {
  readonly number: number;
  readonly uses: Uses;
  /** How many places before it hold it up: one for each stream and each earlier turn that excludes it there. */
  heldUp = 0;
  /** By the host's clock: a turn that is still here then has lost its request, and nobody waits for it any longer. */
  until: number;
  hasEnded = false;
  /** Is called when nothing holds the turn up any more, or it was given up. */
  called: (() => void) | undefined;

  constructor(number: number, uses: Uses, until: number) {
    this.number = number;
    this.uses = uses;
    this.until = until;
  }

  get isUp(): boolean {
    return this.heldUp === 0 && !this.hasEnded;
  }

  /** covers returns whether whoever has this turn may use the streams so. */
  covers(uses: Uses): boolean {
    return [...uses].every(([stream, use]) => {
      const own = this.uses.get(stream);
      return own === "writes" || own === use;
    });
  }
}

/** The turns on one stream, in the order in which they came. */
interface Line {
  readonly turns: Set<Turn>;
  writers: number;
}

export class StreamTurns {
  readonly #lines = new Map<StreamName, Line>();
  readonly #mostWaiting: number;
  #waiting = 0;
  #taken = 0;

  /** At most `mostWaiting` turns wait at once. */
  constructor(mostWaiting: number) {
    this.#mostWaiting = mostWaiting;
  }

  /** take returns a turn that is up at once, or will be; undefined if it would have to wait and too many wait already. */
  take(uses: Uses, { now, until }: { readonly now: number; readonly until: number }): Turn | undefined {
    const turn = new Turn(this.#taken++, uses, until);
    if (this.#placesBefore(turn) > 0) this.#endLost(turn, now);
    turn.heldUp = this.#placesBefore(turn);
    if (turn.heldUp > 0 && this.#waiting >= this.#mostWaiting) return undefined;
    if (turn.heldUp > 0) this.#waiting += 1;
    for (const [stream, use] of uses) {
      const line = this.#lines.get(stream) ?? { turns: new Set(), writers: 0 };
      line.turns.add(turn);
      if (use === "writes") line.writers += 1;
      this.#lines.set(stream, line);
    }
    return turn;
  }

  /** end gives the turn up, wherever it stands; ending it again does nothing. */
  end(turn: Turn): void {
    if (turn.hasEnded) return;
    turn.hasEnded = true;
    if (turn.heldUp > 0) this.#waiting -= 1;
    const up = [...turn.uses].flatMap(([stream, use]) => this.#leave(turn, stream, use));
    for (const next of [turn, ...up]) next.called?.();
  }

  /** endLost gives up the turns before this one whose requests are lost. */
  endLost(turn: Turn, now: number): void {
    if (turn.heldUp > 0) this.#endLost(turn, now);
  }

  #endLost(turn: Turn, now: number): void {
    const lost = [...turn.uses].flatMap(([stream]) =>
      [...(this.#lines.get(stream)?.turns ?? [])].filter(({ number, until }) => number < turn.number && until < now),
    );
    for (const each of lost) this.end(each);
  }

  #placesBefore({ uses }: Turn): number {
    let places = 0;
    for (const [stream, use] of uses) {
      const line = this.#lines.get(stream);
      if (line !== undefined) places += use === "writes" ? line.turns.size : line.writers;
    }
    return places;
  }

  /** #leave takes the turn out of a line and returns the turns that nothing holds up any more. */
  #leave(turn: Turn, stream: StreamName, use: Use): readonly Turn[] {
    const line = this.#lines.get(stream);
    if (line === undefined) return [];
    line.turns.delete(turn);
    const heldUp =
      use === "reads" && line.writers === 0
        ? []
        : [...line.turns].filter((other) => other.number > turn.number && excludes(use, other.uses.get(stream)));
    if (use === "writes") line.writers -= 1;
    if (line.turns.size === 0) this.#lines.delete(stream);
    return heldUp.filter((other) => {
      other.heldUp -= 1;
      if (other.heldUp === 0) this.#waiting -= 1;
      return other.heldUp === 0;
    });
  }
}

function excludes(one: Use, other: Use | undefined): boolean {
  return one === "writes" || other === "writes";
}
