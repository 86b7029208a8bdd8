/** The edition that counts, at most a minute old: it labels answers, while commands read the streams. */

import { editionStreams } from "../../domain/editions/adoption.ts";
import type { Host, ProcessCache } from "../host.ts";
import { type LawStatus, lawStatus } from "../../domain/editions/law-status.ts";
import { loadToRead } from "./load-to-read.ts";
import { statesOf } from "./states.ts";

interface LawPorts extends Pick<Host, "load" | "sealedStream" | "law" | "clock"> {
  readonly cache: Pick<ProcessCache, "law">;
}

/** Milliseconds: an adoption shows on every answer a minute after it, without a query for each. */
const goodFor = 60_000;

/** Reads the status now, and keeps it. */
export async function readLawStatus(host: LawPorts): Promise<LawStatus> {
  const { streams } = await loadToRead(editionStreams, host);
  const status = lawStatus(statesOf(streams), host.law);
  host.cache.law.status = status;
  host.cache.law.at = host.clock();
  return status;
}

/** Returns a status that is at most a minute old. */
export async function cachedLawStatus(host: LawPorts): Promise<LawStatus> {
  const { status, at } = host.cache.law;
  return status === undefined || host.clock() - at > goodFor ? readLawStatus(host) : status;
}
