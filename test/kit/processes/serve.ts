/** `npm run serve` as a process of its own. */

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

export function serve(more: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _, SEALING_DATABASE_URL: __, ...rest } = process.env;
  return spawn("npm", ["run", "-s", "serve"], {
    cwd: root,
    env: { ...rest, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits for what the process says; rejects with all that it said if it ends before. */
export function heard(child: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = what.exec(said)?.[0];
      if (match !== undefined) found(match);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", () => failed(new Error(said)));
  });
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolved) => child.once("exit", resolved));
}
