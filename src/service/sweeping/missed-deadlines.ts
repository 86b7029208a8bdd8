/** Seals each due day that passed undone, once. The read model says where to look; the streams decide. */

import { utf8 } from "../../base/bytes.ts";
import { type Day, dayOf, parseDay } from "../../base/day.ts";
import type { NewEvent } from "../../domain/command.ts";
import { missed } from "../../domain/deadlines/missed.ts";
import { type DueDay, missId } from "../../domain/deadlines/miss.ts";
import type { SweptPlace } from "../../domain/deadlines/sweeping.ts";
import { editionStreams } from "../../domain/editions/adoption.ts";
import { fileOfStream, streamName } from "../../domain/event.ts";
import { code, day, id } from "../../domain/field.ts";
import { type Assessed, assessed } from "../../domain/findings/detected.ts";
import { digest } from "../../log/hash.ts";
import type { Host } from "../host.ts";
import { lawStatus } from "../../domain/editions/law-status.ts";
import { recordBySystem } from "../recording/system-recording.ts";
import { statesOf } from "../streams/states.ts";
import type { DeadlineRow } from "../views.ts";

/** Due days sealed by one recording: small enough that its files seldom advance meanwhile. */
const pageRows = 200;

/** A page whose files advance five times in a row is left to the next minute: officers are working on them. */
const attempts = 5;
const subjectId = id<"subject">();
const actId = id<"act">();
const officeId = id<"office">();

export interface Look {
  /** Due days before this one. */
  readonly before: Day;
  /** The place after which to go on. */
  readonly after?: SweptPlace;
  /** Tells, after each page, whether this was enough for one run. */
  readonly isSpent: (sealed: number) => boolean;
}

/** stopped: all up to `through` was looked at; nothing was, if it is absent. */
export interface Looked {
  readonly status: "complete" | "stopped";
  readonly sealed: number;
  readonly through: SweptPlace | undefined;
}

/** Seals office by office, the oldest due day first; a run passes over what was sealed before. */
export async function sealMissed({ before, after, isSpent }: Look, host: Host): Promise<Looked> {
  let [sealed, through] = [0, after];
  for await (const rows of overduePages(before, after, host)) {
    const page = await sealPage(rows.flatMap(dueDayOf), host);
    if (page === undefined) return { status: "stopped", sealed, through };
    sealed += page;
    through = placeOf(rows.at(-1)) ?? through;
    if (isSpent(sealed)) return { status: "stopped", sealed, through };
  }
  return { status: "complete", sealed, through: undefined };
}

async function* overduePages(
  before: Day,
  after: SweptPlace | undefined,
  { views }: Pick<Host, "views">,
): AsyncGenerator<readonly DeadlineRow[], undefined> {
  const query = { state: "overdue", weight: "violation", unsealed: true, today: before, limit: pageRows } as const;
  const offices = (await views.offices()).map(({ key }) => key);
  for (const office of offices.slice(Math.max(offices.indexOf(after?.office ?? ""), 0))) {
    let last = office === after?.office ? after : undefined;
    for (;;) {
      const rows = await views.deadlines({ ...query, office, ...(last && { after: cursorOf(last) }) });
      if (rows.length > 0) yield rows;
      if (rows.length < pageRows) break;
      last = placeOf(rows.at(-1));
    }
  }
  return undefined;
}

function cursorOf({ dueOn, rule, startedBy, subject }: SweptPlace): string {
  return `${dueOn}~${rule}/${startedBy}/${subject}`;
}

function placeOf(row: DeadlineRow | undefined): SweptPlace | undefined {
  if (row === undefined) return undefined;
  return {
    office: officeId.parse(row.office),
    dueOn: day.parse(row.dueOn),
    rule: code.parse(row.rule),
    startedBy: actId.parse(row.startedBy),
    subject: subjectId.parse(row.subject),
  };
}

function dueDayOf({ stream, key, dueOn, provisional }: DeadlineRow): readonly DueDay[] {
  const about = fileOfStream(stream);
  const passed = parseDay(dueOn);
  return passed === undefined || provisional || about === undefined ? [] : [{ about, deadline: key, dueOn: passed }];
}

/** Seals one page, counts its due days; undefined if files kept advancing or another edition counts. */
async function sealPage(dueDays: readonly DueDay[], host: Host): Promise<number | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const sealed = await trySealPage(dueDays, host);
    if (sealed !== undefined) return sealed;
  }
  return undefined;
}

async function trySealPage(dueDays: readonly DueDay[], host: Host): Promise<number | undefined> {
  const known = await host.load(dueDays.map((due) => streamName("deadline", missId(due))));
  const fresh = dueDays.filter((due) => !known.streams.has(streamName("deadline", missId(due))));
  if (fresh.length === 0) return 0;
  const files = [...new Set(fresh.map(({ about }) => streamName(about.kind, about.id)))];
  const loaded = await host.load([...files, ...editionStreams]);
  const states = statesOf(loaded.streams);
  // Only the edition of the law that counts may say that an office missed a deadline.
  if (lawStatus(states, host.law).status === "other") return undefined;
  const events = eventsOf(fresh, { states, today: dayOf(loaded.now) });
  if (events.length === 0) return 0;
  // Nothing is recorded unless the files and the edition are as they were read: a deadline met meanwhile was not
  // missed.
  const reads = [...files, ...editionStreams].map((stream) => ({
    stream,
    version: loaded.streams.get(stream)?.version ?? 0,
  }));
  const scope = digest(utf8(`minh-chung/missed/v1\n${events.map((event) => event.id).join("\n")}`));
  const recorded = await recordBySystem({ events, loaded, actor: { system: "sweep" }, scope, reads }, host);
  return recorded ? events.length : undefined;
}

function eventsOf(dueDays: readonly DueDay[], context: Parameters<typeof assessed>[1]): readonly NewEvent[] {
  const files = new Map<string, Assessed | undefined>();
  return dueDays.flatMap((due) => {
    const name = streamName(due.about.kind, due.about.id);
    if (!files.has(name)) files.set(name, assessed(due.about, context));
    const obligations = files.get(name);
    return (obligations && missed(due, { states: context.states, obligations })) ?? [];
  });
}
