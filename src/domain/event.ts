/** An event as the log holds it. Recording fixes the bytes of its canonical JSON (src/log/FORMAT.md). */

import { z } from "zod";
import { appliedLaw } from "./applied-law.ts";
import { id, instant } from "./field.ts";

export const roles = [
  "procurator",
  "chief-procurator",
  "agency-officer",
  "agency-head",
  "court-officer",
  "management-agency",
  "auditor",
  "council-reader",
  "law-keeper",
  "directory-administrator",
  "importer",
] as const;
export type Role = (typeof roles)[number];

export const streamKinds = [
  "log",
  "origin",
  "person",
  "login",
  "edition",
  "superseding",
  "office",
  "directory",
  "intake",
  "case",
  "register",
  "deadline",
  "sweep",
  "finding",
  "instrument",
  "numbering",
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** The kinds of stream that the law reads as a file, so that time limits run in them (file-kinds.ts). */
export const fileKinds = ["intake", "case", "instrument", "register"] as const;
export type FileKind = (typeof fileKinds)[number];

export function isFileKind(kind: StreamKind): kind is FileKind {
  return fileKinds.some((each) => each === kind);
}

/** `<kind>/<id>`. Each stream counts its own versions. */
export type StreamName = `${StreamKind}/${string}`;

export function streamName(kind: StreamKind, streamId: string): StreamName {
  return `${kind}/${streamId}`;
}

export function isStreamName(text: string): text is StreamName {
  return streamKinds.some((kind) => text.startsWith(`${kind}/`));
}

/** parseStreamName reads a name as the log and the database write it, and throws on anything else. */
export function parseStreamName(text: string): StreamName {
  if (!isStreamName(text)) throw new RangeError(`no stream is named ${text}`);
  return text;
}

export function streamKind(name: StreamName): StreamKind {
  const kind = streamKinds.find((known) => name.startsWith(`${known}/`));
  if (kind === undefined) throw new RangeError(`no stream is named ${name}`);
  return kind;
}

export function streamId(name: StreamName): string {
  return name.slice(name.indexOf("/") + 1);
}

/** A file as an event names it: its kind and the id of its stream. */
export const fileName = z.strictObject({ kind: z.enum(fileKinds), id: id<"subject">() });
export type FileName = z.infer<typeof fileName>;

/** fileOfStream returns the file that a stream is; undefined when no time limit runs in it. */
export function fileOfStream(name: StreamName): FileName | undefined {
  return fileName.safeParse({ kind: streamKind(name), id: streamId(name) }).data;
}

/** The actor of an event: a person for an office in a role, or the system itself when a log is opened, re-opened or swept. */
export const actor = z.union([
  z.strictObject({
    person: id<"person">(),
    office: id<"office">(),
    role: z.enum(roles),
    onBehalfOf: id<"office">().optional(),
  }),
  z.strictObject({ system: z.enum(["opening", "reopening", "sweep"]) }),
]);
export type Actor = z.infer<typeof actor>;

/** The envelope of every event; the type decides what its data may be (events.ts). */
export const envelope = z.strictObject({
  actor,
  at: instant,
  data: z.unknown(),
  /** The rule that the event applied, if it applied one. */
  law: z.exactOptional(appliedLaw),
  nonce: id<"nonce">(),
  stream: z.string().meta({ clear: "id" }),
  type: z.string().meta({ clear: "code" }),
  v: z.literal(1),
  version: z.int().positive(),
});
