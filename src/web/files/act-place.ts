/** The intake or case on which an act is recorded or corrected from the console, for whoever may. */

import { type CaseId, type IntakeId, parseId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Place } from "../../domain/cases/place.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { casePage, intakePage } from "../../service/file-page.ts";
import { mayWith } from "../permitted.ts";
import { showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";

/** Else the page that says why not. */
export async function placeForActs(
  c: ConsoleContext,
  kind: Place["kind"],
  command: "record-act" | "correct-act",
): Promise<Outcome<Place, Response>> {
  const place = await readPlace(c, kind);
  if (!place.ok) return refused(await showRefusal(c, place.refusal));
  const may = await mayWith(place.value.state.agency, c.var.visit);
  return may(command) ? place : refused(await showRefusal(c, { code: "not-permitted" }));
}

async function readPlace(c: ConsoleContext, kind: Place["kind"]): Promise<Outcome<Place, Refusal>> {
  const { reader, host } = c.var.visit;
  if (kind === "intake") {
    const id = parseId<IntakeId>(c.req.param("id"));
    const read = id === undefined ? refused({ code: "unknown-intake" } as const) : await intakePage(id, reader, host);
    return read.ok ? done({ kind, state: read.value.state }) : read;
  }
  const id = parseId<CaseId>(c.req.param("id"));
  const read = id === undefined ? refused({ code: "unknown-case" } as const) : await casePage(id, reader, host);
  return read.ok ? done({ kind, state: read.value.state }) : read;
}

export function placePath({ kind, state }: Place): string {
  return `/console/${kind}s/${state.id}`;
}
