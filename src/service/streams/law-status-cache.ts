/** Which edition of the law counts, as this process last saw it: said on answers. What is recorded is decided on the streams. */

import { editionStreams } from "../../domain/editions/adoption.ts";
import type { Host } from "../host.ts";
import { type LawStatus, lawStatus } from "./law-status.ts";
import { statesOf } from "./states.ts";

export interface LawStatusCache {
  status: LawStatus | undefined;
  /** When, by the host's clock in milliseconds. */
  at: number;
}

const goodFor = 60_000;

export function emptyLawStatusCache(): LawStatusCache {
  return { status: undefined, at: 0 };
}

/** As it is now. */
export async function readLawStatus(host: Host): Promise<LawStatus> {
  const { streams } = await host.load(editionStreams);
  const standing = lawStatus(statesOf(streams), host.law);
  Object.assign(host.cache.law, { standing, at: host.clock() });
  return standing;
}

/** At most a minute old. */
export async function cachedLawStatus(host: Host): Promise<LawStatus> {
  const { status, at } = host.cache.law;
  return status === undefined || host.clock() - at > goodFor ? readLawStatus(host) : status;
}
