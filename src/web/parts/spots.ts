/**
 * A spot check: entries of the log chosen by a text that the auditor types, so that whoever runs the server cannot know before which
 * entries will be looked at, and anyone draws the same ones again.
 */

import { utf8 } from "../../base/bytes.ts";
import { digest } from "../../log/hash.ts";

/** Entries on one page: each takes a line, and a person looks at no more in an hour. */
export const mostSpots = 100;

export function isSpotCount(text: string): boolean {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= mostSpots;
}

/** A seed of eight characters or more is not tried out by whoever would like to know the draw. */
export function isSpotSeed(text: string): boolean {
  return text.length >= 8 && text.length <= 100;
}

/**
 * Returns up to `count` different indexes below `size`, in the order of the draw: ticket t is the first six bytes of
 * SHA-256("<seed>\n<size>\n<t>") modulo the size, and one that was drawn already is left out.
 */
export function drawSpots(seed: string, size: number, count: number): readonly number[] {
  const drawn = new Set<number>();
  const wanted = Math.min(count, size);
  for (let ticket = 0; drawn.size < wanted; ticket++) drawn.add(spotAt(seed, size, ticket));
  return [...drawn];
}

/** Six bytes are below 2^48, so the number is exact, and a log of a million entries bends the draw by less than 1 in 10^8. */
const bytesTaken = 6;

function spotAt(seed: string, size: number, ticket: number): number {
  const taken = digest(utf8(`${seed}\n${size}\n${ticket}`)).subarray(0, bytesTaken);
  return taken.reduce((number, byte) => number * 256 + byte, 0) % size;
}
