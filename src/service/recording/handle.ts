/**
 * Handles one command: loads its streams, decides who may do it and what it records, records, seals, remembers. It
 * succeeds only once the events are committed, sealed and covered by a checkpoint that the signer remembers (promise
 * 1).
 */

import { utf8 } from "../../base/bytes.ts";
import { dayOf } from "../../base/day.ts";
import { formatId, type Id, type OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { runInSlices, type Sliced } from "../../base/slices.ts";
import type { Acting, Command } from "../../domain/command.ts";
import { decideForInSlices } from "../../domain/decide-for.ts";
import { editionStream } from "../../domain/editions/adoption.ts";
import type { StreamName } from "../../domain/event.ts";
import { rolesAt } from "../../domain/offices/person.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { digest } from "../../log/hash.ts";
import type { Placement } from "../../log/receipt.ts";
import { afterRecording } from "./after-recording.ts";
import { composeInSlices } from "./compose.ts";
import type { Host } from "../host.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { clockWentBack, LogStopped, stopsLog } from "../sealing/seal.ts";
import {
  type ClockWait,
  type EventNumber,
  type Key,
  type RecordOutcome,
  type Recording,
  type Repeated,
  TryAgain,
} from "../ports.ts";
import { keepAdvances } from "./kept-advances.ts";
import { loadCommand, type LoadedCommand } from "./load-command.ts";
import { type Showing, showingNow } from "./showing.ts";
import type { Uses } from "./stream-turns.ts";
import type { HeldTurn } from "./waiting-turns.ts";
import { statesOf } from "../streams/states.ts";
import { type TokenIdentity, whoActs } from "../streams/who.ts";

export interface Ask<Input> {
  readonly identity: TokenIdentity;
  /** The office acted for; a person with one office may leave it out. */
  readonly office?: OfficeId | undefined;
  readonly command: Command<Input, CommandName>;
  readonly input: Input;
  /** The idempotency key; `body` is the canonical JSON that it stands for. */
  readonly key: string;
  readonly body: string;
  /** The version of a stream that the caller saw (If-Match). */
  readonly expects?: { readonly stream: StreamName; readonly version: number } | undefined;
  /** Is aborted when the client has left: a command that still waits for its turn is then given up. */
  readonly left?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  /** Where the events are in the log: receipts are made from it. */
  readonly placement: Placement;
  /** The command was recorded by an earlier request with the same key. */
  readonly repeated: boolean;
  /** Who asked. */
  readonly acting: Acting;
  /** Whether the answer may show values beside the receipt. */
  readonly showing: Showing;
}

export type Denial =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "still-running" }
  | { readonly kind: "key-reused" }
  /** The stream is not at the version that the caller saw. */
  | { readonly kind: "moved"; readonly stream: StreamName; readonly current: number }
  | { readonly kind: "unavailable"; readonly code: "sealing-behind" | "signer-stopped"; readonly reason?: string }
  | { readonly kind: "waiting-for-clock"; readonly clock: ClockWait };

/**
 * A command that another process overtook is decided again, at least ten times and for at least fifteen seconds. Commands of
 * this process wait for their turn before (stream-turns.ts), so of each process only one contends for a file.
 */
const leastTries = 10;
const leastMilliseconds = 15_000;

export async function handle<Input>(ask: Ask<Input>, host: Host): Promise<Outcome<Answer, Denial>> {
  const acting = await whoActs(ask.identity, ask.office, host);
  if (!acting.ok) return refused({ kind: "refused", refusal: acting.refusal });
  const key = await idempotencyOf(ask, acting.value, host);
  const recorded = await decideAndRecord(ask, { acting: acting.value, key, host });
  if (!recorded.ok) return recorded;
  if (recorded.value.status === "repeated")
    return repeat(ask, { acting: acting.value, repeated: recorded.value.repeated }, host);
  const placement = await placed(recorded.value, host);
  return done({ status: 201, repeated: false, acting: acting.value, showing: "shown", placement });
}

interface Asked {
  readonly acting: Acting;
  readonly key: Key;
  readonly host: Host;
}

type Recorded = Extract<RecordOutcome, { readonly status: "recorded" | "repeated" }>;

/**
 * Decides, takes its turn on the streams that the decision read and writes, decides again on what the turns before it left,
 * and records. The turn ends before the log is sealed.
 */
async function decideAndRecord<Input>(ask: Ask<Input>, asked: Asked): Promise<Outcome<Recorded, Denial>> {
  const { host } = asked;
  const began = host.clock();
  let turn: HeldTurn | undefined;
  let fresh = false;
  try {
    for (let tries = 0; tries < leastTries || host.clock() - began < leastMilliseconds; tries++) {
      const loaded = await loadCommand({ ...ask, ...asked }, { fresh }, host);
      if (loaded.gate.repeated !== undefined) return done({ status: "repeated", repeated: loaded.gate.repeated });
      if (mayOpen(loaded.gate) && tries < leastTries - 1 && (await openBySealing(host))) {
        fresh = true;
        continue;
      }
      const prepared = await runInSlices(prepare(ask, { ...loaded, ...asked }), host.giveWay);
      fresh = true;
      // A refusal based on the cache may be out of date: decide again on what the database has.
      if (!prepared.ok && loaded.cached) continue;
      if (!prepared.ok) return prepared;
      const uses = usesOf(prepared.value, loaded);
      if (turn?.covers(uses) !== true) {
        turn?.end();
        turn = await host.takeTurn(uses, ask.left);
        fresh = false;
        if (turn.hasWaited || isOld(prepared.value, host)) continue;
      }
      turn.keep();
      const recorded = await recordPrepared(prepared.value, host);
      if (recorded.status === "taken") return deny({ code: "already-exists", at: "/code" });
      if (recorded.status === "still-running") return refused({ kind: "still-running" });
      if (recorded.status !== "moved") return done(recorded);
      fresh = true;
    }
  } finally {
    turn?.end();
  }
  throw new TryAgain("stream-busy", "no");
}

/** While it was decided in slices, a turn before it may have advanced what it was decided on. */
function isOld({ reads, advances }: Recording, { cache: { streams } }: Host): boolean {
  const known = (name: StreamName): number => streams.get(name)?.stream?.version ?? 0;
  return (
    reads.some(({ stream, version }) => known(stream) > version) ||
    advances.some(({ stream, before }) => known(stream) > before)
  );
}

/** The streams that a recording uses. One that it begins under a fresh random id is nobody else's. */
function usesOf({ reads, advances }: Recording, { streams }: LoadedCommand): Uses {
  const written = advances.filter(({ stream }) => streams.has(stream));
  return new Map([
    ...reads.map(({ stream }) => [stream, "reads"] as const),
    ...written.map(({ stream }) => [stream, "writes"] as const),
  ]);
}

/** Records; the streams as they are after it are then known. */
async function recordPrepared(recording: Recording, host: Host): Promise<RecordOutcome> {
  const { advances } = recording;
  const recorded = await host.record(recording);
  if (advances.some(({ stream }) => stream === editionStream)) host.cache.law.status = undefined;
  if (recorded.status !== "recorded") return recorded;
  keepAdvances(recording, host);
  return recorded;
}

/** Makes the scope of person, office, command and key. The body is kept as a keyed digest: it may hold names. */
async function idempotencyOf<Input>(
  { command, key, body }: Ask<Input>,
  { person, office }: Acting,
  host: Host,
): Promise<Key> {
  const scope = digest(utf8(`minh-chung/idempotency/v1\n${person}\n${office}\n${command.name}\n${key}`));
  return { scope, body: await host.keyed("idempotency", utf8(body)) };
}

interface Preparing extends LoadedCommand, Asked {}

/** Turns the loaded streams into a recording, or the first reason against it. Pure but for the random bytes. */
function* prepare<Input>(
  ask: Ask<Input>,
  { gate, streams, acting: { person, office }, key, host }: Preparing,
): Sliced<Outcome<Recording, Denial>> {
  const closed = closedGate(gate);
  if (closed !== undefined) return refused(closed);
  const today = dayOf(gate.now);
  const states = statesOf(streams);
  // The roles are those of the version that the recording asserts: nobody acts in a role that was ended meanwhile.
  const holder = states.of("person", person);
  const acting = { person, office, roles: holder === undefined ? [] : rolesAt(holder, office, today) };
  const newId = <T extends Id<string>>(): T => formatId<T>(host.random(16));
  const context = { now: gate.now, today, acting, states, logSize: gate.head.size, newId, law: host.law };
  const decided = yield* decideForInSlices(ask.command, ask.input, context);
  if (!decided.ok && hides(decided.refusal)) return deny(decided.refusal);
  const moved = unexpected(ask, streams);
  if (moved !== undefined) return refused(moved);
  if (!decided.ok) return deny(decided.refusal);
  const { role, events } = decided.value;
  const actor = { person: acting.person, office: acting.office, role };
  const composed = yield* composeInSlices(events, {
    loaded: streams,
    actor,
    now: gate.now,
    random: host.random,
    edition: host.law.running.number,
  });
  if (!composed.ok) return deny(composed.refusal);
  const written = new Set(composed.value.advances.map(({ stream }) => stream));
  const reads = [...streams]
    .filter(([stream]) => !written.has(stream))
    .map(([stream, state]) => ({ stream, version: state?.version ?? 0 }));
  return done({ ...key, status: 201, decidedAt: gate.now, reads, ...composed.value });
}

function deny(refusal: Refusal): Outcome<never, Denial> {
  return refused({ kind: "refused", refusal });
}

/** Tells whether sealing what waits may open the gate, or finds out that the log must stop. */
function mayOpen({ head: { stopped }, behind, clockWait }: LoadedCommand["gate"]): boolean {
  if (stopped !== undefined) return stopped === clockWentBack && clockWait === undefined;
  return clockWait === undefined ? behind : stopsLog(clockWait);
}

/** Seals what waits, and tells whether to look again: not if the machine failed, because the next try would wait as long. */
async function openBySealing(host: Host): Promise<boolean> {
  try {
    await host.sealWaiting();
  } catch (fault) {
    if (fault instanceof TryAgain) return false;
    if (!(fault instanceof LogStopped)) throw fault;
  }
  return true;
}

/** Refuses a command before it records when the log cannot take it. */
function closedGate({ head: { stopped }, behind, clockWait }: LoadedCommand["gate"]): Denial | undefined {
  if (stopped !== undefined) return { kind: "unavailable", code: "signer-stopped", reason: stopped };
  if (clockWait !== undefined) return { kind: "waiting-for-clock", clock: clockWait };
  return behind ? { kind: "unavailable", code: "sealing-behind" } : undefined;
}

/** A person who may not see a stream, or to whom there is none, does not learn from If-Match at which version it is. */
function hides({ code }: Refusal): boolean {
  return code === "not-permitted" || code.startsWith("unknown-");
}

function unexpected<Input>(
  { expects }: Ask<Input>,
  streams: ReadonlyMap<StreamName, LoadedStream | undefined>,
): Denial | undefined {
  if (expects === undefined) return undefined;
  const current = streams.get(expects.stream)?.version ?? 0;
  return current === expects.version ? undefined : { kind: "moved", stream: expects.stream, current };
}

/** The permission to record was asserted when the command was recorded; what a repeat shows is decided anew. */
async function repeat<Input>(
  ask: Ask<Input>,
  { acting, repeated: { status, events, sameBody } }: { readonly acting: Acting; readonly repeated: Repeated },
  host: Host,
): Promise<Outcome<Answer, Denial>> {
  if (!sameBody) return refused({ kind: "key-reused" });
  const placement = await placed({ events }, host);
  const showing = await afterRecording(async () => showingNow(ask, { acting, placement }, host));
  return done({ status, repeated: true, acting, showing, placement });
}

async function placed(
  { events, placement: sealed }: { readonly events: readonly EventNumber[]; readonly placement?: Placement },
  host: Host,
): Promise<Placement> {
  return afterRecording(async () => {
    const placement = sealed ?? (await host.seal(events));
    await host.remember(placement.size);
    return placement;
  });
}
