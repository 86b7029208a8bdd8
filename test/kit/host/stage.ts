/**
 * A stage for commands: streams in memory, as JSON text like the store's, folded from what the commands decide. A
 * command sees only the streams that it asked for and is permitted by the one table, and its events must fit their
 * schemas.
 */

import { dayOf, type Instant, parseDay, parseInstant, type Day } from "../../../src/base/day.ts";
import { formatId, type Id } from "../../../src/base/ids.ts";
import type { Json } from "../../../src/base/canonical-json.ts";
import { done, type Outcome } from "../../../src/base/outcome.ts";
import type { Acting, Command, NewEvent, States } from "../../../src/domain/command.ts";
import { decideFor, streamsRead } from "../../../src/domain/decide-for.ts";
import { type StreamKind, type StreamName, streamKind, streamName } from "../../../src/domain/event.ts";
import { eventSchemas } from "../../../src/domain/events.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import { rowsOf } from "../../../src/domain/projection.ts";
import type { Rows } from "../../../src/domain/row-changes.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { evolve, type StateOf } from "../../../src/domain/streams.ts";
import { currentEdition, editions } from "../../../src/law/edition.ts";
import { commit, formatCommitted } from "../../../src/log/commitment.ts";

const law = { running: currentEdition, known: editions };

type Decided = Outcome<readonly NewEvent[], Refusal>;

export class Stage {
  readonly #states = new Map<StreamName, string>();
  #now: Instant;
  #ids = 0;

  constructor(day: string) {
    this.#now = noon(day);
  }

  get now(): Instant {
    return this.#now;
  }

  /** Sets the size of the log, as if so many entries were sealed. */
  readonly logSize = 100;

  get today(): Day {
    return dayOf(this.#now);
  }

  /** Moves the stage to a later day. */
  on(day: string): this {
    this.#now = noon(day);
    return this;
  }

  newId<T extends Id<string>>(): T {
    this.#ids += 1;
    const bytes = new Uint8Array(16).fill(0xa5);
    new DataView(bytes.buffer).setUint32(0, this.#ids);
    return formatId<T>(bytes);
  }

  state<Kind extends StreamKind>(kind: Kind, id: string): StateOf<Kind> | undefined {
    const text = this.#states.get(streamName(kind, id));
    return text === undefined ? undefined : JSON.parse(text);
  }

  rows(kind: StreamKind, id: string): Rows {
    return rowsOf(streamName(kind, id), this.state(kind, id));
  }

  /** Appends an event that no command decided here: what happened before the story. */
  given(event: NewEvent): this {
    const name = streamName(event.kind, event.id);
    const schema: { parse: (data: unknown) => unknown } | undefined = Reflect.get(
      eventSchemas[event.kind],
      event.event.type,
    );
    const data = sealAll(event.event.data, "");
    schema?.parse(data);
    const before = this.state(event.kind, event.id);
    const after = evolve(event.kind, before as never, { type: event.event.type, data } as never, this.today);
    this.#states.set(name, JSON.stringify(after));
    rowsOf(name, after);
    return this;
  }

  /** Decides and, unless it is refused, records. `trusted` is what the service adds to the parsed body. */
  run<Input>(command: Command<Input, CommandName>, body: unknown, acting: Acting, trusted?: object): Decided {
    const parsed = command.input.parse(body);
    const input: Input = trusted === undefined ? parsed : { ...parsed, ...trusted };
    const seen = this.#load(command, input, acting);
    const loaded: States = { of: (kind, id) => this.#seen(seen, kind, id) };
    const decided = decideFor(command, input, this.#context(acting, loaded));
    if (!decided.ok) return decided;
    for (const event of decided.value.events) this.given(event);
    return done(decided.value.events);
  }

  #context(acting: Acting, states: States): Parameters<typeof decideFor>[2] {
    const { today, logSize } = this;
    return { now: this.#now, today, acting, states, logSize, newId: () => this.newId(), law };
  }

  /** Reads the streams that the command and the permission ask for, until they ask for nothing new. */
  #load<Input>(command: Command<Input, CommandName>, input: Input, acting: Acting): ReadonlySet<StreamName> {
    const seen = new Set<StreamName>();
    const states: States = { of: (kind, id) => (seen.has(streamName(kind, id)) ? this.state(kind, id) : undefined) };
    for (let size = -1; size < seen.size; ) {
      size = seen.size;
      for (const name of streamsRead({ command, input }, acting, states)) seen.add(name);
    }
    return seen;
  }

  /** A decision rests only on streams that recording would assert. */
  #seen<Kind extends StreamKind>(seen: ReadonlySet<StreamName>, kind: Kind, id: string): StateOf<Kind> | undefined {
    const name = streamName(kind, id);
    if (!seen.has(name)) throw new Error(`${streamKind(name)} ${id} was not asked for`);
    return this.state(kind, id);
  }
}

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

function noon(text: string): Instant {
  const instant = parseInstant(`${day(text)}T05:00:00.000Z`);
  if (instant === undefined) throw new RangeError(text);
  return instant;
}

/** Commits as the service does, but with a salt of zeros. */
function sealAll(value: unknown, path: string): Json {
  if (value instanceof Secret) return formatCommitted(commit({ salt: new Uint8Array(32), path, value: value.value }));
  if (Array.isArray(value)) return value.map((item, i) => sealAll(item, `${path}/${i}`));
  if (typeof value !== "object" || value === null) return value as Json;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, sealAll(field, `${path}/${name}`)]));
}
