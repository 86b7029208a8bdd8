/**
 * What an adopted edition moved, sealed (design: never changed in silence): every file is looked at once, in a fixed
 * order, and every time limit that ends on another day is listed. A stream for each edition says how far it went, so
 * that it may be stopped anywhere and goes on from there.
 */

import type { FileName } from "../event.ts";
import { changedDeadlines } from "../../law/detection/impact.ts";
import type { Edition } from "../../law/edition.ts";
import type { States } from "../command.ts";
import type { NewEvent } from "../command.ts";
import type { EventOf } from "../events.ts";
import { code, id } from "../field.ts";
import { fileNamed } from "../file-kinds.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { Adoption } from "./adoption.ts";
import { mostMoved } from "./events.ts";
import { type EditionName, isSameEdition } from "./offer.ts";

type Data = EventOf<"superseding">["data"];
type MovedData = Data["moved"][number];

export interface SupersedingState {
  readonly from: EditionName;
  readonly to: EditionName;
  readonly files: number;
  readonly moved: number;
  /** The last file that was looked at; undefined: none yet. */
  readonly through?: FileName | undefined;
  readonly complete: boolean;
}

export function supersedingId({ edition }: EditionName): string {
  return String(edition);
}

/** An adoption that put an edition in the place of another. */
export type Superseding = Adoption & { readonly supersedes: EditionName };

export function supersedes(adoption: Adoption | undefined): adoption is Superseding {
  return adoption?.supersedes !== undefined;
}

const subjectId = id<"subject">();

/** Of one file: the clocks that had started when the edition was adopted. */
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

/** The entries that tell it: the last one says how far it went. */
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

/** At least one, which may be empty. */
function partsOf(list: readonly MovedData[]): readonly (readonly MovedData[])[] {
  const parts: (readonly MovedData[])[] = [];
  for (let start = 0; start === 0 || start < list.length; start += mostMoved)
    parts.push(list.slice(start, start + mostMoved));
  return parts;
}

export function evolveSuperseding(
  state: SupersedingState | undefined,
  { type, data }: EventOf<"superseding">,
): SupersedingState {
  const { from, to, moved: list, files, through = state?.through, complete } = data;
  if (state?.complete === true) throw new ImpossibleEvent(type, "all files were looked at");
  if (state !== undefined && !(isSameEdition(state.from, from) && isSameEdition(state.to, to)))
    throw new ImpossibleEvent(type, "the stream is about other editions");
  return { from, to, files: (state?.files ?? 0) + files, moved: (state?.moved ?? 0) + list.length, through, complete };
}
