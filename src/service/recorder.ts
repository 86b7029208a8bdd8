/**
 * Recording, sealed by the same transaction where that can be. The batch is made beforehand on the head as it was last
 * seen; the database takes it only if that is still the head, nobody else seals and nothing waits (db/0003_record.sql).
 * Otherwise what was recorded waits for a seal of its own (seal.ts): a wrong guess costs a signature that nobody sees.
 */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { StreamName } from "../domain/event.ts";
import { type Growth, growLog, placementOf } from "./batch.ts";
import { gather } from "./gathering.ts";
import { joining } from "./joining.ts";
import {
  type Head,
  type Key,
  type Loaded,
  type Ports,
  type Recorded,
  type Recording,
  TryAgain,
  type Wanted,
} from "./ports.ts";
import type { Remembered } from "./remembered.ts";

export interface Recorder {
  readonly load: (names: readonly StreamName[], key?: Key) => Promise<Loaded>;
  /** Throws TryAgain when the database gave no answer. */
  readonly record: (recording: Recording) => Promise<Recorded>;
}

export interface RecorderPorts extends Pick<Ports, "records" | "key"> {
  readonly kept: { readonly remembered: Remembered };
}

/** For workerd: each request on its own. */
export function requestRecorder(ports: RecorderPorts): Recorder {
  const recording = new GroupRecorder(ports);
  return {
    load: async (names, key) => firstOf(await recording.load([{ names, key }])),
    record: async (one) => recording.recordOne(one),
  };
}

/** For Node: the requests of the process share round trips and transactions. */
export function sharedRecorder(ports: RecorderPorts): Recorder {
  const recording = new GroupRecorder(ports);
  const load = gather<Wanted, Loaded>({
    serve: async (wanted) => recording.load(wanted),
    group: () => () => true,
  });
  const record = gather<Recording, Recorded>({ serve: async (group) => recording.record(group), group: joining });
  return { load: async (names, key) => load({ names, key }), record };
}

class GroupRecorder {
  readonly #ports: RecorderPorts;
  /** As this process last saw it: only ever a guess. */
  #head: Head | undefined;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  async load(wanted: readonly Wanted[]): Promise<readonly Loaded[]> {
    const loaded = await this.#ports.records.load(wanted);
    this.#see(firstOf(loaded).head);
    return loaded;
  }

  /** Together; or, if one of them is in the way, each on its own. */
  async record(group: readonly Recording[]): Promise<readonly (Recorded | Promise<Recorded>)[]> {
    if (group.length > 1) {
      try {
        const together = await this.#recordTogether(group);
        if (together.ok) return together.value;
      } catch (fault) {
        // What nobody can mend by waiting is told to the one whose fault it is.
        if (fault instanceof TryAgain) throw fault;
      }
    }
    return group.map(async (recording) => this.recordOne(recording));
  }

  async recordOne(recording: Recording): Promise<Recorded> {
    const recorded = await this.#recordTogether([recording]);
    return recorded.ok ? firstOf(recorded.value) : recorded.refusal;
  }

  async #recordTogether(group: readonly Recording[]): Promise<Outcome<readonly Recorded[], Recorded>> {
    const growth = await this.#grow(group);
    const recorded = await this.#ports.records.record(group, growth?.grown);
    if (recorded.status !== "recorded") return refused(recorded);
    const sealed = recorded.sealed ? growth : undefined;
    if (sealed !== undefined) this.#see(headAfter(sealed));
    let taken = 0;
    const each = recorded.events.map((events): Recorded => {
      const from = taken;
      taken += events.length;
      const placement = sealed && placementOf(sealed.grown, sealed.entries.slice(from, taken));
      return { status: "recorded", events, ...(placement === undefined ? {} : { placement }) };
    });
    return done(each);
  }

  /** The log as it would be; undefined when it is not for this process to say what it is now. */
  async #grow(group: readonly Recording[]): Promise<Growth | undefined> {
    const head = this.#head;
    const { key, kept } = this.#ports;
    // A log that is not opened, or older than what the signer remembers, is left to seal.ts, which knows what to do.
    if (head === undefined || head.size === 0 || head.stopped !== undefined || head.size < kept.remembered.size)
      return undefined;
    const bodies = group.flatMap(({ events }) => events.map(({ body }) => body));
    return growLog(head, bodies, key);
  }

  #see(head: Head): void {
    if (this.#head === undefined || head.size >= this.#head.size) this.#head = head;
  }
}

function headAfter({ grown: { size, edge, leaves } }: Growth): Head {
  const hash = leaves.at(-1);
  if (hash === undefined) throw new Error("a batch has at least one leaf");
  return { size, hash, edge, stopped: undefined };
}

function firstOf<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined) throw new Error("there is nothing");
  return first;
}
