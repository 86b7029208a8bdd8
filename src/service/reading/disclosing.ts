/**
 * Opens fields of class personal after the command that discloses them was recorded (src/README.md#access). One entry
 * covers what the case held when it was recorded: a repeat of the request shows that again, and nothing that was added
 * since. Each showing, the first too, goes to the access journal.
 */

import type { CaseId } from "../../base/ids.ts";
import { personalFields } from "../../domain/files/case.ts";
import { streamName } from "../../domain/event.ts";
import type { Acting } from "../../domain/command.ts";
import type { Placement } from "../../log/receipt.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import { type Opened, openClass, committedFields } from "./opened.ts";

interface Disclosure {
  readonly placement: Placement;
  readonly acting: Acting;
}

/** Opens what the answer to a disclosure shows beside its receipt, and journals the showing. */
export async function disclosedBy(
  {
    placement: {
      entries: [entry],
    },
    acting: { person, office },
  }: Disclosure,
  id: CaseId,
  host: Host,
): Promise<Opened> {
  if (entry === undefined) throw new Error("a disclosure has an entry");
  const { states } = await loadStates(() => [streamName("case", id)], host);
  const state = states.of("case", id);
  if (state === undefined) throw new Error("a disclosure is recorded on a case that has no state");
  const known = await commitmentsBefore(entry.index, id, host);
  const fields = personalFields(state).filter((field) => known.has(field.sealed));
  const opened = await openClass(fields, "personal", host);
  if (opened.size > 0)
    await host.journal.note({
      person,
      office,
      shown: [{ stream: streamName("case", id), sealed: [...opened.keys()] }],
    });
  return opened;
}

async function commitmentsBefore(index: number, id: CaseId, { log }: Pick<Host, "log">): Promise<ReadonlySet<string>> {
  const leaves = (await log.leavesOf(streamName("case", id))).filter((each) => each.index < index);
  return new Set(leaves.flatMap(({ leaf }) => committedFields(leafEvent(leaf))).map((field) => field.sealed));
}
