import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { scanEvent } from "../../src/log/event.ts";
import { someEvent, someId } from "./sample-log.ts";

const scan = (event: Json): unknown => scanEvent(utf8(canonicalJson(event)));
const event = someEvent(5);
const { nonce: _, ...withoutNonce } = event;

function atOf(at: string): number | undefined {
  const head = scanEvent(utf8(canonicalJson({ ...event, at })));
  return typeof head === "string" ? undefined : head.at;
}

test("the head of an event is its stream, its version and its instant (FORMAT.md, event)", () => {
  expect(scan(event)).toEqual({
    at: atOf("2026-11-23T00:05:00.000Z"),
    stream: `case/${someId("case 1")}`,
    opens: false,
    reopens: false,
    version: 3,
  });
});

test("the first event of a log opens it", () => {
  expect(scan(someEvent(0))).toMatchObject({ opens: true, stream: "log/log" });
});

test("an event may open the log again, under another origin", () => {
  expect(scan({ ...event, type: "log-reopened" })).toMatchObject({ opens: false, reopens: true });
  expect(scan({ ...event, type: "log-reopened-not" })).toMatchObject({ reopens: false });
});

test("an event may name the rule that was applied", () => {
  expect(scan({ ...event, law: { edition: 1, rule: "SEND_DECISION_VKS" } })).toMatchObject({ version: 3 });
});

test("a type may have every letter, digits and hyphens", () => {
  expect(scan({ ...event, type: "abcdefghijklmnopqrstuvwxyz-0123456789" })).toMatchObject({ opens: false });
});

test("instants are read as numbers in the order of time", () => {
  const instant = fc.date({
    min: new Date("0000-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const [x, y] = [atOf(a.toISOString()), atOf(b.toISOString())];
      expect(Math.sign((x ?? Number.NaN) - (y ?? Number.NaN))).toBe(Math.sign(a.getTime() - b.getTime()));
    }),
  );
});

test.each([
  ["2026-11-23T00:05:00.001Z", "2026-11-23T00:05:00.002Z"],
  ["2026-11-23T00:05:00.009Z", "2026-11-23T00:05:00.010Z"],
  ["2026-11-23T00:05:00.999Z", "2026-11-23T00:05:01.000Z"],
  ["2026-11-23T00:05:59.000Z", "2026-11-23T00:06:00.000Z"],
  ["2026-11-23T00:59:59.999Z", "2026-11-23T01:00:00.000Z"],
  ["2026-11-30T23:59:59.999Z", "2026-12-01T00:00:00.000Z"],
  ["2026-12-31T23:59:59.999Z", "2027-01-01T00:00:00.000Z"],
])("%s is before %s", (before, after) => {
  expect(atOf(before)).toBeLessThan(atOf(after) ?? 0);
});

describe("an event has the wrong shape with", () => {
  test.each<[string, Json]>([
    ["a missing field", withoutNonce],
    ["a field that is not known", { ...event, extra: 1 }],
    ["a field that is not known at the end", { ...event, zone: 1 }],
    ["an actor that is not an object", { ...event, actor: "person" }],
    ["data that is not an object", { ...event, data: [] }],
    ["a law that is not an object", { ...event, law: "159" }],
    ["a nonce of 31 digits", { ...event, nonce: "0".repeat(31) }],
    ["a nonce of 33 digits", { ...event, nonce: "0".repeat(33) }],
    ["a nonce in capitals", { ...event, nonce: "A".repeat(32) }],
    ["a stream without a kind", { ...event, stream: someId("case 1") }],
    ["a stream without an id", { ...event, stream: "case/" }],
    ["a stream in capitals", { ...event, stream: "Case/1" }],
    ["a stream of three parts", { ...event, stream: "case/1/2" }],
    ["an empty type", { ...event, type: "" }],
    ["a type with a space", { ...event, type: "act recorded" }],
    ["a type in capitals", { ...event, type: "Act" }],
    ["format 0", { ...event, v: 0 }],
    ["version 0", { ...event, version: 0 }],
    ["a negative version", { ...event, version: -1 }],
    ["a version that is text", { ...event, version: "1" }],
    ["no object", []],
  ])("%s", (_, wrong) => {
    expect(scan(wrong)).toBe("event-shape-wrong");
  });

  test.each([
    "2026-11-23T00:05:00Z",
    "2026-11-23T00:05:00.000+00:00",
    "2026-11-23T00:05:00.000000Z",
    "2026-11-23 00:05:00.000Z",
    "2026-02-30T00:05:00.000Z",
    "2025-02-29T00:05:00.000Z",
    "1900-02-29T00:05:00.000Z",
    "2026-04-31T00:05:00.000Z",
    "2026-13-01T00:05:00.000Z",
    "2026-00-01T00:05:00.000Z",
    "2026-01-00T00:05:00.000Z",
    "2026-11-23T24:00:00.000Z",
    "2026-11-23T00:60:00.000Z",
    "2026-11-23T00:05:60.000Z",
    "2026-11-23t00:05:00.000z",
    "today",
  ])("the instant %s", (at) => {
    expect(scan({ ...event, at })).toBe("event-shape-wrong");
  });

  test.each(["2024-02-29T00:00:00.000Z", "2000-02-29T23:59:59.999Z"])("the leap day %s is an instant", (at) => {
    expect(atOf(at)).toBeTypeOf("number");
  });
});

test("the fault of bytes that are not canonical JSON is not that of a wrong shape", () => {
  const text = canonicalJson(event);
  expect(scanEvent(utf8(text.replace(":", ": ")))).toBe("event-not-canonical");
  expect(scanEvent(utf8(`${text} `))).toBe("event-not-canonical");
  expect(scanEvent(utf8(JSON.stringify(Object.fromEntries(Object.entries(event).toReversed()))))).toBe(
    "event-not-canonical",
  );
  expect(scanEvent(utf8(""))).toBe("event-not-canonical");
});

test("every byte of data must be in canonical form", () => {
  const text = canonicalJson({ ...event, data: { a: 1, b: 2 } });
  expect(scanEvent(utf8(text.replace('"a":1,"b":2', '"b":2,"a":1')))).toBe("event-not-canonical");
});

test("an event cut at any length is refused", () => {
  const bytes = utf8(canonicalJson(event));
  for (let end = 0; end < bytes.length; end++) expect(scanEvent(bytes.subarray(0, end))).toBe("event-not-canonical");
});
