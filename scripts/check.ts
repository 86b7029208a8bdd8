/**
 * npm run check: format, lint with types, strict types, the house (floors, names, sizes, texts), dead code. Each step prints its time, and a step that
 * fails does not hide the next one.
 */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

const bin = (name: string): string => join("node_modules", ".bin", name);
const places = ["src", "scripts", "test", "vitest.config.ts"];

const steps: readonly (readonly [name: string, program: string, ...rest: string[]])[] = [
  ["format", bin("biome"), "format", "--colors=off"],
  ["lint", bin("oxlint"), "--type-aware", "--deny-warnings", "--format=unix", ...places],
  ["types", bin("tsc"), "--project", ".", "--noEmit", "--pretty", "false"],
  [
    "house",
    bin("vitest"),
    "run",
    "--project=ground",
    "--reporter=dot",
    "test/floors.test.ts",
    "test/house.test.ts",
    "test/texts.test.ts",
  ],
  ["dead code", bin("knip"), "--no-progress"],
];

const started = performance.now();
const failed: string[] = [];
for (const [name, program, ...rest] of steps) {
  const began = performance.now();
  const run = spawnSync(program, rest, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const verdict = run.status === 0 ? "ok" : "FAILED";
  if (run.status !== 0) failed.push(name);
  console.log(`${name.padEnd(10)} ${verdict.padEnd(6)} ${seconds(began)}`);
  if (run.status !== 0) console.log([run.stdout, run.stderr, run.error?.message].filter(Boolean).join("\n"));
}
console.log(
  failed.length === 0 ? `check ok, ${seconds(started)}` : `check FAILED: ${failed.join(", ")}, ${seconds(started)}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
