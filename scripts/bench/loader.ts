/** The parent's side of the load generator (load.ts). */

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { World } from "./world.ts";

export interface Load extends Pick<World, "targets" | "today"> {
  readonly url: string;
  readonly token: string;
  readonly concurrency: number;
  readonly milliseconds: number;
}

export interface Loader {
  /** Requests per second that were answered with 201; any other answer is a fault. */
  readonly rate: (load: Load) => Promise<number>;
  readonly end: () => void;
}

export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL("./load.ts", import.meta.url)), { execArgv: [] });
  return { rate: async (load) => rate(child, load), end: () => child.disconnect() };
}

async function rate(child: ChildProcess, load: Load): Promise<number> {
  const answered = new Promise<unknown>((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`the load generator ended: ${code}`)));
  });
  child.send(load);
  const answer = await answered;
  child.removeAllListeners("exit");
  if (typeof answer === "object" && answer !== null && "rate" in answer && typeof answer.rate === "number")
    return answer.rate;
  throw new Error(`the load generator failed: ${JSON.stringify(answer)}`);
}
