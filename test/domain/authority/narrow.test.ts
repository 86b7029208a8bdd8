/** What is read by hand is what the schemas read: of every entry of the log, of each with a member left out or another. */

import { expect, it } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { readAct } from "../../../src/domain/authority/narrow.ts";
import { readHead } from "../../../src/domain/authority/read-head.ts";
import { envelope } from "../../../src/domain/event.ts";
import { caseEvents } from "../../../src/domain/files/events.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { eventOf } from "../../kit/log/pure-log.ts";

const { log } = await everyEvent();
const events = log.entries.map(eventOf);
const values = [undefined, null, 0, "", "constructor", "2026-11-31", [], {}, { system: "sweep", person: "x" }, [[]]];

/** The object with each member, and each member of a member, replaced by each of the values. */
function variants(whole: object): readonly object[] {
  return Object.entries(whole).flatMap(([name, part]) => {
    const inner = typeof part === "object" && part !== null && !Array.isArray(part) ? variants(part) : [];
    return [...values, ...inner].map((value) => ({ ...whole, [name]: value }));
  });
}

const head = envelope.pick({ actor: true, at: true, stream: true, type: true, v: true });

it("the head of an event", () => {
  const each = [...new Map(events.map((event) => [JSON.stringify([event["type"], event["actor"]]), event])).values()];
  for (const event of each) {
    const { actor, at, stream, type, v } = event;
    for (const fields of [{ actor, at, stream, type, v }, ...variants({ actor, at, stream, type, v })]) {
      const text = JSON.stringify({ ...event, ...fields });
      const expected = head.strip().safeParse(JSON.parse(text)).data;
      const read = readHead(utf8(text));
      const isNamed = expected !== undefined && /^[a-z]+\/[a-z0-9-]+$/.test(expected.stream);
      expect(read && { actor: read.actor, at: read.at, stream: read.stream, type: read.type, v: 1 }).toEqual(
        isNamed ? expected : undefined,
      );
    }
  }
});

it("a recorded act: whatever its schema takes, and nothing whose deciding members do not fit", () => {
  const acts = events.filter(({ type }) => type === "act-recorded").map(({ data }) => data as object);
  expect(acts.length).toBeGreaterThan(20);
  for (const whole of acts)
    for (const data of [whole, ...variants(whole)].map((each): unknown => JSON.parse(JSON.stringify(each)))) {
      const expected = caseEvents["act-recorded"].safeParse(data).data;
      const read = readAct(data);
      if (expected === undefined) continue;
      const { act, type, traits, days } = expected;
      expect(read).toEqual({ act, type, traits, days: Object.values(days), ...(expected.by && { by: expected.by }) });
    }
  const act = acts[0];
  for (const broken of [
    { act: 1 },
    { type: "constructor" },
    { type: 7 },
    { traits: [] },
    { traits: { to: 1 } },
    { by: "agency" },
    { by: null },
  ])
    expect(readAct({ ...act, ...broken })).toBeUndefined();
  const dated = { day: "2026-11-20", source: "stated" };
  for (const days of [
    undefined,
    [],
    { sentOn: {} },
    { sentOn: { ...dated, day: "2026-11-31" } },
    { sentOn: { ...dated, source: "constructor" } },
  ])
    expect(readAct({ ...act, days })).toBeUndefined();
  expect(readAct({ ...act, days: { sentOn: dated } })?.days).toEqual([dated]);
});
