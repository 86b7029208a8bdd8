/**
 * A due day that passed with nothing done. Each due day of a deadline has a stream of its own, named after both, so the
 * database refuses to hold the same miss twice; when a correction moves the due day, the new one is missed for itself.
 * Nobody is accused of what stands in doubt: only violations, and no day of a calendar that is not announced.
 */

import type { FileName } from "../event.ts";
import { utf8 } from "../../base/bytes.ts";
import type { Day } from "../../base/day.ts";
import { formatId, type Id } from "../../base/ids.ts";
import type { Edition } from "../../law/edition.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { digest } from "../../log/hash.ts";
import { appliedBy } from "../applied-law.ts";
import type { NewEvent, States } from "../command.ts";
import type { EventOf } from "../events.ts";
import { id } from "../field.ts";
import { type Assessed, detection } from "../findings/detected.ts";
import { ImpossibleEvent } from "../impossible.ts";

export type MissedState = EventOf<"deadline">["data"];

type MissedEvent = Extract<NewEvent, { readonly kind: "deadline" }>;

const subjectId = id<"subject">();

export interface DueDay {
  readonly about: FileName;
  /** "<series>/<starting act>/<subject>". */
  readonly deadline: string;
  readonly dueOn: Day;
}

/** The first 16 bytes of SHA-256("minh-chung/missed/v1\n<kind>/<id>\n<deadline>\n<due day>"). */
export function missId({ about, deadline, dueOn }: DueDay): Id<"miss"> {
  const name = `minh-chung/missed/v1\n${about.kind}/${about.id}\n${deadline}\n${dueOn}`;
  return formatId<Id<"miss">>(digest(utf8(name)).subarray(0, 16));
}

/** What is sealed of it; undefined: it is not missed (any more), is in doubt, was recorded, or has another due day now. */
export function missed(
  due: DueDay,
  known: { readonly states: States; readonly obligations: Assessed; readonly edition?: Edition },
): MissedEvent | undefined {
  if (known.states.of("deadline", missId(due)) !== undefined) return undefined;
  const found = detection(due.about, due.deadline, known);
  if (!found.ok || found.value.state !== "missed") return undefined;
  const { office, obligation } = found.value;
  const { startedBy, subject, weight, provisional, dueOn } = obligation;
  if (weight !== "violation" || provisional || dueOn !== due.dueOn) return undefined;
  const data = { about: due.about, startedBy, subject: subjectId.parse(subject.id), office, dueOn };
  const law = appliedBy(explanationOf(obligation, known.edition));
  return { kind: "deadline", id: missId(due), event: { type: "deadline-missed", data }, law };
}

export function evolveMissed(state: MissedState | undefined, event: EventOf<"deadline">): MissedState {
  if (state !== undefined) throw new ImpossibleEvent(event.type, "that due day was recorded as missed");
  return event.data;
}
