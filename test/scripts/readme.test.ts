/**
 * The texts for a user name what is there: every command and path, and the table of variables names each one that the code
 * reads, no more and no less.
 */

import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const texts = ["README.md", "scripts/README.md", "test/README.md", "test/worker/walk.md"] as const;
const whole = texts.map((file) => readFileSync(file, "utf8")).join("\n");
const operating = readFileSync("scripts/README.md", "utf8");
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

test("the table of variables in scripts/README.md names each one that is read", () => {
  const rows = all(operating, /^\| ((?:`[A-Z0-9_]+`(?:, )?)+) +\|/gm);
  const names = rows.flatMap((row) => all(row, /`([A-Z0-9_]+)`/g)).sort();
  expect(variablesRead().length).toBeGreaterThan(15);
  expect(names).toEqual(variablesRead());
});

test("each command that a text names is one of package.json", () => {
  const named = all(whole, /npm run (?:-s )?([a-z]+)/g);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("scripts/README.md says what each command of package.json does", () => {
  const rows = operating.split("\n").filter((line) => line.startsWith("| `npm "));
  const told = rows.flatMap((row) => all(row, /`npm (?:run )?(?:-s )?([a-z]+)/g)).sort();
  expect(told).toEqual(Object.keys(scripts).sort());
});

test("each command of package.json is a file at the root of scripts, or the server", () => {
  const files = globSync("scripts/*.{ts,mjs}").sort();
  const commands = Object.keys(scripts).filter((name) => name !== "serve");
  const doors = ["scripts/install.mjs", "scripts/launch.mjs"];
  expect(files).toEqual([...commands.map((name) => `scripts/${name}.ts`), ...doors].sort());
});

test("each file and folder that a text names is there", () => {
  const named = all(whole, /[`(]((?:src|db|scripts|test)\/[\w./-]*)[`#)]/g);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("each file of the kit that test/README.md names is there", () => {
  const named = all(readFileSync("test/README.md", "utf8"), /`((?:api|host|pages|postgres|processes)\/[\w.-]*)`/g);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(`test/kit/${path}`))).toEqual([]);
});
