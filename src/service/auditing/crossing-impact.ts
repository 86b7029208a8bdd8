/**
 * Computes over the whole log who would be late under which law: folds every file anew from the recorded bytes, and
 * judges its clocks that run across 1 July 2026 under each policy. The log is checked first, in the same snapshot.
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { type FileName, fileOfStream, streamId, streamKind } from "../../domain/event.ts";
import { fileNamed } from "../../domain/file-kinds.ts";
import { officeOwing } from "../../domain/owners.ts";
import { type CrossingClock, crossingClocks, type Policies } from "../../law/detection/crossing-clocks.ts";
import { type Checkpoint, openCheckpoint } from "../../log/checkpoint.ts";
import type { Verifier } from "../../log/note.ts";
import type { DatabaseFault } from "./audit-fault.ts";
import { auditLog } from "./audit-log.ts";
import type { Evidence } from "../evidence.ts";
import { type FoldedStream, foldedStreams } from "./folding.ts";
import { statesOfOne } from "../streams/states.ts";

/** A log whose signatures, chain and tree hold. */
export interface CheckedLog {
  readonly checkpoint: Checkpoint;
  /** Office codes by their ids. */
  readonly offices: ReadonlyMap<OfficeId, string>;
}

export interface FileClock extends CrossingClock {
  readonly about: FileName;
  /** Absent when no office of the file owes it (domain/owners.ts). */
  readonly office: OfficeId | undefined;
}

export async function checkedLog(evidence: Evidence, verifier: Verifier): Promise<Outcome<CheckedLog, DatabaseFault>> {
  const { size, fault } = await auditLog(evidence, verifier);
  if (fault !== undefined) return refused(fault);
  const [last] = await evidence.checkpoints(size - 1, 1);
  if (last === undefined) return refused({ code: "opening-missing", at: "0" });
  const opened = await openCheckpoint(last.note, verifier);
  if (!opened.ok) return refused({ code: opened.refusal, at: `checkpoint ${size}` });
  return done({ checkpoint: opened.value, offices: await officeCodes(evidence) });
}

/** Reads only the streams of offices, which stand together in the order of names. */
async function officeCodes(evidence: Evidence): Promise<ReadonlyMap<OfficeId, string>> {
  const codes = new Map<OfficeId, string>();
  for await (const stream of foldedStreams(evidence, ignoring, "office/")) {
    if (streamKind(stream.name) !== "office") break;
    // Folding the whole log tells the fault of a broken stream.
    if (stream.broken) continue;
    const office = statesOfOne(stream).of("office", streamId(stream.name));
    if (office !== undefined) codes.set(office.id, office.code);
  }
  return codes;
}

const ignoring = { see: () => undefined, fault: () => undefined };

interface Asking {
  readonly size: number;
  readonly policies: Policies;
  readonly today: Day;
  readonly see: (limit: FileClock) => void;
}

/** Gives each clock to `see` and returns the streams' faults. What is not sealed yet is in no count. */
export async function crossingImpact(
  evidence: Evidence,
  { size, policies, today, see }: Asking,
): Promise<readonly DatabaseFault[]> {
  const faults: DatabaseFault[] = [];
  let events = 0;
  const heard = {
    see: () => (events += 1),
    fault: (fault: DatabaseFault) => faults.push(fault),
    skips: await evidence.waiting(),
  };
  for await (const stream of foldedStreams(evidence, heard)) {
    if (!stream.broken) for (const limit of limitsOf(stream, policies, today)) see(limit);
  }
  // Each entry points to an event of its own, so there must be as many events as entries.
  if (faults.length === 0 && events !== size) faults.push({ code: "event-forgotten", at: `${events}/${size}` });
  return faults;
}

function limitsOf(stream: FoldedStream, policies: Policies, today: Day): readonly FileClock[] {
  const about = fileOfStream(stream.name);
  const found = about && fileNamed(about, statesOfOne(stream));
  if (about === undefined || found === undefined) return [];
  const { file, owners } = found;
  return crossingClocks(file, policies, today).map((limit) => ({
    ...limit,
    about,
    office: officeOwing(limit.owner, owners),
  }));
}
