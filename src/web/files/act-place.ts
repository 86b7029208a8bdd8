/** The intake, case or register on which something is recorded or corrected from the console, for whoever may. */

import { type CaseId, type IntakeId, parseId, type RegisterId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { keeperOf, type Place } from "../../domain/files/place.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { casePage, intakePage, registerPage } from "../../service/reading/file-page.ts";
import { mayWith } from "../frame/permitted.ts";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";

type IntakePlace = Extract<Place, { kind: "intake" }>;
type CasePlace = Extract<Place, { kind: "case" }>;

/** Else the page that says why not. */
export async function placeFor(
  c: ConsoleContext,
  kind: Place["kind"],
  command: CommandName,
): Promise<Outcome<Place, Response>> {
  switch (kind) {
    case "intake":
      return intakeFor(c, command);
    case "case":
      return caseFor(c, command);
    case "register":
      return registerFor(c, command);
  }
}

export async function intakeFor(c: ConsoleContext, command: CommandName): Promise<Outcome<IntakePlace, Response>> {
  const { reader, host } = c.var.visit;
  const id = parseId<IntakeId>(c.req.param("id"));
  const read = id === undefined ? refused({ code: "unknown-intake" } as const) : await intakePage(id, reader, host);
  return permitted(c, command, read.ok ? done({ kind: "intake", state: read.value.state }) : read);
}

export async function caseFor(c: ConsoleContext, command: CommandName): Promise<Outcome<CasePlace, Response>> {
  const { reader, host } = c.var.visit;
  const id = parseId<CaseId>(c.req.param("id"));
  const read = id === undefined ? refused({ code: "unknown-case" } as const) : await casePage(id, reader, host);
  return permitted(c, command, read.ok ? done({ kind: "case", state: read.value.state }) : read);
}

async function registerFor(c: ConsoleContext, command: CommandName): Promise<Outcome<Place, Response>> {
  const { reader, host } = c.var.visit;
  const id = parseId<RegisterId>(c.req.param("id"));
  const read = id === undefined ? refused({ code: "unknown-register" } as const) : await registerPage(id, reader, host);
  return permitted(c, command, read.ok ? done({ kind: "register", state: read.value.state }) : read);
}

async function permitted<P extends Place>(
  c: ConsoleContext,
  command: CommandName,
  place: Outcome<P, Refusal>,
): Promise<Outcome<P, Response>> {
  if (!place.ok) return refused(await showRefusal(c, place.refusal));
  const may = await mayWith(keeperOf(place.value), c.var.visit);
  return may(command) ? place : refused(await showRefusal(c, { code: "not-permitted" }));
}

export function placePath({ kind, state }: Place): string {
  return `/console/${kind}s/${state.id}`;
}
