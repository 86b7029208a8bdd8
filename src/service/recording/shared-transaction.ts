/**
 * Recordings may share a transaction if no key comes twice, none writes a stream that another reads or writes, and all
 * that read a stream read the same version.
 */

import { bytesToHex } from "../../base/bytes.ts";
import type { Recording } from "../ports.ts";

/**
 * A transaction holds its locks until it ends, so a group is small: each of 32 recordings pays a thirty-second of the
 * round trip and of the signature, and 2,000 events are sealed in some 40 ms.
 */
const mostRecordings = 32;
const mostEvents = 2000;

/** Tells whether a recording goes alone, beside the groups: a quarter of one, it would hold up all others of its group. */
export function isLarge({ events }: Recording): boolean {
  return events.length > mostEvents / 4;
}

/** Begins a group. The returned predicate admits a recording, and counts it as a member. */
export function canShareTransaction(): (recording: Recording) => boolean {
  const read = new Map<string, number>();
  const [written, keys] = [new Set<string>(), new Set<string>()];
  let events = 0;
  return (recording) => {
    const key = bytesToHex(recording.scope);
    const { reads, advances } = recording;
    if (keys.size === mostRecordings || events + recording.events.length > mostEvents || keys.has(key)) return false;
    if (reads.some(({ stream, version }) => written.has(stream) || (read.get(stream) ?? version) !== version))
      return false;
    if (advances.some(({ stream }) => written.has(stream) || read.has(stream))) return false;
    keys.add(key);
    events += recording.events.length;
    for (const { stream, version } of reads) read.set(stream, version);
    for (const { stream } of advances) written.add(stream);
    return true;
  };
}
