/** Every event that the log may hold, by kind of stream. The list is closed: an audit reports any other event. */

import { z } from "zod";
import { caseEvents, intakeEvents, registerEvents } from "./files/events.ts";
import { deadlineEvents, sweepEvents } from "./deadlines/events.ts";
import { editionEvents, supersedingEvents } from "./editions/events.ts";
import type { StreamKind } from "./event.ts";
import { code, commitment, verifierKey, origin } from "./field.ts";
import { findingEvents } from "./findings/events.ts";
import { instrumentEvents, numberingEvents } from "./instruments/events.ts";
import { directoryEvents } from "./offices/changes/events.ts";
import { loginEvents, officeEvents, personEvents } from "./offices/events.ts";

/** Entry 0 says whose log this is, which key signs it, and with which format and edition of the law it began. */
export const logEvents = {
  "log-opened": z.strictObject({
    origin,
    key: verifierKey,
    format: z.literal(1),
    edition: z.int().positive(),
    editionDigest: code,
  }),
  /** Disclosures of committed fields are journalled off the log; the digest of the journal's rows, chained in their order, makes it tamper-evident. */
  "journal-closed": z.strictObject({
    from: z.int().positive(),
    to: z.int().positive(),
    reads: z.int().positive(),
    digest: commitment,
  }),
} as const;

/** The reasons for which an operator re-opens a log that had stopped. */
export const logReopeningReasons = [
  "backup-restored",
  "replica-took-over",
  "signer-memory-replaced",
  "stream-repaired",
  "clock-repaired",
  "foreign-taken-out",
] as const;

const signedTree = { size: z.int().positive(), root: commitment };

/** The origin has a stream of its own, because an event of log/log may still wait that could not be sealed when the log stopped. */
export const originEvents = {
  /** The log goes on under another origin and key (src/log/FORMAT.md). */
  "log-reopened": z.strictObject({
    origin,
    key: verifierKey,
    before: z.strictObject({ origin, key: verifierKey, ...signedTree }),
    stopped: code,
    reason: z.enum(logReopeningReasons),
    remembered: z.exactOptional(z.strictObject(signedTree)),
    /** Recordings that no server of the log had made, which were taken out before any of their events was sealed. */
    leftOut: z.exactOptional(z.int().positive()),
  }),
} as const;

export const eventSchemas = {
  log: logEvents,
  origin: originEvents,
  person: personEvents,
  login: loginEvents,
  edition: editionEvents,
  superseding: supersedingEvents,
  office: officeEvents,
  directory: directoryEvents,
  intake: intakeEvents,
  case: caseEvents,
  register: registerEvents,
  deadline: deadlineEvents,
  sweep: sweepEvents,
  finding: findingEvents,
  instrument: instrumentEvents,
  numbering: numberingEvents,
} as const satisfies Record<StreamKind, Record<string, z.ZodType>>;

type Schemas = typeof eventSchemas;

/** The events of one kind of stream, each as `{ type, data }`. */
export type EventOf<Kind extends StreamKind> = {
  readonly [Type in keyof Schemas[Kind] & string]: {
    readonly type: Type;
    readonly data: Schemas[Kind][Type] extends z.ZodType<infer Data> ? Data : never;
  };
}[keyof Schemas[Kind] & string];

export type LogEvent = { readonly [Kind in StreamKind]: EventOf<Kind> }[StreamKind];
