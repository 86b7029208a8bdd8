/** Reading for somebody: who they are, whether they may, and the streams they may see. */

import { dayOf, type Day } from "../base/day.ts";
import type { OfficeId } from "../base/ids.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Acting, States } from "../domain/command.ts";
import type { StreamName } from "../domain/event.ts";
import { relation, relationReads } from "../domain/offices/jurisdiction.ts";
import { mayDo, type ReadName } from "../domain/permission.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Host } from "./host.ts";
import type { LoadedStream } from "./ports.ts";
import { statesOf } from "./states.ts";
import { readStreams, type TokenIdentity, whoActs } from "./who.ts";

/** Somebody who reads, today. */
export interface Reader {
  readonly acting: Acting;
  readonly today: Day;
}

export async function readerOf(identity: TokenIdentity, office: OfficeId | undefined, host: Host): Promise<Outcome<Reader, Refusal>> {
  const acting = await whoActs(identity, office, host);
  if (!acting.ok) return acting;
  const { now } = await readStreams([], host);
  return done({ acting: acting.value, today: dayOf(now) });
}

/** May this reader see what belongs to this office? undefined: what belongs to nobody in particular. */
export async function mayRead({ acting, today }: Reader, what: ReadName, about: OfficeId | undefined, host: Host): Promise<boolean> {
  if (about === undefined) return mayDo(acting.roles, what, "other");
  const states = await officesAround(about, acting.office, host);
  return mayDo(acting.roles, what, relation(about, acting.office, { states, day: today }));
}

async function officesAround(about: OfficeId, acting: OfficeId, host: Host): Promise<States> {
  const streams = new Map<StreamName, LoadedStream | undefined>();
  for (;;) {
    const missing = relationReads(about, acting, statesOf(streams)).filter((name) => !streams.has(name));
    if (missing.length === 0) return statesOf(streams);
    for (const [name, stream] of (await readStreams(missing, host)).streams) streams.set(name, stream);
  }
}
