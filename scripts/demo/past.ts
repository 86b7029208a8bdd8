/**
 * What the scenes of the past have in common: they import files, confirm what the system found there, and import the
 * instrument of that time.
 */

import type { InstrumentId } from "../../src/base/ids.ts";
import { recordBulk } from "../../src/domain/files/bulk.ts";
import { importInstrument } from "../../src/domain/instruments/commands/importing.ts";
import { type Breaches, confirmBreaches } from "./findings.ts";
import type { Line } from "./lines.ts";
import { type Offices, office } from "./offices.ts";
import { idIn, type DemoActors } from "./actors.ts";

export interface Scene {
  readonly actors: DemoActors;
  readonly offices: Offices;
}

export async function importLines({ actors }: Scene, lines: readonly Line[]): Promise<void> {
  await actors.act("importer", { command: recordBulk, input: lines });
}

export const debtor = (ref: string): Line => ({ ref, side: "debtor" });

export async function breaches(
  { actors, offices }: Scene,
  place: string,
  rule: string,
  cited?: string,
): Promise<Breaches> {
  const where = {
    subject: "archivist",
    procuracy: office(offices, `vks-${place}`),
    office: office(offices, `thads-${place}`),
    rule,
  };
  return confirmBreaches(actors, { ...where, ...(cited === undefined ? {} : { cited }) });
}

export interface PastInstrument {
  readonly kind: "recommendation" | "protest";
  readonly number: string;
  readonly addressee?: string;
  readonly found: readonly Breaches[];
  readonly demand: string;
  readonly body: string;
  readonly issuedOn: string;
  readonly groundOn?: string;
  readonly served: Line;
  readonly receivedOn: string;
  readonly withdrawn?: Line;
}

export async function issuePast(
  { actors, offices }: Scene,
  place: string,
  { found, demand, addressee, ...past }: PastInstrument,
): Promise<InstrumentId> {
  const items = found
    .filter(({ findings }) => findings.length > 0)
    .map(({ findings, of }) => ({ findings, of, demand }));
  const input = {
    ...past,
    issuer: office(offices, `vks-${place}`),
    addressee: office(offices, addressee ?? `thads-${place}`),
    items,
  };
  return idIn(await actors.act("importer", { command: importInstrument, input }), "instrument-drafted", "instrument");
}
