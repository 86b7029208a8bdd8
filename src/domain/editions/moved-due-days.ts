/** The due days that an adopted edition moved, sealed so that none changes in silence: every deadline that ends on another day is listed. */

import type { Edition } from "../../law/edition.ts";
import { changedDeadlines } from "../../law/detection/impact.ts";
import type { NewEvent, States } from "../command.ts";
import type { FileName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { code, id } from "../field.ts";
import { fileNamed } from "../file-kinds.ts";
import type { Adoption } from "./adoption.ts";
import { mostMoved } from "./events.ts";
import { type Superseding, supersedingId } from "./superseding.ts";

type MovedData = EventOf<"superseding">["data"]["moved"][number];

const subjectId = id<"subject">();

/** movedIn lists the clocks of one file that had started when the edition was adopted and that it moved. */
export function movedIn(
  about: FileName,
  { states, before, after, adoption }: { states: States; before: Edition; after: Edition; adoption: Adoption },
): readonly MovedData[] {
  const found = fileNamed(about, states);
  if (found === undefined) return [];
  return changedDeadlines(found.file, before, after, adoption.on).map((each) => ({
    about,
    rule: code.parse(each.rule),
    startedBy: each.startedBy,
    subject: subjectId.parse(each.subject.id),
    ...(each.before === undefined ? {} : { before: dueData(each.before) }),
    ...(each.after === undefined ? {} : { after: dueData(each.after) }),
  }));
}

function dueData({ version, dueOn }: NonNullable<ReturnType<typeof changedDeadlines>[number]["before"]>) {
  return { version: code.parse(version), ...(dueOn === undefined ? {} : { dueOn }) };
}

export interface LookedAt {
  readonly moved: readonly MovedData[];
  readonly files: number;
  readonly through: FileName | undefined;
  readonly complete: boolean;
}

/** movedEvents returns the entries that tell it; the last one says how far it went. */
export function movedEvents({ edition, digest, supersedes: from }: Superseding, looked: LookedAt): readonly NewEvent[] {
  const to = { edition, digest };
  const lists = partsOf(looked.moved);
  return lists.map((list, i): NewEvent => {
    const isLast = i === lists.length - 1;
    const data = {
      from,
      to,
      moved: list,
      files: isLast ? looked.files : 0,
      ...(isLast && looked.through !== undefined ? { through: looked.through } : {}),
      complete: isLast && looked.complete,
    };
    return { kind: "superseding", id: supersedingId(to), event: { type: "due-days-moved", data } };
  });
}

/** partsOf returns at least one part, which may be empty. */
function partsOf(list: readonly MovedData[]): readonly (readonly MovedData[])[] {
  const parts: (readonly MovedData[])[] = [];
  for (let start = 0; start === 0 || start < list.length; start += mostMoved)
    parts.push(list.slice(start, start + mostMoved));
  return parts;
}
