/** An event as the log holds it. The bytes of its canonical JSON are fixed when it is recorded (log/FORMAT.md, event). */

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

/** The streams in which time limits run. */
export const fileKinds = ["intake", "case", "instrument", "register"] as const;
export type FileKind = (typeof fileKinds)[number];

export function isFileKind(kind: StreamKind): kind is FileKind {
  return fileKinds.some((each) => each === kind);
}

/** `<kind>/<id>`: what a version counts. */
export type StreamName = `${StreamKind}/${string}`;

export function streamName(kind: StreamKind, streamId: string): StreamName {
  return `${kind}/${streamId}`;
}

export function isStreamName(text: string): text is StreamName {
  return streamKinds.some((kind) => text.startsWith(`${kind}/`));
}

/** The name as the log and the database write it; throws on anything else. */
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

/** Who acted: a person, for an office, in a role; or the system itself (the sweep, the opening of the log), or its operator. */
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

/** An event, all but what its data may be: its type decides that (events.ts). */
export const envelope = z.strictObject({
  actor,
  at: instant,
  data: z.unknown(),
  /** The rule that was applied, where one was. */
  law: z.exactOptional(appliedLaw),
  nonce: id<"nonce">(),
  stream: z.string().meta({ clear: "id" }),
  type: z.string().meta({ clear: "code" }),
  v: z.literal(1),
  version: z.int().positive(),
});
