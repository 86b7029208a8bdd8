/**
 * Waiting for a turn on streams (stream-turns.ts): on Node the turn before it calls the next; requests of workerd share no
 * promise, so each looks again.
 */

import { TryAgain } from "../ports.ts";
import type { StreamTurns, Turn, Uses } from "./stream-turns.ts";

/** Milliseconds that a command waits for its turn: half of what clients that wait for an answer wait at least. */
const patience = 15_000;

/**
 * Milliseconds for which a turn is kept without a sign of its request. The longest step of a command is one statement,
 * which the database ends after ten seconds.
 */
const keptFor = 12_000;

/**
 * Milliseconds from one look to the next, for each turn before: one takes at least so long, and sixty that looked all the
 * time would keep the processor from the one that is up. One that looks is believed to be there for two seconds more.
 */
const lookAfter = 5;
const lookWithin = 250;
const looksWithin = 2000;

export type Timer = (milliseconds: number, ring: () => void) => () => void;

interface TurnPorts {
  readonly cache: { readonly turns: StreamTurns };
  readonly clock: () => number;
  readonly timer: Timer;
}

/** A turn that is up. */
export interface HeldTurn {
  /** The turn had to wait, so what was read before is old. */
  readonly hasWaited: boolean;
  readonly covers: (uses: Uses) => boolean;
  /** Says that its request is still at work. */
  readonly keep: () => void;
  readonly end: () => void;
}

/** Returns once the turn is up. Throws TryAgain when that takes too long, too many wait, or the client has left. */
export type TakeTurn = (uses: Uses, left?: AbortSignal) => Promise<HeldTurn>;

/** Takes turns of requests that share a process: each is called when it is up. */
export function sharedTurns({ cache: { turns }, clock, timer }: TurnPorts): TakeTurn {
  return async (uses, left) => {
    const turn = takeOrRefuse(turns, uses, clock());
    const hasWaited = !turn.isUp;
    if (hasWaited) await callOf(turn, timer, left);
    return held(turn, { turns, clock, hasWaited });
  };
}

/** Takes turns of requests that share plain data only: each looks until it is up. */
export function requestTurns({
  cache: { turns },
  clock,
  timer,
  rest,
}: TurnPorts & { readonly rest: () => Promise<void> }): TakeTurn {
  return async (uses, left) => {
    const turn = takeOrRefuse(turns, uses, clock());
    const hasWaited = !turn.isUp;
    const patient = clock() + patience;
    // Sixty that wait for one file would keep the connections from all others.
    if (hasWaited) await rest();
    while (!turn.isUp && !turn.hasEnded && clock() < patient && !hasLeft(left)) {
      turn.until = clock() + looksWithin;
      await new Promise<void>((resolve) => timer(Math.min(lookWithin, lookAfter * turn.heldUp), resolve));
      turns.endLost(turn, clock());
    }
    return held(turn, { turns, clock, hasWaited });
  };
}

function hasLeft(left: AbortSignal | undefined): boolean {
  return left?.aborted === true;
}

function takeOrRefuse(turns: StreamTurns, uses: Uses, now: number): Turn {
  // One that waits to be called gives no signs until then.
  const turn = turns.take(uses, { now, until: now + patience + keptFor });
  if (turn === undefined) throw new TryAgain("too-many-wait", "no");
  return turn;
}

/** Returns when the turn is called, the client leaves or patience ends. */
async function callOf(turn: Turn, timer: Timer, left: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => resolve();
    const stop = timer(patience, done);
    turn.called = () => {
      stop();
      done();
    };
    left?.addEventListener("abort", turn.called, { once: true });
    if (left?.aborted === true) turn.called();
  });
  if (turn.called !== undefined) left?.removeEventListener("abort", turn.called);
}

interface Holding {
  readonly turns: StreamTurns;
  readonly clock: () => number;
  readonly hasWaited: boolean;
}

function held(turn: Turn, { turns, clock, hasWaited }: Holding): HeldTurn {
  if (!turn.isUp) {
    turns.end(turn);
    throw new TryAgain("stream-busy", "no");
  }
  const keep = (): void => {
    turn.until = clock() + keptFor;
  };
  keep();
  return { hasWaited, covers: (uses) => turn.covers(uses), keep, end: () => turns.end(turn) };
}
