/** Readers: who asks, whether they may see it, and the relation of their office to the office whose affair it is. */

import { dayOf, type Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome } from "../../base/outcome.ts";
import type { Acting } from "../../domain/command.ts";
import { type Relation, relation, relationReads } from "../../domain/offices/jurisdiction.ts";
import { mayDo, type ReadName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { loadStates } from "./load-states.ts";
import type { Host } from "../host.ts";
import { readStreams, type TokenIdentity, whoActs } from "./who.ts";

/** A person who reads for an office today. */
export interface Reader {
  readonly acting: Acting;
  readonly today: Day;
}

export async function readerOf(
  identity: TokenIdentity,
  office: OfficeId | undefined,
  host: Host,
): Promise<Outcome<Reader, Refusal>> {
  const acting = await whoActs(identity, office, host);
  if (!acting.ok) return acting;
  const { now } = await readStreams([], host);
  return done({ acting: acting.value, today: dayOf(now) });
}

/** Whether the reader may see an affair of the office `about`, or of no office when it is left out. */
export async function mayRead(
  reader: Reader,
  what: ReadName,
  about: OfficeId | undefined,
  host: Host,
): Promise<boolean> {
  return mayDo(reader.acting.roles, what, await relationTo(reader, about, host));
}

/** Returns the relation of the reader's office to the office `about`. */
export async function relationTo(
  { acting, today }: Reader,
  about: OfficeId | undefined,
  host: Host,
): Promise<Relation> {
  if (about === undefined) return "other";
  const { states } = await loadStates((known) => relationReads(about, acting.office, known), host);
  return relation(about, acting.office, { states, day: today });
}
