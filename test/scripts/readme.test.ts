/** What the README names is there: every command, every path, and every variable that the code reads, no more and no less. */

import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const readme = readFileSync("README.md", "utf8");
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

function all(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))].sort();
}

/** By name, taken apart, or as a field of the schema in src/env.ts. PATH is the machine's own. */
function variablesRead(): readonly string[] {
  const code = globSync(["src/**/*.{ts,tsx}", "scripts/**/*.{ts,mjs}"]).map((file) => readFileSync(file, "utf8"));
  const named = all(code.join("\n"), /process\.env\["([A-Z0-9_]+)"\]/g);
  const apart = all(code.join("\n"), /const \{ ([A-Z0-9_, ]+) \} = process\.env/g).flatMap((list) => list.split(", "));
  const parsed = all(readFileSync("src/env.ts", "utf8"), /^ {2}([A-Z0-9_]+):/gm);
  return [...new Set([...named, ...apart, ...parsed])].filter((name) => name !== "PATH").sort();
}

test("the README's table of variables names each one that is read", () => {
  const rows = all(readme, /^\| ((?:`[A-Z0-9_]+`(?:, )?)+) \|/gm);
  const names = rows.flatMap((row) => all(row, /`([A-Z0-9_]+)`/g)).sort();
  expect(variablesRead().length).toBeGreaterThan(15);
  expect(names).toEqual(variablesRead());
});

test("each command that the README names is one of package.json", () => {
  const named = all(readme, /npm run (?:-s )?([a-z]+)/g);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("each file and folder that the README names is there", () => {
  const named = all(readme, /`((?:src|db|scripts|test)\/[\w./-]*)`/g);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
