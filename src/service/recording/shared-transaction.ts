/** Which recordings may share a transaction: no key twice, nobody writes what another one reads or writes, and all read the same. */

import { bytesToHex } from "../../base/bytes.ts";
import type { Recording } from "../ports.ts";

/** A transaction must not hold its locks for long. */
const mostRecordings = 32;
const mostEvents = 2000;

/** Begins a group: whether a recording may join it. */
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
