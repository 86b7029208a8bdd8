/**
 * No body, however wrong, is answered with much or costs much: a problem document is bounded, and reading ends when it is
 * full.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { done, refused } from "../../src/base/outcome.ts";
import { runWhole } from "../../src/base/slices.ts";
import { mostLines } from "../../src/domain/files/bulk.ts";
import { readLines } from "../../src/http/ndjson.ts";
import { problemReply } from "../../src/http/problem.ts";
import { readJson } from "../../src/http/strict-json.ts";
import { Api } from "../kit/api/api.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const longest = 65_536;
const mebi = 1_048_576;
const tenths = `[${"0.1,".repeat(99)}0.1]`;

/** Bodies of JSON, each as large as one may be, or nearly. */
const texts: readonly (readonly [string, () => string])[] = [
  ["a name of a million letters over a hundred fractions", () => `{"${"a".repeat(1_000_000)}":${tenths}}`],
  ["names of control characters over fractions", () => `{${many(100, (i) => `"${"\\u0001".repeat(1000)}${i}":0.1`)}}`],
  ["40,000 unknown fields", () => `{${many(40_000, (i) => `"f${i}":1`)}}`],
  ["a thousand unknown fields with long names", () => `{${many(1000, (i) => `"${"x".repeat(1000)}${i}":1`)}}`],
  ["100,000 fields", () => `{${many(100_000, (i) => `"${i}":1`)}}`],
  ["half a million numbers", () => `[${"1,".repeat(500_000)}1]`],
  ["a hundred thousand fractions", () => `[${"0.1,".repeat(100_000)}1]`],
  ["the same name 50,000 times", () => `{${many(50_000, () => `"a":1`)}}`],
  ["half a million opening brackets", () => "[".repeat(500_000)],
  ["depth within the limit, over and over", () => `[${many(1000, () => `${"[".repeat(30)}${"]".repeat(30)}`)}]`],
  ["a list of the right field that is all wrong", () => `{"answers":[${many(40_000, () => "0")}]}`],
  ["objects where the file stands", () => `{"on":{${many(40_000, (i) => `"c${i}":{}`)}}}`],
  ["a million escaped quotation marks", () => `"${'\\"'.repeat(500_000)}"`],
  ["a million letters that are not in NFC", () => `{"${"e\u0301".repeat(300_000)}":1}`],
  ["a million spaces", () => " ".repeat(1_000_000)],
];

/** Bulks of 16 MiB, or nearly. */
const bulks: readonly (readonly [string, () => string])[] = [
  ["10,000 lines of a hundred fractions", () => `{"a":${tenths}}\n`.repeat(10_000)],
  ["2,000 lines with a long name", () => `{"${"n".repeat(1250)}":${tenths}}\n`.repeat(2000)],
  ["10,000 lines with a long name", () => `{"${"n".repeat(1250)}":0.1}\n`.repeat(10_000)],
  ["10,000 lines of unknown fields", () => `{"do":"record-act",${many(50, (i) => `"f${i}":1`)}}\n`.repeat(10_000)],
  ["10,000 broken lines", () => "{\n".repeat(10_000)],
  ["one line of 16 MiB", () => `[${"1,".repeat(8 * mebi - 8)}1]`],
  ["250 lines of 30,000 numbers", () => `[${"1,".repeat(30_000)}1]\n`.repeat(250)],
  ["16 MiB of line feeds", () => "\n".repeat(16 * mebi)],
  ["10,000 empty lines", () => "\n".repeat(10_000)],
  ["16 MiB of carriage returns", () => "\r".repeat(16 * mebi)],
];

function many(count: number, one: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => one(i)).join(",");
}

describe("the answer to the worst of bodies is small, and no fault", () => {
  const sent = [
    ...texts.map(([name, text]) => [name, "application/json", text] as const),
    ...bulks.map(([name, text]) => [name, "application/x-ndjson", text] as const),
  ];

  test.each(sent)("%s (%s)", async (_, type, text) => {
    const headers = { "content-type": type };
    const reply = await api.post("/v1/acts", { as: "agency-officer", body: text(), headers });
    expect([400, 413, 422], reply.text.slice(0, 500)).toContain(reply.status);
    expect(utf8(reply.text).length).toBeLessThanOrEqual(longest);
    const { violations = [], more } = reply.body as { violations?: readonly { pointer: string }[]; more?: number };
    expect(violations.length).toBeLessThanOrEqual(100);
    for (const { pointer } of violations) expect(pointer.length).toBeLessThanOrEqual(200);
    expect(more === undefined || (violations.length > 0 && more > 0)).toBe(true);
  });

  test("what does not stand in the document is counted, and said in words", async () => {
    const body = `{${many(150, (i) => `"f${i}":1`)}}`;
    const reply = await api.post("/v1/offices", { as: "administrator", body });
    // The missing fields of an office are among the faults: code, kind, name, openedOn.
    expect([(reply.body["violations"] as unknown[]).length, reply.body["more"]]).toEqual([100, 54]);
    expect(reply.body["detail"]).toMatch(/ít nhất 54 .* 54 more/);
  });
});

describe("a problem document", () => {
  const violation = { pointer: "/a", code: "missing", detail: "thiếu / missing" } as const;

  test("a problem document lists the first hundred of any number of violations, whoever made it", () => {
    const violations = Array.from({ length: 250 }, (_, i) => ({ ...violation, line: i + 1 }));
    const { violations: listed, more } = read({ code: "lines-unfit", violations, more: 7 });
    expect([listed.map(({ line }) => line), more]).toEqual([Array.from({ length: 100 }, (_, i) => i + 1), 157]);
    expect(read({ code: "lines-unfit", violations: violations.slice(0, 100) })).not.toHaveProperty("more");
  });

  test("a problem document keeps under 64 KiB by listing fewer, and cuts no character in half", () => {
    const wide = { ...violation, pointer: `/${"𠮷".repeat(500)}`, detail: "\u0001".repeat(5000) };
    const reply = problemReply({ code: "body-unfit", violations: Array.from({ length: 100 }, () => wide) });
    expect(utf8(String(reply.body)).length).toBeLessThanOrEqual(longest);
    const { violations, more } = read({ code: "body-unfit", violations: [wide, wide] });
    expect([violations.length, more]).toEqual([2, undefined]);
    expect(violations[0]?.pointer).toMatch(/^\/𠮷+…$/u);
    expect(violations[0]?.pointer.length).toBeLessThanOrEqual(200);
  });

  function read(problem: Parameters<typeof problemReply>[0]) {
    return JSON.parse(String(problemReply(problem).body)) as {
      violations: readonly { pointer: string; line?: number }[];
      more?: number;
    };
  }
});

describe("reading ends", () => {
  test("reading ends at the value after the last that a text may have", () => {
    expect(readJson(`[${"1,".repeat(49_998)}1]`).ok).toBe(true);
    const text = `[${"1,".repeat(49_999)}1]`;
    const all = { ok: false, refusal: { kind: "broken", code: "json-too-many-values", at: text.length - 2 } };
    expect(readJson(text)).toEqual(all);
    expect(readJson(text.replace("]", `,${"1,".repeat(500_000)}1]`))).toEqual(all);
  });

  test("no pointer is made of an unfit value that is only counted, and of a long name only its beginning", () => {
    const read = readJson(`{"${"a".repeat(1_000_000)}":[${"0.1,".repeat(999)}0.1]}`);
    if (read.ok || read.refusal.kind !== "unfit") throw new Error("taken");
    const { unfit, more } = read.refusal;
    expect([unfit.length, more]).toEqual([100, 900]);
    for (const { pointer } of unfit) expect(pointer.length).toBeLessThan(300);
  });

  /** Counts what was parsed of a bulk whose lines all have a fault. */
  function parsesOf(text: string): number {
    let parses = 0;
    const parse = () => {
      parses += 1;
      return refused({ violations: [{ pointer: "", code: "missing" as const, detail: "" }] });
    };
    runWhole(readLines(utf8(text), parse));
    return parses;
  }

  test("reading ends at the line after the last that a problem lists", () => {
    expect(parsesOf("1\n".repeat(mostLines))).toBe(101);
    expect(parsesOf("1\n".repeat(50))).toBe(50);
    expect(parsesOf(`{\n${"1\n".repeat(mostLines - 1)}`)).toBe(0);
  });

  test("no line is parsed of a bulk with too many, and no more are counted than tell so", () => {
    let looks = 0;
    class Counted extends Uint8Array<ArrayBuffer> {
      override indexOf(sign: number, from?: number): number {
        looks += 1;
        return super.indexOf(sign, from);
      }
    }
    const bytes = new Counted(new ArrayBuffer(mebi)).fill(0x0a);
    const read = runWhole(readLines(bytes, (value) => done(value)));
    expect(read).toMatchObject({ refusal: { code: "too-many-lines" } });
    expect(looks).toBe(mostLines);
    expect(runWhole(readLines(utf8("1\n".repeat(mostLines)), (value) => done(value))).ok).toBe(true);
  });
});
