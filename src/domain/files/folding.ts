/**
 * States that advance while a command decides: each event is folded as soon as it is decided, so that the next line of a
 * bulk sees it. Commitments are drawn only when the events are recorded; until then a placeholder stands in their place.
 */

import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { NewEvent, States } from "../command.ts";
import type { StreamKind } from "../event.ts";
import type { EventOf } from "../events.ts";
import { Secret } from "../secret.ts";
import { evolve, type StateOf } from "../streams.ts";
import type { ActFileKind } from "./act-file.ts";
import { caseEvents, intakeEvents, registerEvents } from "./events.ts";

export interface Folding {
  readonly states: States;
  readonly fold: (event: NewEvent) => void;
}

type Advanced = { readonly [Kind in StreamKind]?: Map<string, StateOf<Kind>> };

/** folding starts from the loaded states; only intakes, cases and registers can advance. */
export function folding(loaded: States, recordedOn: Day): Folding {
  const advanced: Advanced = { case: new Map(), intake: new Map(), register: new Map() };
  const of = <Kind extends StreamKind>(kind: Kind, id: string): StateOf<Kind> | undefined =>
    advanced[kind]?.get(id) ?? loaded.of(kind, id);
  const advance = <Kind extends ActFileKind>(kind: Kind, id: string, event: NewEvent["event"]): void => {
    // A stream that begins here was never loaded, and `loaded` may be asked only for what was.
    const before = event.type.endsWith("-opened") ? undefined : of(kind, id);
    const happened = bulkEvents[kind].parse({ type: event.type, data: withoutSecrets(event.data) });
    advanced[kind]?.set(id, evolve(kind, before, happened, recordedOn));
  };
  const fold = ({ kind, id, event }: NewEvent): void => {
    if (kind !== "case" && kind !== "intake" && kind !== "register") throw new RangeError(`a bulk moves no ${kind}`);
    advance(kind, id, event);
  };
  return { states: { of }, fold };
}

const placeholder = { sealed: "0".repeat(64) };

/** withoutSecrets puts a placeholder in the place of each value that will be committed to. */
export function withoutSecrets(value: unknown): unknown {
  if (value instanceof Secret) return placeholder;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutSecrets(field)]));
}

/** The schemas of the events that a bulk decides. */
const bulkEvents: { readonly [Kind in ActFileKind]: z.ZodType<EventOf<Kind>> } = {
  intake: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("intake-opened"), data: intakeEvents["intake-opened"] }),
    z.strictObject({ type: z.literal("intake-decided"), data: intakeEvents["intake-decided"] }),
    z.strictObject({ type: z.literal("act-recorded"), data: intakeEvents["act-recorded"] }),
  ]),
  case: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("case-opened"), data: caseEvents["case-opened"] }),
    z.strictObject({ type: z.literal("act-recorded"), data: caseEvents["act-recorded"] }),
  ]),
  register: z.strictObject({ type: z.literal("act-recorded"), data: registerEvents["act-recorded"] }),
};
