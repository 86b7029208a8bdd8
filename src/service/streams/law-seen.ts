/** Which edition of the law counts, as this process last saw it: said on answers. What is recorded is decided on the streams. */

import { editionStreams } from "../../domain/editions/adoption.ts";
import type { Host } from "../host.ts";
import { type LawStatus, lawStatus } from "./law-standing.ts";
import { statesOf } from "./states.ts";

export interface LawStatusCache {
  standing: LawStatus | undefined;
  /** When, by the host's clock in milliseconds. */
  at: number;
}

const goodFor = 60_000;

export function nothingSeen(): LawStatusCache {
  return { standing: undefined, at: 0 };
}

/** As it is now. */
export async function lawStandingNow(host: Host): Promise<LawStatus> {
  const { streams } = await host.load(editionStreams);
  const standing = lawStatus(statesOf(streams), host.law);
  Object.assign(host.cache.law, { standing, at: host.clock() });
  return standing;
}

/** At most a minute old. */
export async function seeLaw(host: Host): Promise<LawStatus> {
  const { standing, at } = host.cache.law;
  return standing === undefined || host.clock() - at > goodFor ? lawStandingNow(host) : standing;
}
