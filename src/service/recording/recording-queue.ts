/**
 * Records commands, and seals them in the same transaction where it can. The batch is made beforehand on the head as it
 * was last seen; the database takes it only if that is still the head, no other process seals and nothing waits
 * (db/0003_record.sql). Otherwise the events wait for a seal of their own (sealing/seal.ts): a wrong guess costs a
 * signature that is thrown away.
 */

import { type Instant, parseInstant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { StreamName } from "../../domain/event.ts";
import { type Growth, growLog, headAfter, placementOf } from "../sealing/batch.ts";
import { checkHead, type OwnLog } from "../sealing/checked-head.ts";
import { oldKey } from "../sealing/own-checkpoint.ts";
import { LogStopped, stopping } from "../sealing/seal.ts";
import { batchCalls, type CallBatching } from "../../base/call-batching.ts";
import { canShareTransaction, isLarge } from "./shared-transaction.ts";
import { type LastWrite, noteWrite } from "../database-troubles.ts";
import type { KnownStreams } from "../streams/known-streams.ts";
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
import { Foreign } from "../kept-rows.ts";
import type { LastSigned } from "../sealing/last-signed.ts";

export interface RecordingQueue {
  readonly load: (names: readonly StreamName[], key?: Key) => Promise<Loaded>;
  /** Throws TryAgain when the database gave no answer. */
  readonly record: (recording: Recording) => Promise<RecordOutcome>;
  /** Returns undefined when the database was last heard more than two seconds ago. */
  readonly glance: () => Glance | undefined;
}

/** The clock and the head of the database as this process knows them without asking. */
interface Glance {
  /** The database's clock, behind it by at most the time that its last answer took to arrive. */
  readonly now: Instant;
  /** The head as it was last seen: the log is at least so large. */
  readonly head: Head;
}

export interface QueuePorts extends Pick<Ports, "records" | "key" | "keyed" | "log" | "sealing" | "giveWay"> {
  readonly cache: {
    readonly lastSigned: LastSigned;
    readonly streams: KnownStreams;
    readonly own: OwnLog;
    readonly lastWrite: LastWrite;
  };
  /** Monotonic, in milliseconds. */
  readonly clock: () => number;
}

/** Makes the queue of one request, for workerd, where requests share nothing. */
export function requestQueue(ports: QueuePorts): RecordingQueue {
  const recording = new GroupRecording(ports);
  return {
    load: async (names, key) => recording.loadOne({ names, key }),
    record: async (one) => recording.recordOne(one),
    glance: () => recording.glance(),
  };
}

/** Streams that one caller may ask for in a shared round trip. */
const mostNames = 200;

/** Makes the queue of a process, for Node: its requests share round trips and transactions. */
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
  return {
    // Those that take long by themselves do not hold up the batch.
    load: async (names, key) =>
      names.length > mostNames ? firstOf(await recording.load([{ names, key }])) : load({ names, key }),
    record: async (one) => (isLarge(one) ? recording.recordOne(one) : record(one)),
    glance: () => recording.glance(),
  };
}

class GroupRecording {
  readonly #ports: QueuePorts;
  /** The head as this process last saw it: a guess, which the database checks. */
  #head: Head | undefined;
  #heard: { readonly now: Instant; readonly at: number } | undefined;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  /** Loads for all in one round trip. When a stream among them is foreign, each is asked for alone, and the others have answers. */
  async load(wanted: readonly Wanted[]): Promise<readonly (Loaded | Promise<Loaded>)[]> {
    try {
      return await this.#loadTogether(wanted);
    } catch (fault) {
      if (!(fault instanceof LogStopped) || wanted.length === 1) throw fault;
      return wanted.map(async (one) => this.loadOne(one));
    }
  }

  async loadOne(wanted: Wanted): Promise<Loaded> {
    return firstOf(await this.#loadTogether([wanted]));
  }

  async #loadTogether(wanted: readonly Wanted[]): Promise<readonly Loaded[]> {
    const { records, cache } = this.#ports;
    const known = (name: StreamName) => cache.streams.get(name)?.stream;
    const loaded = await stopping(this.#ports, async () => records.load(wanted, known));
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

  /** Records the group in one transaction, without known conflicting members; unknown ones it finds by bisecting. */
  async record(group: readonly Recording[]): Promise<readonly (RecordOutcome | Promise<RecordOutcome>)[]> {
    if (group.length === 1) return [this.recordOne(firstOf(group))];
    try {
      const together = await this.#recordTogether(group);
      if (together.ok) return together.value;
      if (together.refusal.by !== undefined)
        return this.#recordOthers(group, together.refusal.by, together.refusal.answer);
    } catch (fault) {
      // Bisecting finds the recording at whose fault this is; a database that gave no answer is at no recording's fault.
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
    // The second half waits for the first: a transaction that failed may hold its keys a little longer than its answer
    // takes.
    const second = Promise.allSettled(first).then(async () => this.record(group.slice(middle)));
    return [...first, ...eachOf(group.length - middle, second)];
  }

  async recordOne(recording: Recording): Promise<RecordOutcome> {
    const recorded = await this.#recordTogether([recording]);
    return recorded.ok ? firstOf(recorded.value) : recorded.refusal.answer;
  }

  async #recordTogether(group: readonly Recording[]): Promise<Outcome<readonly RecordOutcome[], GroupConflict>> {
    const growth = await this.#grow(group);
    const { records, cache } = this.#ports;
    const recorded = await stopping(this.#ports, async () =>
      noteWrite(cache.lastWrite, async () => records.record(group, growth?.grown)),
    );
    if (recorded.status !== "recorded") return refused(recorded);
    this.#hear(recorded.now);
    const sealed = recorded.sealed ? growth : undefined;
    if (sealed !== undefined) this.#see((this.#ports.cache.own.head = headAfter(sealed)));
    let taken = 0;
    const each = recorded.events.map((events): RecordOutcome => {
      const from = taken;
      taken += events.length;
      const placement = sealed && placementOf(sealed.grown, sealed.entries.slice(from, taken));
      return { status: "recorded", events, ...(placement === undefined ? {} : { placement }) };
    });
    return done(each);
  }

  /** Grows the log by the group; undefined when this process does not know what the log is now. */
  async #grow(group: readonly Recording[]): Promise<Growth | undefined> {
    const head = this.#head;
    const { cache } = this.#ports;
    // A log that is not open, or older than what the signer remembers, is left to sealing/seal.ts, which stops or
    // waits.
    if (head === undefined || head.size === 0 || head.stopped !== undefined || head.size < cache.lastSigned.size)
      return undefined;
    if (!(await this.#isOurs(head))) return undefined;
    const bodies = group.flatMap(({ events }) => events.map(({ body }) => body));
    return growLog(head, bodies, this.#ports);
  }

  /**
   * Tells whether a signature may be put over the head. If not, sealing/seal.ts looks again, when it holds the head. A process
   * with an old key could not answer for what it recorded: it throws.
   */
  async #isOurs(head: Head): Promise<boolean> {
    try {
      await checkHead(head, async () => this.#ports.log.newestBatch(), this.#ports);
      return true;
    } catch (fault) {
      if (fault instanceof Foreign || (fault instanceof TryAgain && fault.code !== oldKey)) return false;
      throw fault;
    }
  }

  #see(head: Head): void {
    if (this.#head === undefined || head.size >= this.#head.size) this.#head = head;
  }

  #hear(now: Instant): void {
    this.#heard = { now, at: this.#ports.clock() };
  }
}

/** Milliseconds for which a glance is good: a new day or a stop is missed no longer than that. */
const glanceFor = 2000;

function later(instant: Instant, milliseconds: number): Instant {
  const moved = parseInstant(new Date(Date.parse(instant) + milliseconds).toISOString());
  if (moved === undefined)
    throw new RangeError(`${milliseconds} ms after ${instant} is beyond the years of an instant`);
  return moved;
}

function eachOf(
  count: number,
  recorded: Promise<readonly (RecordOutcome | Promise<RecordOutcome>)[]>,
): readonly Promise<RecordOutcome>[] {
  return Array.from({ length: count }, async (_, i) => {
    const mine = (await recorded)[i];
    if (mine === undefined) throw new Error("a recording of the group has no answer");
    return mine;
  });
}

function firstOf<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined) throw new Error("an empty group was recorded");
  return first;
}
