/** Processes that record and seal while something kills and freezes them; each that dies is started again. */

import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface Crowd {
  readonly environment: NodeJS.ProcessEnv;
  readonly atLeast: number;
  /** The attack goes on until `file` has `lines` lines after so many kills, for at most 100 s more: a busy machine begins late. */
  readonly until: { readonly file: "acknowledged" | "faults"; readonly lines: number; readonly kills: number };
  readonly variant?: "one-statement";
  readonly violent: boolean;
}

export interface Aftermath {
  /** Leaf hash by index, of every entry that some process was told of. */
  readonly acknowledged: readonly (readonly [index: number, hash: string])[];
  readonly faults: readonly string[];
  readonly kills: number;
  readonly freezes: number;
}

const recorders = 4;
const sealers = 3;

export async function runCrowd(crowd: Crowd): Promise<Aftermath> {
  const folder = mkdtempSync(join(tmpdir(), "minh-chung-crowd-"));
  const members = Array.from({ length: recorders + sealers }, (_, i) => new Member(crowd, folder, i));
  let [kills, freezes] = [0, 0];
  const lines = (name: string): string[] => members.flatMap((member) => member.lines(name));
  const started = performance.now();
  const goesOn = (): boolean => {
    const passed = performance.now() - started;
    const isEnough = kills >= crowd.until.kills && lines(crowd.until.file).length >= crowd.until.lines;
    return passed < crowd.atLeast || (passed < crowd.atLeast + 100_000 && !isEnough);
  };
  while (goesOn()) {
    await pause(250);
    // A process that dies before it has begun tries nothing, and on a busy machine none would ever begin: only those that
    // have are killed, and each lives 1.75 s on average from then on.
    if (!crowd.violent || members[randomInt(members.length)]?.kill() !== true) continue;
    kills++;
    // Freezes seldom: a process that is frozen while it holds the head stops the log until its session is ended, 5 s later.
    if (kills % 8 === 0) freezes += members[randomInt(members.length)]?.freeze(randomInt(50, 6500)) ?? 0;
  }
  await Promise.all(members.map(async (member) => member.end()));
  const acknowledged = lines("acknowledged").map(
    (line) => [Number(line.split(" ")[0]), line.split(" ")[1] ?? ""] as const,
  );
  const faults = [...lines("faults"), ...members.flatMap((member) => member.deaths)];
  const aftermath = { acknowledged, faults, kills, freezes };
  rmSync(folder, { recursive: true, force: true });
  return aftermath;
}

class Member {
  readonly #start: () => ChildProcess;
  readonly #file: (name: string) => string;
  #child: ChildProcess;
  #ending = false;
  #begun = false;
  /** The reason of a death that was no kill. */
  readonly deaths: string[] = [];

  constructor({ environment, variant }: Crowd, folder: string, place: number) {
    const role = place < recorders ? "recorder" : "sealer";
    this.#file = (name) => join(folder, `${place}.${name}`);
    const program = join(import.meta.dirname, "worker.ts");
    const files = [this.#file("acknowledged"), this.#file("faults")];
    this.#start = () => {
      const child = spawn(process.execPath, [program, role, ...files, variant ?? ""], {
        env: environment,
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      this.#begun = false;
      child.once("message", () => (this.#begun = true));
      child.once("exit", (code, signal) => {
        if (signal !== "SIGKILL") this.deaths.push(`ended by itself: ${code ?? signal}`);
        if (!this.#ending) this.#child = this.#start();
      });
      return child;
    };
    this.#child = this.#start();
  }

  /** Returns false, and lets it live, when it has not begun its work. */
  kill(): boolean {
    return this.#begun && this.#child.kill("SIGKILL");
  }

  freeze(milliseconds: number): number {
    const child = this.#child;
    child.kill("SIGSTOP");
    setTimeout(() => child.kill("SIGCONT"), milliseconds).unref();
    return 1;
  }

  /** A frozen process dies of SIGKILL too. */
  async end(): Promise<void> {
    this.#ending = true;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  /** Whole lines only. */
  lines(name: string): string[] {
    const file = this.#file(name);
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  }
}
