/**
 * The map of the house (src/README.md#floors-and-rooms): what each room may import. An allow-list, so a new room or a new package is refused
 * until it is put on the map. Change it in the same commit as the wall, and say why.
 */

import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const ground = ["base", "log", "law"];
const below: Readonly<Record<string, readonly string[]>> = {
  base: ["base"],
  log: ["base", "log"],
  law: ["base", "law"],
  domain: [...ground, "domain"],
  service: [...ground, "domain", "service"],
  store: [...ground, "domain", "service", "store"],
  http: [...ground, "domain", "service", "http"],
  web: [...ground, "domain", "service", "web"],
};

const partsOfPages = ["form", "frame", "parts", "words"];

/**
 * The rooms inside a room, and which of its rooms each may import. Every room may import the files at its root ("."), and
 * those import no room, unless it is named here or the file is in `knowsTheRooms`.
 */
const inside: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  service: {
    streams: [],
    // What is decided of a request before its body is read: by API and console, and by no command.
    admitting: ["streams"],
    sealing: ["streams"],
    recording: ["sealing", "streams"],
    // A checkpoint leaves by one door, which is sealing's.
    reading: ["sealing", "streams"],
    // What screens and exports list; between two pages of an export the share of its reader is asked for.
    listing: ["admitting", "reading", "sealing", "streams"],
    sweeping: ["recording", "sealing", "streams"],
    // The audit recomputes the tags that sealing gives.
    auditing: ["sealing", "streams"],
  },
  web: {
    words: [],
    style: [],
    parts: ["words"],
    frame: ["parts", "style", "words"],
    form: ["frame", "parts", "words"],
    "sign-in": partsOfPages,
    files: partsOfPages,
    findings: partsOfPages,
    instruments: partsOfPages,
    law: partsOfPages,
    log: partsOfPages,
    offices: partsOfPages,
    administering: partsOfPages,
    printing: partsOfPages,
    // Today's work is made of the lists of other tasks.
    today: [...partsOfPages, "findings"],
    // An export has the filter of its page.
    exports: [...partsOfPages, "findings", "today"],
  },
  law: {
    calendar: [],
    stages: [],
    // What an edition changed is told in the data of the room: rules and calendar years.
    editions: ["calendar"],
    detection: ["calendar"],
    telling: ["calendar", "detection"],
  },
  domain: {
    // The root lists the events, states, kinds of file and rows of every room, so it stands above them; the rooms know of it
    // what a command is.
    ".": ["deadlines", "editions", "files", "findings", "instruments", "offices"],
    refusals: [],
    offices: [],
    editions: [],
    findings: [],
    deadlines: ["findings"],
    files: ["offices"],
    instruments: ["files", "findings", "offices"],
    // Who may is asked of the directory, and of what each command asks in its own room.
    authority: ["deadlines", "editions", "files", "findings", "instruments", "offices"],
  },
  http: {
    ".": ["problems"],
    problems: [],
    json: [],
    routes: ["json", "problems"],
  },
};
/**
 * The host lists what a process keeps; acts, names of rules and editions are computed from the stages; the app serves every
 * route; the console and its routes put the pages together, and its security asks how large a form may be.
 */
const knowsTheRooms = new Set([
  "src/service/host.ts",
  "src/law/act.ts",
  "src/law/edition.ts",
  "src/law/series.ts",
  "src/http/app.ts",
  "src/web/console.tsx",
  "src/web/routes.ts",
  "src/web/security.ts",
]);

/** A key is a room, or one file where the door is narrower. */
const packages: Readonly<Record<string, readonly string[]>> = {
  base: [],
  log: ["#sha256"],
  "src/log/sha256-noble.ts": ["@noble/hashes"],
  "src/log/sha256-node.ts": ["node:crypto"],
  law: [],
  domain: ["zod"],
  service: ["jose", "zod"],
  store: ["@aws-sdk/client-s3", "kysely", "node:crypto", "pg"],
  http: ["hono", "jose", "zod"],
  web: ["hono", "zod"],
  "src/web/exports/xlsx.ts": ["hucre"],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = globSync("src/**/*.{ts,tsx}");

function roomOf(file: string): string {
  const [, room = "", inside] = file.split("/");
  return inside === undefined ? "roof" : room;
}

/** `from "…"`, a bare `import "…"`, and `import("…")`; a string elsewhere is not an import. */
function importsOf(text: string): readonly string[] {
  return [
    ...text.matchAll(/^(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
}

function packageOf(specifier: string): string {
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

function isAllowed({ from, to }: Import): boolean {
  const room = roomOf(from);
  if (room === "roof") return !to.startsWith("../");
  if (!to.startsWith(".")) return (packages[from] ?? packages[room] ?? []).includes(packageOf(to));
  const target = join(dirname(from), to);
  return target.startsWith("src/") && (below[room] ?? []).includes(roomOf(target)) && isAllowedInside(from, target);
}

/** The room inside the room; undefined at its root. */
function innerRoomOf(file: string): string | undefined {
  const [, , inner, name] = file.split("/");
  return name === undefined ? undefined : inner;
}

function isAllowedInside(from: string, target: string): boolean {
  const rooms = inside[roomOf(from)];
  if (rooms === undefined || roomOf(target) !== roomOf(from) || knowsTheRooms.has(from)) return true;
  const [mine = ".", its] = [innerRoomOf(from), innerRoomOf(target)];
  return its === undefined || its === mine || (rooms[mine] ?? []).includes(its);
}

function arrows(paths: readonly string[]): readonly Import[] {
  return paths.flatMap((from) => importsOf(readFileSync(from, "utf8")).map((to) => ({ from, to })));
}

/** Every file of ours that `entry` pulls in, itself included. */
function reach(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  for (const { to } of arrows([entry])) if (to.startsWith(".")) reach(join(dirname(entry), to), seen);
  return seen;
}

describe("the floors", () => {
  test("files and arrows are seen at all: a map of nothing would be green", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(arrows(files).length).toBeGreaterThan(files.length);
  });

  test("every room is on the map", () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== "roof"));
    expect([...rooms].filter((room) => below[room] === undefined || packages[room] === undefined)).toEqual([]);
  });

  test("every room inside a room is on the map, and nothing on the map is gone", () => {
    for (const [room, rooms] of Object.entries(inside)) {
      const there = files.filter((file) => roomOf(file) === room).flatMap((file) => innerRoomOf(file) ?? []);
      expect(new Set(there)).toEqual(new Set(Object.keys(rooms).filter((name) => name !== ".")));
    }
  });

  test("imports go down or stay in the room, and packages come in by their own door", () => {
    expect(arrows(files).filter((arrow) => !isAllowed(arrow))).toEqual([]);
  });

  test("the three forms of an import are read, and other strings are not", () => {
    const text =
      'import type {\n  A,\n} from "./a.ts";\nimport "./b.ts";\nconst c = await import("./c.ts");\nexport { d } from "./d.ts";\nconst e = "from \\"./e.ts\\"";';
    expect(importsOf(text)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts"]);
  });

  test.each([
    ["the log does not know the law", "src/log/tree.ts", "../law/rule.ts"],
    ["the domain does not know the store", "src/domain/files/act-file.ts", "../../store/postgres.ts"],
    ["web and store never meet", "src/web/frame/page.tsx", "../../store/lists/views.ts"],
    ["the ground takes no Node module", "src/base/day.ts", "node:fs"],
    ["only one file of the log takes noble's hashes", "src/log/tree.ts", "@noble/hashes/sha2.js"],
    ["reading does not record", "src/service/reading/desk.ts", "../recording/handle.ts"],
    ["the law's findings are told above, not in detection", "src/law/detection/clock.ts", "../telling/words.ts"],
    ["a contract of the service knows none of its rooms", "src/service/ports.ts", "./streams/states.ts"],
    ["a page is not made of the page of another task", "src/web/findings/merge-page.tsx", "../instruments/items.ts"],
    ["the words know none of the parts that show them", "src/web/words/law.ts", "../parts/mark.tsx"],
    ["a kind of route knows no route", "src/http/listing-route.ts", "./routes/cases.ts"],
    ["no room takes from the roof", "src/service/recording/handle.ts", "../../env.ts"],
    ["nothing in src takes from the scripts", "src/worker.ts", "../scripts/issuer.ts"],
  ])("%s", (_rule, from, to) => {
    expect(isAllowed({ from, to })).toBe(false);
  });
});

describe("the auditor's program is another program (promise 2)", () => {
  const roomsBehind = (entry: string) =>
    new Set([...reach(entry)].filter((file) => file.startsWith("src/")).map(roomOf));

  test("npm run verify reaches nothing of src but base and log, and for authority the pure domain with the law", () => {
    expect(roomsBehind("scripts/verify.ts")).toEqual(new Set(["base", "domain", "law", "log"]));
    expect(roomsBehind("scripts/verify/authority.ts")).toContain("domain");
  });

  test("only authority needs the domain: all else of the program is base and log", () => {
    const domain = ["scripts/verify/authority.ts", "scripts/verify/authority-words.ts", "scripts/verify/fault.ts"];
    const others = globSync("scripts/verify/*.ts").filter((file) => !domain.includes(file));
    const direct = others.filter((file) =>
      importsOf(readFileSync(file, "utf8")).some((to) => to.includes("/src/") && !/\/src\/(?:base|log)\//.test(to)),
    );
    expect(direct).toEqual([]);
  });
});
