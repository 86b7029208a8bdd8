/**
 * Recording, sealed by the same transaction where that can be. The batch is made beforehand on the head as it was last
 * seen; the database takes it only if that is still the head, nobody else seals and nothing waits (db/0003_record.sql).
 * Otherwise what was recorded waits for a seal of its own (seal.ts): a wrong guess costs a signature that nobody sees.
 */

import { type Instant, parseInstant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { StreamName } from "../../domain/event.ts";
import { type Growth, growLog, placementOf } from "../sealing/batch.ts";
import { batchCalls, type CallBatching } from "../../base/call-batching.ts";
import { canShareTransaction } from "./shared-transaction.ts";
import type { KnownStreams } from "../streams/known-streams.ts";
import { AdvancingStreams } from "./advancing-streams.ts";
import {
  type Head,
  type GroupConflict,
  type Key,
  type Loaded,
  type Ports,
  type RecordOutcome,
  type Recording,
  TryAgain,
  type Wanted,
} from "../ports.ts";
import type { LastSigned } from "../sealing/last-signed.ts";

export interface RecordingQueue {
  readonly load: (names: readonly StreamName[], key?: Key) => Promise<Loaded>;
  /** Throws TryAgain when the database gave no answer. */
  readonly record: (recording: Recording) => Promise<RecordOutcome>;
  /** Undefined: this process has not heard of the database for two seconds. */
  readonly glance: () => Glance | undefined;
  /** Whether this process is recording on it: what is known of it will be old in a moment. */
  readonly isAdvancing: (stream: StreamName) => boolean;
}

/** What this process knows without asking. */
interface Glance {
  /** The database's clock, behind it by no more than the way of its last answer to us. */
  readonly now: Instant;
  /** As it was last seen: the log is at least so large. */
  readonly head: Head;
}

export interface QueuePorts extends Pick<Ports, "records" | "key"> {
  readonly cache: { readonly lastSigned: LastSigned; readonly streams: KnownStreams };
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

/** For workerd: each request on its own. */
export function requestQueue(ports: QueuePorts): RecordingQueue {
  const recording = new GroupRecording(ports);
  return {
    load: async (names, key) => firstOf(await recording.load([{ names, key }])),
    record: async (one) => recording.recordOne(one),
    glance: () => recording.glance(),
    isAdvancing: () => false,
  };
}

/** For Node: the requests of the process share round trips and transactions. */
export function sharedQueue(ports: QueuePorts & Pick<CallBatching<unknown, unknown>, "later">): RecordingQueue {
  const recording = new GroupRecording(ports);
  const { later } = ports;
  const load = batchCalls<Wanted, Loaded>({
    serve: async (wanted) => recording.load(wanted),
    group: () => () => true,
    later,
  });
  const record = batchCalls<Recording, RecordOutcome>({
    serve: async (group) => recording.record(group),
    group: canShareTransaction,
    later,
  });
  const moving = new AdvancingStreams();
  return {
    load: async (names, key) => load({ names, key }),
    record: async (one) => moving.during(one, async () => record(one)),
    glance: () => recording.glance(),
    isAdvancing: (stream) => moving.has(stream),
  };
}

class GroupRecording {
  readonly #ports: QueuePorts;
  /** As this process last saw it: only ever a guess. */
  #head: Head | undefined;
  #heard: { readonly now: Instant; readonly at: number } | undefined;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  async load(wanted: readonly Wanted[]): Promise<readonly Loaded[]> {
    const { records, cache } = this.#ports;
    const loaded = await records.load(wanted, (name) => cache.streams.get(name)?.stream);
    const { now, head } = firstOf(loaded);
    this.#see(head);
    this.#hear(now);
    return loaded;
  }

  glance(): Glance | undefined {
    const [head, heard] = [this.#head, this.#heard];
    const since = heard === undefined ? Infinity : this.#ports.clock() - heard.at;
    if (head === undefined || heard === undefined || since > glanceFor) return undefined;
    return { now: later(heard.now, since), head };
  }

  /** Together; the others together, if some are in the way; each half, so that they are found by a few tries, if it is not known which. */
  async record(group: readonly Recording[]): Promise<readonly (RecordOutcome | Promise<RecordOutcome>)[]> {
    if (group.length === 1) return [this.recordOne(firstOf(group))];
    try {
      const together = await this.#recordTogether(group);
      if (together.ok) return together.value;
      if (together.refusal.by !== undefined)
        return this.#recordOthers(group, together.refusal.by, together.refusal.answer);
    } catch (fault) {
      // What nobody can mend by waiting is told to the one whose fault it is.
      if (fault instanceof TryAgain) throw fault;
    }
    return this.#recordHalves(group);
  }

  #recordOthers(
    group: readonly Recording[],
    by: readonly number[],
    answer: RecordOutcome,
  ): readonly (RecordOutcome | Promise<RecordOutcome>)[] {
    const others = group.filter((_, i) => !by.includes(i));
    if (others.length === 0) return group.map(() => answer);
    const told = eachOf(others.length, this.record(others));
    const answers = new Map(others.map((recording, i) => [recording, told[i]]));
    return group.map((recording) => answers.get(recording) ?? answer);
  }

  #recordHalves(group: readonly Recording[]): readonly Promise<RecordOutcome>[] {
    const middle = Math.ceil(group.length / 2);
    const first = eachOf(middle, this.record(group.slice(0, middle)));
    // One after the other: a transaction that failed may hold its keys a little longer than it takes to say so.
    const second = Promise.allSettled(first).then(async () => this.record(group.slice(middle)));
    return [...first, ...eachOf(group.length - middle, second)];
  }

  async recordOne(recording: Recording): Promise<RecordOutcome> {
    const recorded = await this.#recordTogether([recording]);
    return recorded.ok ? firstOf(recorded.value) : recorded.refusal.answer;
  }

  async #recordTogether(group: readonly Recording[]): Promise<Outcome<readonly RecordOutcome[], GroupConflict>> {
    const growth = await this.#grow(group);
    const recorded = await this.#ports.records.record(group, growth?.grown);
    if (recorded.status !== "recorded") return refused(recorded);
    this.#hear(recorded.now);
    const sealed = recorded.sealed ? growth : undefined;
    if (sealed !== undefined) this.#see(headAfter(sealed));
    let taken = 0;
    const each = recorded.events.map((events): RecordOutcome => {
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
    const { key, cache } = this.#ports;
    // A log that is not opened, or older than what the signer remembers, is left to seal.ts, which knows what to do.
    if (head === undefined || head.size === 0 || head.stopped !== undefined || head.size < cache.lastSigned.size)
      return undefined;
    const bodies = group.flatMap(({ events }) => events.map(({ body }) => body));
    return growLog(head, bodies, key);
  }

  #see(head: Head): void {
    if (this.#head === undefined || head.size >= this.#head.size) this.#head = head;
  }

  #hear(now: Instant): void {
    this.#heard = { now, at: this.#ports.clock() };
  }
}

/** Milliseconds. */
const glanceFor = 2000;

function later(instant: Instant, milliseconds: number): Instant {
  const moved = parseInstant(new Date(Date.parse(instant) + milliseconds).toISOString());
  if (moved === undefined) throw new RangeError(`${milliseconds} ms after ${instant} is in no year that is known`);
  return moved;
}

function headAfter({ grown: { size, edge, leaves } }: Growth): Head {
  const hash = leaves.at(-1);
  if (hash === undefined) throw new Error("a batch has at least one leaf");
  return { size, hash, edge, stopped: undefined };
}

function eachOf(
  count: number,
  recorded: Promise<readonly (RecordOutcome | Promise<RecordOutcome>)[]>,
): readonly Promise<RecordOutcome>[] {
  return Array.from({ length: count }, async (_, i) => {
    const mine = (await recorded)[i];
    if (mine === undefined) throw new Error("nobody answered");
    return mine;
  });
}

function firstOf<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined) throw new Error("there is nothing");
  return first;
}
