/** The intake, case or register that the address of a page names, for who may read it or act on it. */

import { parseId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { actFile, type ActFile, type ActFileKind, type ActFileOf } from "../../domain/files/act-file.ts";
import { ownedFile } from "../../domain/file-kinds.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { StateOf } from "../../domain/streams.ts";
import { type FilePage, filePage } from "../../service/reading/file-page.ts";
import type { SealedEntry } from "../../service/reading/sealed-entries.ts";
import { mayWith } from "../frame/permitted.ts";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";

/** askedFile reads the file, or returns the page that says why not. */
export async function askedFile<Kind extends ActFileKind>(
  c: ConsoleContext,
  kind: Kind,
): Promise<Outcome<FilePage<StateOf<Kind>>, Response>> {
  const { reader, host } = c.var.visit;
  const id = parseId(c.req.param("id"));
  const read =
    id === undefined ? refused<Refusal>({ code: `unknown-${kind}` }) : await filePage(kind, id, reader, host);
  return read.ok ? read : refused(await showRefusal(c, read.refusal));
}

/** actFileFor returns the file if the visitor may give the command on it, else the page that says why not. */
export async function actFileFor<Kind extends ActFileKind>(
  c: ConsoleContext,
  kind: Kind,
  command: CommandName,
): Promise<Outcome<ActFileOf<Kind>, Response>> {
  const page = await actPageFor(c, kind, command);
  return page.ok ? done(page.value.file) : page;
}

interface ActPage<Kind extends ActFileKind> {
  readonly file: ActFileOf<Kind>;
  readonly version: number;
  readonly entries: readonly SealedEntry[];
}

/** actPageFor is actFileFor with the version that was read, and the entries. */
export async function actPageFor<Kind extends ActFileKind>(
  c: ConsoleContext,
  kind: Kind,
  command: CommandName,
): Promise<Outcome<ActPage<Kind>, Response>> {
  const read = await askedFile(c, kind);
  if (!read.ok) return read;
  const { state, version, entries } = read.value;
  const may = await mayWith(ownedFile(kind, state).owners.agency, c.var.visit);
  if (!may(command)) return refused(await showRefusal(c, { code: "not-permitted" }));
  return done({ file: actFile(kind, state), version, entries });
}

export function actFilePath({ kind, state }: ActFile): string {
  return `/console/${kind}s/${state.id}`;
}
