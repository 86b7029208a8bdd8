/**
 * Every day the sweep seals each due day that passed with nothing done, once. The read model only says where to look: the
 * streams decide, and a file that moves meanwhile is looked at again the next day. It may be stopped anywhere and begun anew.
 */

import { utf8 } from "../base/bytes.ts";
import { type Day, dayOf, parseDay } from "../base/day.ts";
import type { NewEvent } from "../domain/command.ts";
import { type DueDay, missed, missId } from "../domain/deadlines/missed.ts";
import { editionStreams } from "../domain/editions/adoption.ts";
import { streamId, streamKind, streamName } from "../domain/event.ts";
import { id } from "../domain/field.ts";
import { type Assessed, assessed } from "../domain/findings/detected.ts";
import { digest } from "../log/hash.ts";
import type { Host } from "./host.ts";
import { lawStanding } from "./law-standing.ts";
import { recordOwn } from "./own-record.ts";
import { statesOf } from "./states.ts";
import type { DeadlineRow } from "./views.ts";

const pageRows = 200;
const subjectId = id<"subject">();

/** How many were sealed now. */
export async function sealMissed(host: Host): Promise<number> {
  const today = dayOf((await host.load([])).now);
  let sealed = 0;
  for (const { key: office } of await host.views.offices()) sealed += await sealMissedOf(office, today, host);
  return sealed;
}

async function sealMissedOf(office: string, today: Day, host: Host): Promise<number> {
  const query = { office, state: "overdue", weight: "violation", today, limit: pageRows } as const;
  let sealed = 0;
  let after: string | undefined;
  for (;;) {
    const rows = await host.views.deadlines(after === undefined ? query : { ...query, after });
    sealed += await sealPage(rows.flatMap(dueDayOf), host);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return sealed;
    after = `${last.dueOn ?? "infinity"}~${last.key}`;
  }
}

function dueDayOf({ stream, key, dueOn, provisional }: DeadlineRow): readonly DueDay[] {
  const kind = streamKind(stream);
  const day = parseDay(dueOn);
  if (day === undefined || provisional || (kind !== "intake" && kind !== "case" && kind !== "instrument")) return [];
  return [{ about: { kind, id: subjectId.parse(streamId(stream)) }, deadline: key, dueOn: day }];
}

async function sealPage(dueDays: readonly DueDay[], host: Host): Promise<number> {
  const known = await host.load(dueDays.map((due) => streamName("deadline", missId(due))));
  const fresh = dueDays.filter((due) => !known.streams.has(streamName("deadline", missId(due))));
  if (fresh.length === 0) return 0;
  const files = [...new Set(fresh.map(({ about }) => streamName(about.kind, about.id)))];
  const loaded = await host.load([...files, ...editionStreams]);
  const states = statesOf(loaded.streams);
  // Nobody is accused by an edition of the law that is not the one that counts.
  if (lawStanding(states, host.law).status === "other") return 0;
  const events = eventsOf(fresh, { states, today: dayOf(loaded.now) });
  if (events.length === 0) return 0;
  // The files and the edition stand as they were read, or nothing is recorded: what was met meanwhile was not missed.
  const reads = [...files, ...editionStreams].map((stream) => ({
    stream,
    version: loaded.streams.get(stream)?.version ?? 0,
  }));
  const scope = digest(utf8(`minh-chung/missed/v1\n${events.map((event) => event.id).join("\n")}`));
  const recorded = await recordOwn({ events, loaded, actor: { system: "sweep" }, scope, reads }, host);
  return recorded ? events.length : 0;
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
