/** Single acts beside bulks: what one large request costs the others of its process. */

import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { TokenVerifier } from "../../src/http/token-verifier.ts";
import { recorder } from "./acts.ts";
import { bulkLines, linesOfFile } from "./files.ts";
import { type Compared, comparePaired } from "./rounds.ts";
import { issueToken, ourApp } from "./servers.ts";
import type { World } from "./world.ts";

/** Single acts at once. */
const lanes = 8;

interface Beside {
  readonly lines: number;
  readonly rounds: number;
  readonly milliseconds: number;
}

/** compareBeside returns the 95th percentile in milliseconds beside bulks (ours) and alone (theirs), and their ratio. */
export async function compareBeside(world: World, { lines, rounds, milliseconds }: Beside): Promise<Compared> {
  const act = recorder(world);
  const sendBulk = await bulkSender(world, lines);
  const alone = async (): Promise<number> => percentile95(await timesOf(act, async () => pause(milliseconds)));
  // Two bulks, one after the other, so that no act has the process to itself.
  const beside = async (): Promise<number> =>
    percentile95(
      await timesOf(act, async () => {
        await sendBulk();
        await sendBulk();
      }),
    );
  return comparePaired(rounds, beside, alone);
}

/** timesOf records acts on all lanes until the other work is done, and returns how long each took. */
async function timesOf(act: () => Promise<void>, other: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  const going = new Set(["the other work"]);
  const lane = async (): Promise<void> => {
    while (going.size > 0) {
      const began = performance.now();
      await act();
      times.push(performance.now() - began);
    }
  };
  const all = Array.from({ length: lanes }, lane);
  await other();
  going.clear();
  await Promise.all(all);
  return times;
}

async function bulkSender({ host, agency, today }: World, lines: number): Promise<() => Promise<void>> {
  const { token, rules } = await issueToken();
  const app = ourApp(host, new TokenVerifier(rules));
  const all: readonly Json[] = bulkLines({ agency, today, files: lines / linesOfFile });
  const body = all.map((line) => canonicalJson(line)).join("\n");
  return async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/x-ndjson",
      "idempotency-key": crypto.randomUUID(),
    };
    const answer = await app.request("/v1/acts", { method: "POST", headers, body });
    if (answer.status !== 201) throw new Error(`a bulk was refused: ${(await answer.text()).slice(0, 2000)}`);
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function percentile95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
