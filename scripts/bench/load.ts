/**
 * The load generator, a process of its own: it is told the address, the concurrency and the duration, and answers with
 * the rate.
 */

import { Agent, request } from "node:http";
import { actBodies } from "./acts.ts";
import type { Load } from "./loader.ts";
import { rateOf } from "./rounds.ts";

const run = crypto.randomUUID();
let count = 0;

async function generate({ url, token, concurrency, milliseconds, ...about }: Load): Promise<number> {
  const nextBody = actBodies(about);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = async (): Promise<void> =>
    new Promise((resolve, reject) => {
      const asked = { method: "POST", agent, headers: { ...headers, "idempotency-key": `${run}-${count++}` } };
      const sent = request(url, asked, (response) => {
        const isRecorded = response.statusCode === 201;
        response.resume();
        response.once("end", () => (isRecorded ? resolve() : reject(new Error(`answered ${response.statusCode}`))));
      });
      sent.once("error", reject);
      sent.end(JSON.stringify(nextBody()));
    });
  try {
    return await rateOf(post, concurrency, milliseconds);
  } finally {
    agent.destroy();
  }
}

process.on("message", (load: Load) => {
  generate(load).then(
    (rate) => process.send?.({ rate }),
    (fault: unknown) => process.send?.({ fault: String(fault) }),
  );
});
process.once("disconnect", () => process.exit());
