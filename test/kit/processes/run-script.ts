/** A script of ours as its own process, with what it printed and how it ended. */

import { execFile } from "node:child_process";

export interface Run {
  readonly exitCode: number;
  readonly said: string;
  readonly complained: string;
}

/** `variables` is its whole environment but PATH. */
export async function runScript(
  name: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const env = { PATH: process.env["PATH"], ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${name}.ts`, ...args], { env }, (fault, said, complained) => {
      resolve({ exitCode: fault === null ? 0 : Number(fault.code), said, complained });
    });
  });
}
