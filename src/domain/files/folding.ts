/**
 * States that move while a command decides: each event is folded as soon as it is decided, so that what follows sees it.
 * Commitments are drawn when it is recorded; until then one that commits to nothing stands in their place.
 */

import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { NewEvent, States } from "../command.ts";
import type { StreamKind } from "../event.ts";
import { evolveIntake } from "./intake.ts";
import { Secret } from "../secret.ts";
import { evolveRegister } from "./register.ts";
import type { StateOf } from "../streams.ts";
import { evolveCase } from "./case.ts";
import { caseEvents, intakeEvents, registerEvents } from "./events.ts";

type Moved = { readonly [Kind in StreamKind]: Map<string, StateOf<Kind>> };

export interface Folding {
  readonly states: States;
  readonly fold: (event: NewEvent) => void;
}

/** Only intakes, cases and registers move. */
export function folding(loaded: States, recordedOn: Day): Folding {
  const moved = nothingMoved();
  const of = <Kind extends StreamKind>(kind: Kind, id: string): StateOf<Kind> | undefined =>
    moved[kind].get(id) ?? loaded.of(kind, id);
  const fold = ({ kind, id, event }: NewEvent): void => {
    const happened: unknown = { type: event.type, data: withoutSecrets(event.data) };
    // A stream that begins here was never loaded, and is not asked for.
    const begins = event.type === "intake-opened" || event.type === "case-opened";
    if (kind === "intake") {
      moved.intake.set(
        id,
        evolveIntake(begins ? undefined : of(kind, id), intakeEvent.parse(happened), { recordedOn }),
      );
    } else if (kind === "case") {
      moved.case.set(id, evolveCase(begins ? undefined : of(kind, id), caseEvent.parse(happened), { recordedOn }));
    } else if (kind === "register") {
      moved.register.set(id, evolveRegister(of(kind, id), registerEvent.parse(happened), { recordedOn }));
    } else throw new RangeError(`a bulk moves no ${kind}`);
  };
  return { states: { of }, fold };
}

function nothingMoved(): Moved {
  return {
    log: new Map(),
    origin: new Map(),
    person: new Map(),
    login: new Map(),
    office: new Map(),
    intake: new Map(),
    case: new Map(),
    register: new Map(),
    deadline: new Map(),
    sweep: new Map(),
    finding: new Map(),
    instrument: new Map(),
    numbering: new Map(),
    edition: new Map(),
    superseding: new Map(),
  };
}

const nothing = { sealed: "0".repeat(64) };

function withoutSecrets(value: unknown): unknown {
  if (value instanceof Secret) return nothing;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutSecrets(field)]));
}

/** Those that a bulk decides. */
const intakeEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("intake-opened"), data: intakeEvents["intake-opened"] }),
  z.strictObject({ type: z.literal("intake-decided"), data: intakeEvents["intake-decided"] }),
  z.strictObject({ type: z.literal("act-recorded"), data: intakeEvents["act-recorded"] }),
]);
const caseEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("case-opened"), data: caseEvents["case-opened"] }),
  z.strictObject({ type: z.literal("act-recorded"), data: caseEvents["act-recorded"] }),
]);
const registerEvent = z.strictObject({ type: z.literal("act-recorded"), data: registerEvents["act-recorded"] });
