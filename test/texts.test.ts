/**
 * The texts of the repository hold together: links and cites resolve, commands run, files that are named are there, and
 * nothing cites a text that the repository does not hold. A successor must be able to follow every one of them.
 */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { appliedLaw } from "../src/domain/applied-law.ts";
import { currentEdition } from "../src/law/edition.ts";

/** Every file that is in the repository or about to be; a file that was deleted and not yet committed is not. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const texts = files.filter((file) => file.endsWith(".md"));
const code = files.filter((file) => /^(src|scripts|test|db)\/.*\.(tsx?|mjs|sql)$|^\.oxlintrc\.json$/.test(file));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

interface Line {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Whether it stands in a fenced block of a Markdown text. */
  readonly fenced: boolean;
}

function linesOf(file: string): readonly Line[] {
  let fence = false;
  return readFileSync(file, "utf8")
    .split("\n")
    .map((text, i) => {
      const isFence = text.startsWith("```");
      if (isFence) fence = !fence;
      return { file, line: i + 1, text, fenced: fence && !isFence };
    });
}

const textLines = texts.flatMap(linesOf);
/** This file holds the patterns that it looks for. */
const codeLines = code.filter((file) => file !== "test/texts.test.ts").flatMap(linesOf);

/** What `wrong` finds in each line, with its place. */
function faults(lines: readonly Line[], wrong: (line: Line) => readonly string[]): readonly string[] {
  return lines.flatMap((line) => wrong(line).map((what) => `${line.file}:${line.line}: ${what}`));
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([whole, first]) => first ?? whole);
}

/** The anchor that GitHub gives a heading: lower case, without punctuation, spaces as hyphens. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

function headingsOf(file: string): readonly string[] {
  return linesOf(file).flatMap(({ text, fenced }) => (fenced ? [] : found(text, /^#{1,6} (.*)$/g)));
}

/** The anchors of a text; a heading that comes again gets a number, as on GitHub. */
function anchorsOf(file: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    headingsOf(file).map((heading) => {
      const anchor = slug(heading);
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

/** Whether `path#anchor` is there, the path taken from `folder`. */
function resolves(cite: string, folder: string): boolean {
  const [path = "", anchor] = cite.split("#");
  const target = normalize(join(folder, path));
  if (!existsSync(target)) return false;
  return anchor === undefined || (statSync(target).isFile() && anchorsOf(target).has(anchor));
}

const linked = /\]\((?!https?:)([^)\s]+)\)/g;
const citedText = /(?<![\w./-])((?:[\w.-]+\/)*[\w-]+\.md(?:#[\w-]+)?)/g;
const citedHeading = /(?<![\w./-])((?:[\w.-]+\/)*[\w-]+\.md), "([^"]+)"/g;

/** Where a cite may be taken from: the root, `src`, the citing file's own folder, or the folder that a test mirrors. */
function placesOf(file: string): readonly string[] {
  return [".", "src", dirname(file), dirname(file.replace(/^test\//, "src/"))];
}

function isThere(cite: string, file: string): boolean {
  return placesOf(file).some((place) => resolves(cite, place));
}

function brokenHeadings({ text, file }: Line): readonly string[] {
  return [...text.matchAll(citedHeading)].flatMap(([whole, path = "", heading = ""]) =>
    placesOf(file).some((place) => existsSync(join(place, path)) && anchorsOf(join(place, path)).has(slug(heading)))
      ? []
      : [whole],
  );
}

/** A name is the whole path of a file, the end of one, or a folder. */
function isNamed(name: string, folder: string): boolean {
  return files.some((file) => file === name || file.endsWith(`/${name}`)) || existsSync(join(folder, name));
}

const fileName = /(?<![\w/.@#<>*-])((?:[\w.-]+\/)*[\w-]+\.(?:tsx?|mjs|sql|toml|md))(?![\w*-])/g;
const roomPath = /(?<![\w/.@<>-])((?:src|scripts|test|db)\/[\w./-]*)/g;
const inlineCode = /`([^`]+)`/g;

/** Texts that the repository does not hold, and how comments used to cite them. */
const missingTexts: readonly RegExp[] = [
  /\bdesign(?: ?§|:|\.md|,|;|\))/i,
  /\bhouse[ -](?:style|review)\b/i,
  /\bproduct notes\b|\bproduct\.md\b/i,
  /\bissue \d/i,
  /\blog-notes\b|\blaw[ /]notes\b|\bprovince-year\b/i,
  /(?<![\w.])\/work\//,
];

describe("a Markdown text", () => {
  test("is there at all, and so is code that could cite one", () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(code.length).toBeGreaterThan(500);
  });

  test("links only to what is there, anchors included", () => {
    const broken = faults(textLines, ({ file, text, fenced }) =>
      fenced
        ? []
        : found(text, linked).filter(
            (link) => !resolves(link.startsWith("#") ? basename(file) + link : link, dirname(file)),
          ),
    );
    expect(broken).toEqual([]);
  });

  test("names only commands of package.json", () => {
    const known = new Set([...Object.keys(scripts), "run", "install", "ci"]);
    const unknown = faults(textLines, ({ text, fenced }) =>
      (fenced ? [text] : found(text, inlineCode)).flatMap((words) =>
        found(words, /\bnpm (?:run )?(?:-s )?([a-z][\w:-]*)/g).filter((name) => !known.has(name)),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test("names only files and folders that are there", () => {
    const gone = faults(textLines, ({ file, text, fenced }) =>
      (fenced ? [text] : found(text, inlineCode)).flatMap((words) => [
        ...found(words, roomPath).filter((path) => !existsSync(path.replace(/[./]+$/, ""))),
        ...found(words, fileName).filter((name) => !isNamed(name, dirname(file))),
      ]),
    );
    expect(gone).toEqual([]);
  });
});

describe("a comment or a string of the code", () => {
  test("cites only Markdown texts that are there, anchors and headings included", () => {
    const broken = faults(codeLines, (line) => [
      ...found(line.text, citedText).filter((cite) => !isThere(cite, line.file)),
      ...brokenHeadings(line),
    ]);
    expect(broken).toEqual([]);
  });

  test("names only files that are there", () => {
    const comments = codeLines.filter(
      ({ file, text }) => /^\s*(?:\*|\/\*|\/\/|--)/.test(text) && !file.endsWith("json"),
    );
    expect(
      faults(comments, ({ file, text }) => found(text, fileName).filter((name) => !isNamed(name, dirname(file)))),
    ).toEqual([]);
  });
});

test("nothing cites a text that the repository does not hold", () => {
  const cites = faults([...codeLines, ...textLines], ({ text }) =>
    missingTexts.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
  );
  expect(cites).toEqual([]);
});

test("a promise that is cited is one of the README's five guarantees", () => {
  const guarantees = found(readFileSync("README.md", "utf8"), /^(\d+)\. \*\*/gm);
  expect(guarantees).toEqual(["1", "2", "3", "4", "5"]);
  const unknown = faults([...codeLines, ...textLines], ({ text }) =>
    found(text, /\bpromises? (\d+)/gi).filter((number) => !guarantees.includes(number)),
  );
  expect(unknown).toEqual([]);
});

test("an edition of the law has one name in Vietnamese, bộ quy tắc", () => {
  const otherName = /ấn[ ]bản/iu;
  expect([...texts, ...code].filter((file) => otherName.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("the texts count the rules as the edition does", () => {
  const { rules } = currentEdition;
  const counted = textLines.flatMap(({ text }) => found(text, /(\d+ versions of \d+ rules)/g));
  expect(new Set(counted)).toEqual(
    new Set([`${rules.length} versions of ${new Set(rules.map(({ series }) => series)).size} rules`]),
  );
});

describe("a room of src", () => {
  const rooms = [
    ...new Set(files.filter((file) => /^src\/\w+\/.*\.tsx?$/.test(file)).map((file) => file.split("/")[1])),
  ];

  test("has a README of at most 30 lines", () => {
    const readmes = rooms.map((room) => `src/${room}/README.md`);
    expect(readmes.filter((readme) => !existsSync(readme))).toEqual([]);
    const long = readmes.filter((readme) => readFileSync(readme, "utf8").trimEnd().split("\n").length > 30);
    expect(long).toEqual([]);
  });

  test("is named in src/README.md", () => {
    const architecture = readFileSync("src/README.md", "utf8");
    expect(rooms.filter((room) => !new RegExp(`\\b${room}\\b`).test(architecture))).toEqual([]);
  });
});

describe("a table", () => {
  /** The cells of the rows under a table's head and rule. */
  function rowsOf(file: string, heading: string): readonly (readonly string[])[] {
    const section =
      readFileSync(file, "utf8")
        .split(/^#+ /m)
        .find((part) => part.startsWith(`${heading}\n`)) ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("|"));
    return rows.slice(2).map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }

  test("of the glossary goes by the alphabet, each word once", () => {
    for (const heading of ["The law's words", "Our own words"]) {
      const words = rowsOf("src/GLOSSARY.md", heading).map(([word = ""]) =>
        word.toLowerCase().replaceAll(/[^a-z]/g, ""),
      );
      expect(words.length).toBeGreaterThan(40);
      expect(words).toEqual([...new Set(words)].toSorted());
    }
  });

  test("of the law's words names only what the code calls so", () => {
    const written = code.filter((file) => file.startsWith("src/")).map((file) => readFileSync(file, "utf8"));
    const names = rowsOf("src/GLOSSARY.md", "The law's words").flatMap(([, , , name = ""]) => found(name, inlineCode));
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !written.some((text) => text.includes(name)) && !isNamed(name, "src"))).toEqual([]);
  });

  test("of the law of an event names its members, no more and no less", () => {
    const members = rowsOf("src/domain/EVENTS.md", "The law of an event").flatMap(([name = ""]) =>
      found(name, inlineCode),
    );
    expect(members.toSorted()).toEqual(Object.keys(appliedLaw.shape).toSorted());
  });
});
