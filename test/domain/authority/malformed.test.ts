/** Whatever bytes stand in a log: the audit of authority never throws on them, and goes on with what the honest entries say. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { openAuthority, readAuthority, type Unauthorised } from "../../../src/domain/authority/authority.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { eventOf } from "../../kit/log/pure-log.ts";

const whole = (await everyEvent()).log.entries;
/** Without the end, whose re-opening says at which index it stands. */
const entries = whole.slice(
  0,
  whole.findIndex((entry) => eventOf(entry)["type"] === "log-reopened"),
);
/** An honest entry of each type. */
const each = [...new Map(whole.map((entry) => [eventOf(entry)["type"], entry])).values()];
/** A place in the log where one recording has ended and the next has not begun. */
const middle = (() => {
  const audit = openAuthority();
  return entries.findIndex((event, index) => {
    const isBetween = index > 60 && audit.known.recording === undefined;
    readAuthority(audit, { index, event, isSealed: true });
    return isBetween;
  });
})();

/** What is found in the log with these entries put in at the middle; every index after it moves on. */
function foundWith(broken: readonly Uint8Array[]): readonly Unauthorised[] {
  const audit = openAuthority();
  const log = [...entries.slice(0, middle), ...broken, ...entries.slice(middle)];
  return log.flatMap((event, index) => readAuthority(audit, { index, event, isSealed: true }));
}

/** A value of any shape, among them names that an object has from its prototype. */
const garbage = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, [], {}, 0, -1, 1e308, "", "__proto__", "constructor", true, [[]], [null]),
  fc.dictionary(
    fc.constantFrom("constructor", "hasOwnProperty", "toString", "role", "person", "by", "days"),
    fc.jsonValue(),
  ),
  fc.jsonValue().map((value) => ({ ["__proto__"]: value })),
);

function isBrokenOnly(found: readonly Unauthorised[], count: number): boolean {
  return found.every(({ index }) => index >= middle && index < middle + count);
}

describe("an entry that is broken", () => {
  it("of any bytes is unknown, and touches no honest one", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { minLength: 1, maxLength: 3 }), (broken) => {
        const found = foundWith(broken);
        expect(found.map(({ reason }) => reason)).toEqual(broken.map(() => "event-unknown"));
        expect(isBrokenOnly(found, broken.length)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it("of JSON of any shape is unknown, and touches no honest one", () => {
    fc.assert(
      fc.property(garbage, (value) => {
        const found = foundWith([utf8(JSON.stringify(value))]);
        expect(found.map(({ index, reason }) => [index, reason])).toEqual([[middle, "event-unknown"]]);
      }),
      { numRuns: 15 },
    );
  });

  it.each(each.map((entry) => [String(eventOf(entry)["type"]), entry] as const))(
    "in any member or any part of its data: %s",
    (_, entry) => {
      const event = eventOf(entry);
      const data = event["data"] as object;
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(event)),
          fc.constantFrom(...Object.keys(data), "extra", "__proto__", "constructor"),
          garbage,
          (member, part, value) => {
            const texts = [
              JSON.stringify({ ...event, [member]: value }),
              JSON.stringify({ ...event, data: { ...data, [part]: value } }),
              JSON.stringify({ ...event, data: value }),
            ];
            // No id is taken twice: what does read as an event is one of a stream that nobody else names.
            for (const text of texts) {
              const audit = openAuthority();
              for (const [index, honest] of entries.slice(0, middle).entries())
                readAuthority(audit, { index, event: honest, isSealed: true });
              expect(() => readAuthority(audit, { index: middle, event: utf8(text), isSealed: true })).not.toThrow();
            }
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it("by truncation, anywhere", () => {
    for (const entry of each) {
      const audit = openAuthority();
      for (let length = 0; length < entry.length; length += 7) {
        const found = readAuthority(audit, { index: audit.next, event: entry.subarray(0, length), isSealed: true });
        expect(found.map(({ reason }) => reason)).toEqual(["event-unknown"]);
      }
    }
  });

  it.each<[string, object]>([
    ["of a type that this program does not know", { type: "role-granted-twice" }],
    ["of a type that every object has", { type: "constructor" }],
    ["of a version that this program does not know", { v: 2 }],
    ["of a stream that this program does not know", { stream: "__proto__/law" }],
    ["of a type of another stream", { stream: "log/log" }],
    ["whose data are an array", { data: [] }],
    ["whose data are a number", { data: 7 }],
    ["whose actor is an array", { actor: [] }],
    ["whose actor has one member too many", { actor: { system: "sweep", person: "0".repeat(32) } }],
    ["whose moment is no instant", { at: "2026-13-40T00:00:00.000Z" }],
  ])("%s: unknown, and the role in it counts for nobody", (_, change) => {
    const grant = entries.findIndex(
      (entry) => eventOf(entry)["type"] === "role-granted" && grantee(entry) !== undefined,
    );
    const audit = openAuthority();
    const found = entries.flatMap((entry, index) =>
      readAuthority(audit, {
        index,
        event: index === grant ? utf8(JSON.stringify({ ...eventOf(entry), ...change })) : entry,
        isSealed: true,
      }),
    );
    expect(found[0]).toMatchObject({ index: grant, reason: "event-unknown" });
    expect(found.slice(1).some(({ reason }) => reason === "role-not-held")).toBe(true);
  });
});

/** The person whom an ordinary role is given, which one administrator gives alone. */
function grantee(entry: Uint8Array): string | undefined {
  const { stream, data } = eventOf(entry);
  return (data as { readonly role?: string }).role === "agency-officer" ? String(stream) : undefined;
}
