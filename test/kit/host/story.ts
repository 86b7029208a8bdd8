/** A small real log through the service: a directory, an importer, and files with two debtors and two assets each. */

import type { Json } from "../../../src/base/canonical-json.ts";
import { type Day, dayOf } from "../../../src/base/day.ts";
import { type OfficeId, type PersonId, parseId } from "../../../src/base/ids.ts";
import type { Outcome } from "../../../src/base/outcome.ts";
import { recordBulk } from "../../../src/domain/files/bulk.ts";
import type { Command } from "../../../src/domain/command.ts";
import { openOffice } from "../../../src/domain/offices/commands.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import { foundDirectory } from "../../../src/service/recording/founding.ts";
import type { Answer, Denial } from "../../../src/service/recording/handle.ts";
import { recordedEvents } from "../../../src/service/recording/recorded-events.ts";
import type { Host } from "../../../src/service/host.ts";
import { whoActs } from "../../../src/service/streams/who.ts";
import {
  administratorIdentity,
  agree,
  first,
  founders,
  register,
  second,
  subjectAsks,
  third,
} from "./two-administrators.ts";

/** The subject who administers the directory, imports and audits. */
export const identity = administratorIdentity(first);

export interface Story {
  readonly agency: OfficeId;
  /** The office where the administrator, who is the importer too, has these roles. */
  readonly operator: OfficeId;
  readonly administrator: PersonId;
}

/** Opens the log and registers an agency, and an importer for every office, who audits too. */
export async function beginStory(host: Host): Promise<Story> {
  await foundDirectory(founders, host);
  const body = {
    code: "thads-dong-thap",
    kind: "enforcement-agency",
    name: "Cục THADS tỉnh Đồng Tháp",
    openedOn: "2009-07-01",
  };
  const opened = await ask(host, openOffice, { body, key: "agency" });
  const acting = await whoActs(identity, undefined, host);
  if (!acting.ok) throw new Error("the administrator is not registered");
  const { person, office } = acting.value;
  // Two others give the roles, since nobody gives to themself.
  const another = await register(host, third);
  await agree(host, { do: "grant-role", person: another, office, role: "directory-administrator" }, { key: third });
  for (const role of ["importer", "auditor"]) {
    await agree(host, { do: "grant-role", person, office, role }, { key: role, by: [second, third] });
  }
  return { agency: officeOpenedBy(opened), operator: office, administrator: person };
}

function officeOpenedBy({ placement }: Answer): OfficeId {
  const opened = recordedEvents(placement).find(({ type }) => type === "office-opened");
  const office = parseId<OfficeId>(opened?.data["office"]);
  if (office === undefined) throw new Error("no office was opened");
  return office;
}

interface Imported {
  readonly host: Host;
  readonly key: string;
  /** An import states nothing of what was not done, so what must be found missing comes from documents. */
  readonly source?: "import" | "document";
}

/** Records one bulk of `files` intakes and cases: 7 events each. The same key gets the same answer. */
export async function importFiles(
  { agency }: Story,
  files: number,
  { host, key, source = "import" }: Imported,
): Promise<Answer> {
  const lines = Array.from({ length: files }, (_, i) => fileLines(agency, i, source)).flat();
  return ask(host, recordBulk, { body: lines, key });
}

function fileLines(agency: OfficeId, i: number, source: "import" | "document"): readonly Json[] {
  const day = (on: string): Json => ({ day: on, source });
  const judgment = {
    type: "judgment-issued",
    days: { happenedOn: day("2020-12-01") },
    traits: { judgment: "ordinary" },
  };
  const request = { type: "request-received", ref: `r${i}`, days: { receivedOn: day("2021-01-04") } };
  return [
    {
      do: "open-intake",
      ref: `i${i}`,
      agency,
      motion: "on-request",
      openedOn: "2021-01-04",
      judgment: `0${i}/2020/DS-ST`,
      acts: [judgment, request],
    },
    {
      do: "open-case",
      ref: `c${i}`,
      intake: `@i${i}`,
      decidedOn: day("2021-01-08"),
      number: `1${i}/QĐ-CCTHADS`,
      parties: ["Nguyễn Văn A", "Trần Thị B"].map((name) => ({ side: "debtor", name })),
      assets: ["nhà", "xe"].map((description, kind) => ({ kind: kind === 0 ? "immovable" : "movable", description })),
    },
  ];
}

/** Returns today in Vietnam, by the database's clock. */
export async function todayOf(host: Host): Promise<Day> {
  return dayOf((await host.load([])).now);
}

async function ask<Input>(host: Host, command: Command<Input, CommandName>, asked: Asked): Promise<Answer> {
  const answered = await administratorAsks(host, command, asked);
  if (!answered.ok) throw new Error(`${command.name}: ${JSON.stringify(answered.refusal)}`);
  return answered.value;
}

interface Asked {
  readonly body: Json;
  readonly key: string;
}

export async function administratorAsks<Input>(
  host: Host,
  command: Command<Input, CommandName>,
  { body, key }: Asked,
): Promise<Outcome<Answer, Denial>> {
  return subjectAsks(host, command, { as: identity.subject, body, key });
}
