/**
 * A due day that passed with nothing done, once it is sealed. Each due day of a deadline has a stream of its own, named
 * after both, so the database refuses to hold the same miss twice; when a correction moves the due day, the new day can be
 * missed as well.
 */

import { utf8 } from "../../base/bytes.ts";
import type { Day } from "../../base/day.ts";
import { formatId, type Id } from "../../base/ids.ts";
import { digest } from "../../log/hash.ts";
import type { FileName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";

export type MissedState = EventOf<"deadline">["data"];

export interface DueDay {
  readonly about: FileName;
  /** "<series>/<starting act>/<subject>". */
  readonly deadline: string;
  readonly dueOn: Day;
}

/** missId is the first 16 bytes of SHA-256("minh-chung/missed/v1\n<kind>/<id>\n<deadline>\n<due day>"). */
export function missId({ about, deadline, dueOn }: DueDay): Id<"miss"> {
  const name = `minh-chung/missed/v1\n${about.kind}/${about.id}\n${deadline}\n${dueOn}`;
  return formatId<Id<"miss">>(digest(utf8(name)).subarray(0, 16));
}

export function evolveMissed(state: MissedState | undefined, event: EventOf<"deadline">): MissedState {
  if (state !== undefined) throw new ImpossibleEvent(event.type, "that due day was recorded as missed");
  return event.data;
}
