/**
 * Who may do what, and who gave it: the roles that persons hold today or will hold, with the entry of each. It names the
 * persons, who act for offices; the names that are shown are one row of the access journal.
 */

import type { Day, Instant } from "../../base/day.ts";
import { type OfficeId, type PersonId, parseId } from "../../base/ids.ts";
import { z } from "zod";
import { type Role, streamName } from "../../domain/event.ts";
import { instant } from "../../domain/field.ts";
import type { Grant, PersonState } from "../../domain/offices/person.ts";
import { isStrong } from "../../domain/offices/strong-roles.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import { loadStates } from "../streams/load-states.ts";
import { type NamedOffice, namedOffices } from "../streams/office-names.ts";
import type { Reader } from "../streams/reader.ts";
import { type Opened, openClass } from "./opened.ts";

export interface Named {
  readonly person: PersonId;
  /** Absent where it was erased. */
  readonly name: string | undefined;
}

export type NameOf = (person: PersonId) => Named;

export interface Right {
  readonly office: OfficeId;
  readonly officeName: string | undefined;
  readonly role: Role;
  /** It takes two administrators (src/README.md#two-administrators). */
  readonly strong: boolean;
  readonly from: Day;
  /** The first day without it, if there is one. */
  readonly until: Day | undefined;
  /** Who gave it, or proposed it; absent where the system did, at a founding. */
  readonly grantedBy: Named | undefined;
  readonly adoptedBy: Named | undefined;
  /** Absent until it is sealed. */
  readonly entry: { readonly index: number; readonly at: Instant } | undefined;
}

export interface RightsOfPerson extends Named {
  readonly key: PersonId;
  readonly rights: readonly Right[];
}

/** rightsOfPeople lists persons in the order of their ids, those who hold nothing too. */
export async function rightsOfPeople(
  page: { readonly after?: string; readonly limit: number },
  reader: Reader,
  host: Host,
): Promise<readonly RightsOfPerson[]> {
  const rows = await host.views.people(page);
  const people = await personsOf(
    rows.flatMap(({ person }) => parseId<PersonId>(person) ?? []),
    host,
  );
  const offices = people.flatMap(({ grants }) => grants.map(({ office }) => office));
  const nameOf = await namesOf(people, reader, host);
  const officeNames = await namedOffices([...new Set(offices)], host);
  return Promise.all(
    people.map(async (person) => ({
      ...nameOf(person.id),
      key: person.id,
      rights: await rightsOf(person, { today: reader.today, nameOf, officeNames }, host),
    })),
  );
}

async function personsOf(ids: readonly PersonId[], host: Host): Promise<readonly PersonState[]> {
  const { states } = await loadStates(() => ids.map((id) => streamName("person", id)), host);
  return ids.flatMap((id) => states.of("person", id) ?? []);
}

/** namesOfPersons opens and journals the names of the persons with these ids, for a reader who may read rights. */
export async function namesOfPersons(ids: readonly PersonId[], reader: Reader, host: Host): Promise<NameOf> {
  return openNames(await personsOf([...new Set(ids)], host), reader, host);
}

/** namesOf opens the names of these persons and of everybody who gave them a role. */
async function namesOf(people: readonly PersonState[], reader: Reader, host: Host): Promise<NameOf> {
  const givers = people.flatMap(({ grants }) => grants.flatMap(({ by, proposedBy }) => [by, proposedBy]));
  const known = new Set(people.map(({ id }) => id));
  const others = [...new Set(givers)].flatMap((id) => (id === undefined || known.has(id) ? [] : [id]));
  return openNames([...people, ...(await personsOf(others, host))], reader, host);
}

async function openNames(all: readonly PersonState[], reader: Reader, host: Host): Promise<NameOf> {
  const opened = await openClass(
    all.map(({ name }) => name),
    "personal",
    host,
  );
  await noteLooks(
    all.filter(({ name }) => opened.has(name.sealed)),
    reader,
    host,
  );
  const names = new Map(all.map(({ id, name }) => [id, nameIn(opened, name.sealed)]));
  return (person) => ({ person, name: names.get(person) });
}

async function noteLooks(people: readonly PersonState[], { acting }: Reader, host: Host): Promise<void> {
  const { person, office } = acting;
  const shown = people.map(({ id, name }) => ({ stream: streamName("person", id), sealed: [name.sealed] }));
  await host.journal.note({ person, office, shown });
}

function nameIn(opened: Opened, sealed: string): string | undefined {
  const value = opened.get(sealed);
  return typeof value === "string" ? value : undefined;
}

interface Naming {
  readonly today: Day;
  readonly nameOf: NameOf;
  readonly officeNames: ReadonlyMap<OfficeId, NamedOffice>;
}

async function rightsOf({ id, grants }: PersonState, naming: Naming, host: Host): Promise<readonly Right[]> {
  const entries = await grantEntries(id, host);
  // Each grant was made by one event of the stream, in the same order.
  return grants.flatMap((grant, i) => {
    const until = endOf(grant);
    return until !== undefined && until <= naming.today ? [] : [rightOf(grant, { until, entry: entries[i] }, naming)];
  });
}

function rightOf(
  { office, role, from, by, proposedBy }: Grant,
  known: Pick<Right, "until" | "entry">,
  { nameOf, officeNames }: Naming,
): Right {
  const [granter, adopter] = proposedBy === undefined ? [by, undefined] : [proposedBy, by];
  return {
    office,
    officeName: officeNames.get(office)?.name,
    role,
    strong: isStrong(role),
    from,
    ...known,
    grantedBy: granter && nameOf(granter),
    adoptedBy: adopter && nameOf(adopter),
  };
}

function endOf({ until, endedOn }: Grant): Day | undefined {
  return until === undefined || (endedOn !== undefined && endedOn < until) ? endedOn : until;
}

const event = z.object({ type: z.string(), at: instant });

async function grantEntries(person: PersonId, { log }: Host): Promise<readonly NonNullable<Right["entry"]>[]> {
  const leaves = await log.leavesOf(streamName("person", person));
  return leaves.flatMap(({ index, leaf }) => {
    const { type, at } = event.parse(leafEvent(leaf));
    return type === "role-granted" ? [{ index, at }] : [];
  });
}
