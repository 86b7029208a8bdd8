/**
 * Opens fields of class personal after the command that discloses them was recorded (src/README.md#access). One entry
 * covers what the case held when it was recorded: a repeat of the request shows that again, and nothing that was added
 * since.
 */

import type { CaseId } from "../../base/ids.ts";
import { personalFields } from "../../domain/files/case.ts";
import { streamName } from "../../domain/event.ts";
import type { Placement } from "../../log/receipt.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import { type Opened, openClass, committedFields } from "./opened.ts";

/** Opens what the answer to a disclosure shows beside its receipt. */
export async function disclosedBy({ entries: [entry] }: Placement, id: CaseId, host: Host): Promise<Opened> {
  if (entry === undefined) throw new Error("a disclosure has an entry");
  const { states } = await loadStates(() => [streamName("case", id)], host);
  const state = states.of("case", id);
  if (state === undefined) throw new Error("a disclosure is recorded on a case that has no state");
  const known = await commitmentsBefore(entry.index, id, host);
  return openClass(
    personalFields(state).filter((field) => known.has(field.sealed)),
    "personal",
    host,
  );
}

async function commitmentsBefore(index: number, id: CaseId, { log }: Pick<Host, "log">): Promise<ReadonlySet<string>> {
  const leaves = (await log.leavesOf(streamName("case", id))).filter((each) => each.index < index);
  return new Set(leaves.flatMap(({ leaf }) => committedFields(leafEvent(leaf))).map((field) => field.sealed));
}
