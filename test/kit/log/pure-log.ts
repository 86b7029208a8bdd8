/**
 * A log in memory, recorded as the service records it: the founding, commands by persons in the roles that the directory
 * gives them, and events of the system. Its entries are the bytes that PostgreSQL would hold.
 */

import { emptyCache } from "../../../src/assemble.ts";
import { type Day, dayOf, type Instant, parseInstant } from "../../../src/base/day.ts";
import { formatId, type Id, type OfficeId, type PersonId } from "../../../src/base/ids.ts";
import { parseUtf8 } from "../../../src/base/bytes.ts";
import type { Command, NewEvent, States } from "../../../src/domain/command.ts";
import { decideFor } from "../../../src/domain/decide-for.ts";
import type { ProgramLaw } from "../../../src/domain/editions/law-status.ts";
import type { Actor, StreamKind, StreamName } from "../../../src/domain/event.ts";
import { rolesAt } from "../../../src/domain/offices/person.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { StateOf } from "../../../src/domain/streams.ts";
import { currentEdition, editions } from "../../../src/law/edition.ts";
import type { Host } from "../../../src/service/host.ts";
import type { LoadedStream } from "../../../src/service/loaded-stream.ts";
import type { Recording } from "../../../src/service/ports.ts";
import { compose } from "../../../src/service/recording/compose.ts";
import { foundDirectory } from "../../../src/service/recording/founding.ts";
import { statesOf } from "../../../src/service/streams/states.ts";

/** A person at an office, in whatever roles the directory gives them there. */
export interface At {
  readonly person: PersonId;
  readonly office: OfficeId;
}

export class PureLog {
  readonly entries: Uint8Array[] = [];
  readonly #streams = new Map<StreamName, LoadedStream>();
  #now: Instant;
  #random = 0;
  law: ProgramLaw = { running: currentEdition, known: editions };

  constructor(day: string) {
    this.#now = instantOf(day);
  }

  get today(): Day {
    return dayOf(this.#now);
  }

  get states(): States {
    return statesOf(this.#streams);
  }

  /** Moves to a moment of a later day: noon in Vietnam, where none is given. */
  on(day: string, time?: string): this {
    this.#now = instantOf(day, time);
    return this;
  }

  state<Kind extends StreamKind>(kind: Kind, id: string): StateOf<Kind> | undefined {
    return this.states.of(kind, id);
  }

  async found(founders: Parameters<typeof foundDirectory>[0]): Promise<void> {
    await foundDirectory(founders, this.#host());
  }

  /** Decides and records, or throws the refusal. `trusted` is what the service adds to the parsed body. */
  does<Input>(
    command: Command<Input, CommandName>,
    body: unknown,
    { by: { person, office }, ...trusted }: { readonly by: At },
  ): readonly NewEvent[] {
    const parsed = command.input.parse(JSON.parse(JSON.stringify(body)));
    const input: Input = { ...(Array.isArray(parsed) ? parsed : { ...parsed, ...trusted }) };
    const holder = this.state("person", person);
    const roles = holder === undefined ? [] : rolesAt(holder, office, this.today);
    const decided = decideFor(command, Array.isArray(parsed) ? parsed : input, {
      now: this.#now,
      today: this.today,
      acting: { person, office, roles },
      states: this.states,
      logSize: this.entries.length,
      newId: () => this.newId(),
      law: this.law,
    });
    if (!decided.ok) throw new Error(`${command.name}: ${JSON.stringify(decided.refusal)}`);
    const { role, events } = decided.value;
    this.records(events, { person, office, role });
    return events;
  }

  /** Records events that somebody made, whether or not they may. */
  records(events: readonly NewEvent[], actor: Actor): void {
    const around = { loaded: this.#streams, actor, now: this.#now, edition: this.law.running.number };
    const composed = compose(events, { ...around, random: (length) => this.#bytes(length) });
    if (!composed.ok) throw new Error(JSON.stringify(composed.refusal));
    this.#append(composed.value);
  }

  newId<T extends Id<string>>(): T {
    return formatId<T>(this.#bytes(16));
  }

  #append({ advances, events }: Pick<Recording, "advances" | "events">): void {
    for (const { stream, after } of advances) this.#streams.set(stream, after);
    for (const { body } of events) this.entries.push(body);
  }

  #bytes(length: number): Uint8Array {
    this.#random += 1;
    const bytes = new Uint8Array(length).fill(0xa5);
    new DataView(bytes.buffer).setUint32(0, this.#random);
    return bytes;
  }

  /** The part of a host that the founding asks. */
  #host(): Host {
    const load: Host["load"] = async (names) => {
      const streams = new Map<StreamName, LoadedStream>();
      for (const name of names) {
        const stream = this.#streams.get(name);
        if (stream !== undefined) streams.set(name, stream);
      }
      return { now: this.#now, head: { stopped: undefined }, streams } as unknown as Awaited<ReturnType<Host["load"]>>;
    };
    const record: Host["record"] = async (recording) => {
      this.#append(recording);
      const placement = { size: this.entries.length };
      return { status: "recorded", events: [], placement } as unknown as Awaited<ReturnType<Host["record"]>>;
    };
    const host: Partial<Host> = {
      cache: emptyCache(),
      clock: () => 0,
      law: this.law,
      random: (length) => this.#bytes(length),
      keyed: async () => this.#bytes(32),
      remember: async () => undefined,
    };
    const key = { signer: { name: "localhost/minh-chung-pure" }, vkey: "localhost/minh-chung-pure+00000000+AQ==" };
    return { ...host, key, load, record } as unknown as Host;
  }
}

/** The text of an entry's event, parsed. */
export function eventOf(entry: Uint8Array): Readonly<Record<string, unknown>> {
  return JSON.parse(parseUtf8(entry));
}

function instantOf(day: string, time = "05:00:00.000"): Instant {
  const instant = parseInstant(`${day}T${time}Z`);
  if (instant === undefined) throw new RangeError(day);
  return instant;
}
