/**
 * Opens committed fields for a reader who may see what they belong to (src/README.md#access). Only those of class
 * reference: the read goes to the access journal before a value leaves. A command of its own opens class personal
 * (disclosing.ts).
 */

import type { Json } from "../../base/canonical-json.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { StreamName } from "../../domain/event.ts";
import { type CommittedField, committed } from "../../domain/field.ts";
import type { SecretClass } from "../../domain/secret.ts";
import type { Host } from "../host.ts";
import { mayRead, type Reader } from "../streams/reader.ts";

/** By commitment. A field that is missing was erased, is of the other class, or may not be seen. */
export type Opened = ReadonlyMap<string, Json>;

/** The fields' stream. `abouts`: the offices whose affair it is; the right to see that of one is enough. */
export interface FieldPlace {
  readonly stream: StreamName;
  readonly abouts: readonly OfficeId[];
}

export async function openReferences(
  state: unknown,
  { stream, abouts }: FieldPlace,
  reader: Reader,
  host: Host,
): Promise<Opened> {
  const fields = committedFields(state);
  if (fields.length === 0 || !(await mayReadOneOf(reader, abouts, host))) return new Map();
  const opened = await openClass(fields, "reference", host);
  const { person, office } = reader.acting;
  if (opened.size > 0) await host.journal.note({ person, office, shown: [{ stream, sealed: [...opened.keys()] }] });
  return opened;
}

async function mayReadOneOf(reader: Reader, abouts: readonly OfficeId[], host: Host): Promise<boolean> {
  for (const about of abouts) if (await mayRead(reader, "disclose-reference", about, host)) return true;
  return false;
}

/** Reveals the values of one class. The caller has decided that they may leave, and journalled it. */
export async function openClass(
  fields: readonly { readonly sealed: string }[],
  secretClass: SecretClass,
  host: Pick<Host, "vault">,
): Promise<Opened> {
  const revealed = await host.vault.reveal(fields.map((field) => field.sealed));
  return new Map(
    [...revealed].flatMap(([commitment, { class: of, value }]) => (of === secretClass ? [[commitment, value]] : [])),
  );
}

/** Finds every committed field in a value, however deep. */
export function committedFields(value: unknown): readonly CommittedField[] {
  if (typeof value !== "object" || value === null) return [];
  const field = committed.safeParse(value);
  return field.success ? [field.data] : Object.values(value).flatMap(committedFields);
}
