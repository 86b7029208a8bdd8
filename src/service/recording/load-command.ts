/** Loads what a command is decided on: streams, the database's clock, the head, whether its key is known. */

import { mapSliced, runInSlices, type Sliced } from "../../base/slices.ts";
import type { Acting, Command } from "../../domain/command.ts";
import { streamsRead } from "../../domain/decide-for.ts";
import type { StreamName } from "../../domain/event.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Host, ProcessCache } from "../host.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Key, Loaded } from "../ports.ts";
import { type LoadedStreams, stateOf, statesOf } from "../streams/states.ts";

export interface LoadedCommand {
  readonly gate: Omit<Loaded, "streams">;
  readonly streams: ReadonlyMap<StreamName, LoadedStream | undefined>;
  /** At least one stream came from the cache. */
  readonly cached: boolean;
}

interface CommandLoading<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: Input;
  readonly acting: Acting;
  readonly key: Key;
}

interface LoadingHost extends Pick<Host, "load" | "glance" | "clock" | "giveWay"> {
  readonly cache: Pick<ProcessCache, "streams">;
}

/** `fresh`: the database is asked for every stream, and none is taken from the cache. */
export async function loadCommand<Input>(
  loading: CommandLoading<Input>,
  { fresh }: { readonly fresh: boolean },
  host: LoadingHost,
): Promise<LoadedCommand> {
  return (fresh ? undefined : loadKnown(loading, host)) ?? loadAsking(loading, { fresh }, host);
}

/**
 * Loads without asking the database, or returns undefined when a stream is not known. The database is asked when the
 * command is recorded: it records nothing that was decided on an old version, and nothing while the log is stopped or
 * behind.
 */
function loadKnown<Input>(loading: CommandLoading<Input>, host: LoadingHost): LoadedCommand | undefined {
  const glance = host.glance();
  if (glance === undefined) return undefined;
  const streams = new Map<StreamName, LoadedStream | undefined>();
  for (;;) {
    const missing = missingFrom(streams, loading);
    if (missing.length === 0) {
      const gate = { ...glance, behind: false, clockWait: undefined, repeated: undefined };
      return { gate, streams, cached: true };
    }
    for (const name of missing) {
      const known = host.cache.streams.get(name);
      if (known === undefined) return undefined;
      streams.set(name, known.stream);
    }
  }
}

/** Loads until the command names no new stream. The first question to the database also asks for the key. */
async function loadAsking<Input>(
  loading: CommandLoading<Input>,
  { fresh }: { readonly fresh: boolean },
  host: LoadingHost,
): Promise<LoadedCommand> {
  const { streams: known } = host.cache;
  const streams = new Map<StreamName, LoadedStream | undefined>();
  let gate: Loaded | undefined;
  let cached = false;
  for (;;) {
    const now = host.clock();
    const missing = missingFrom(streams, loading);
    if (gate !== undefined && missing.length === 0) return { gate, streams, cached };
    for (const name of fresh ? [] : missing) {
      const recent = known.recentDirectory(name, now);
      if (recent !== undefined) streams.set(name, recent.stream);
    }
    const unknown = missing.filter((name) => !streams.has(name));
    cached ||= unknown.length < missing.length;
    if (gate !== undefined && unknown.length === 0) continue;
    const loaded = await host.load(unknown, gate === undefined ? loading.key : undefined);
    gate ??= loaded;
    if (gate.repeated !== undefined) return { gate, streams, cached };
    for (const name of unknown) streams.set(name, known.keep(name, loaded.streams.get(name), now));
    await runInSlices(parseStates(unknown, streams), host.giveWay);
  }
}

/** States that are parsed before others may run: some two milliseconds. A bulk may name thousands; each is parsed once. */
const statesOfSlice = 32;

function* parseStates(names: readonly StreamName[], streams: LoadedStreams): Sliced<void> {
  yield* mapSliced(names, statesOfSlice, (name) => stateOf(streams.get(name)));
}

/** The streams that the command names, as far as it can with what is loaded, and that are not loaded yet. */
function missingFrom<Input>(
  streams: ReadonlyMap<StreamName, LoadedStream | undefined>,
  { acting, ...call }: CommandLoading<Input>,
): readonly StreamName[] {
  return streamsRead(call, acting, statesOf(streams)).filter((name) => !streams.has(name));
}
