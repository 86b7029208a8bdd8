/**
 * Loads streams for a read, which goes on when one of them is foreign: the log stops for it, and what is true of that stream
 * is read from its sealed entries (src/README.md#the-server-vouches).
 */

import type { StreamName } from "../../domain/event.ts";
import type { Host } from "../host.ts";
import { Foreign } from "../kept-rows.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Loaded } from "../ports.ts";

type ReadingHost = Pick<Host, "load" | "sealedStream">;

export async function loadToRead(
  names: readonly StreamName[],
  host: ReadingHost,
): Promise<Pick<Loaded, "now" | "head" | "streams">> {
  try {
    return await host.load(names);
  } catch (fault) {
    if (!isForeign(fault)) throw fault;
  }
  const each = await Promise.all(names.map(async (name) => [name, await loadOne(name, host)] as const));
  const streams = new Map(each.flatMap(([name, stream]) => (stream === undefined ? [] : [[name, stream]])));
  return { ...(await host.load([])), streams };
}

async function loadOne(name: StreamName, host: ReadingHost): Promise<LoadedStream | undefined> {
  try {
    return (await host.load([name])).streams.get(name);
  } catch (fault) {
    if (!isForeign(fault)) throw fault;
    return host.sealedStream(name);
  }
}

/** The fault of a log that stopped for what was loaded has it as its cause. */
function isForeign(fault: unknown): boolean {
  return fault instanceof Error && fault.cause instanceof Foreign;
}
