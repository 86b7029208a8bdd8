/** Rules of the house that no linter holds: one name for one thing, no circles, folders and files of a size that can be read. */

import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { headOfCatalog } from "../scripts/postgres/catalog-file.ts";

const source = globSync("src/**/*.{ts,tsx}");
const code = [...source, ...globSync("scripts/**/*.{ts,mjs}")];

/** The names that a file declares and exports; a name that it only hands on is declared elsewhere. */
function exportedNames(text: string): readonly string[] {
  const declared =
    /^export (?:async |abstract |declare )*(?:function\*?|const|let|class|interface|type|enum)\s+([\w$]+)/gm;
  return [...text.matchAll(declared)].map(([, name = ""]) => name);
}

/** The files of ours that a file imports, types included. */
function importedFiles(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;"]*?\bfrom\s*"(\.[^"]+)"/gm)].map(([, to = ""]) =>
    join(dirname(file), to),
  );
}

/**
 * The nodes of a graph that stand in a circle, or between two. A node that needs no other, or that no other needs, stands in
 * none and is taken away, until every node that is left has both.
 */
function nodesInCircles(nodes: readonly string[], next: (node: string) => readonly string[]): readonly string[] {
  const left = new Map(nodes.map((node) => [node, next(node)]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const needed = new Set([...left.values()].flat());
    for (const [node, needs] of left) if (!needed.has(node) || !needs.some((to) => left.has(to))) left.delete(node);
  }
  return [...left.keys()];
}

describe("names", () => {
  /** The two implementations of SHA-256, of which package.json's `imports` takes one for each runtime. */
  const twoByRuntime = ["sha256"];

  test("an exported name is declared once in src", () => {
    const places = new Map<string, string[]>();
    for (const file of source)
      for (const name of new Set(exportedNames(readFileSync(file, "utf8"))))
        places.set(name, [...(places.get(name) ?? []), file]);
    expect(places.size).toBeGreaterThan(1000);
    expect([...places].filter(([name, files]) => files.length > 1 && !twoByRuntime.includes(name))).toEqual([]);
  });

  test("every form of an exported declaration is seen", () => {
    const text =
      "export function a() {}\nexport async function b() {}\nexport async function* c() {}\nexport const d = 1;\nexport class e {}\nexport abstract class f {}\nexport interface g {}\nexport type h = 1;\nexport { i };\nconst j = 1;";
    expect(exportedNames(text)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
  });
});

describe("imports", () => {
  test("no file imports itself by way of others, types included", () => {
    expect(nodesInCircles(code, importedFiles)).toEqual([]);
  });

  test("a circle is seen", () => {
    const graph: Readonly<Record<string, readonly string[]>> = { a: ["b"], b: ["c"], c: ["b", "d"], d: [] };
    expect(nodesInCircles(Object.keys(graph), (node) => graph[node] ?? [])).toEqual(["b", "c"]);
  });
});

describe("sizes", () => {
  test("no file has more than 300 lines", () => {
    expect(code.filter((file) => readFileSync(file, "utf8").trimEnd().split("\n").length > 300)).toEqual([]);
  });

  test("no folder of src, scripts or test holds more than 25 files", () => {
    const folders = ["src", "scripts", "test"].flatMap((root) => [root, ...globSync(`${root}/**/`)]);
    const filesIn = (folder: string): number =>
      readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).length;
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter((folder) => filesIn(folder) > 25)).toEqual([]);
  });
});

test("db/catalog.txt was made from the migrations beside it; `npm run catalog` makes it anew", () => {
  const [head] = readFileSync("db/catalog.txt", "utf8").split("\n");
  expect(head).toBe(headOfCatalog());
});
