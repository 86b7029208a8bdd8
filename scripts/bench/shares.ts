/**
 * Where the time of one command goes when commands run one after the other: a clock around what the host and the token
 * check do. The rest of the command in process is deciding; the rest of the round trip over loopback is HTTP with the
 * schema.
 */

import type { Outcome } from "../../src/base/outcome.ts";
import { TokenVerifier } from "../../src/http/token-verifier.ts";
import type { Problem } from "../../src/http/problem.ts";
import type { Host } from "../../src/service/host.ts";
import type { Placement } from "../../src/log/receipt.ts";
import { formatAnswer } from "../../src/http/answer.ts";
import type { TokenIdentity } from "../../src/service/streams/who.ts";
import { recorder } from "./acts.ts";
import type { Loader } from "./loader.ts";
import { rateOf } from "./rounds.ts";
import { issueToken, listen, ourApp } from "./servers.ts";
import type { World } from "./world.ts";

class Stopwatch {
  #total = 0;
  #times = 0;

  async time<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const value = await work();
    this.#total += performance.now() - began;
    this.#times += 1;
    return value;
  }

  /** Milliseconds over `count` commands. A step is timed each time it is called, unless stated otherwise. */
  of(commands: number = this.#times): number {
    return this.#total / commands;
  }
}

export interface Share {
  readonly name: string;
  /** Milliseconds of one command. */
  readonly milliseconds: number;
  /** The part of the command's round trip. */
  readonly share: number;
}

export async function measureShares(world: World, loader: Loader, milliseconds: number): Promise<readonly Share[]> {
  const { whole, load, record, seal, receipt } = await inProcess(world, milliseconds);
  const { roundTrip, token } = await overHttp(world, loader, milliseconds);
  const decide = whole - load - record - seal - receipt;
  const parts = { "HTTP, schema": roundTrip - token - whole, token, load, decide, record, seal, receipt };
  return Object.entries(parts).map(([name, each]) => ({ name, milliseconds: each, share: each / roundTrip }));
}

async function inProcess(world: World, milliseconds: number) {
  const watches = { load: new Stopwatch(), record: new Stopwatch(), seal: new Stopwatch(), receipt: new Stopwatch() };
  const host = timedHost(world.host, watches);
  const all = new Stopwatch();
  const act = recorder({ ...world, host });
  await rateOf(async () => all.time(act), 1, milliseconds);
  const commands = Math.round(milliseconds / all.of());
  const receipt = watches.receipt.of();
  return {
    // The receipt was made twice, the second time to be timed.
    whole: all.of() - receipt,
    load: watches.load.of(commands),
    record: watches.record.of(),
    seal: watches.seal.of(commands),
    receipt,
  };
}

interface Watches {
  readonly load: Stopwatch;
  readonly record: Stopwatch;
  readonly seal: Stopwatch;
  readonly receipt: Stopwatch;
}

function timedHost(host: Host, { load, record, seal, receipt }: Watches): Host {
  const timeReceipt = async (placement: Placement): Promise<string> =>
    receipt.time(async () => formatAnswer(placement));
  return {
    ...host,
    load: async (names, key) => load.time(async () => host.load(names, key)),
    record: async (recording) => {
      const recorded = await record.time(async () => host.record(recording));
      if (recorded.status === "recorded" && recorded.placement !== undefined) await timeReceipt(recorded.placement);
      return recorded;
    },
    seal: async (events) => {
      const placement = await seal.time(async () => host.seal(events));
      await timeReceipt(placement);
      return placement;
    },
  };
}

class TimedVerifier extends TokenVerifier {
  readonly watch = new Stopwatch();

  override async identify(headers: Headers): Promise<Outcome<TokenIdentity, Problem>> {
    return this.watch.time(async () => super.identify(headers));
  }
}

async function overHttp(world: World, loader: Loader, milliseconds: number) {
  const { token, rules } = await issueToken();
  const verifier = new TimedVerifier(rules);
  const { url, end } = await listen(ourApp(world.host, verifier));
  const { targets, today } = world;
  const rate = await loader.rate({ url, token, targets, today, concurrency: 1, milliseconds });
  await end();
  return { roundTrip: 1000 / rate, token: verifier.watch.of() };
}
