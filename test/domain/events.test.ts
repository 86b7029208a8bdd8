/**
 * Nothing but codes, days, instants, random ids, commitments, instrument numbers, keys and signatures stands in the clear in
 * a leaf (src/README.md#what-is-in-the-clear). Every schema of every event is walked; a text of any other kind is a leak.
 */

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { eventSchemas } from "../../src/domain/events.ts";
import { appliedLaw } from "../../src/domain/applied-law.ts";
import { actor } from "../../src/domain/event.ts";
import { clearKinds, code, day, id, committed } from "../../src/domain/field.ts";

/** The places where a text of no listed kind could stand. */
function leaks(schema: unknown, at: string): readonly string[] {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodBoolean) return [];
  if (schema instanceof z.ZodString) return isNamed(schema) ? [] : [at];
  if (schema instanceof z.ZodNumber) return schema.format === "safeint" ? [] : [at];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return leaks(schema.unwrap(), at);
  if (schema instanceof z.ZodArray) return leaks(schema.element, `${at}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option, i) => leaks(option, `${at}|${i}`));
  if (schema instanceof z.ZodRecord)
    return [...leaks(schema.keyType, `${at}{key}`), ...leaks(schema.valueType, `${at}{}`)];
  return schema instanceof z.ZodObject ? leaksWithin(schema, at) : [at];
}

function leaksWithin({ shape, def }: z.ZodObject, at: string): readonly string[] {
  const open = def.catchall instanceof z.ZodNever ? [] : [`${at}.*`];
  return [...open, ...Object.entries(shape).flatMap(([name, field]) => leaks(field, `${at}.${name}`))];
}

function isNamed(schema: z.ZodString): boolean {
  const kind = z.globalRegistry.get(schema)?.["clear"];
  return clearKinds.some((clear) => clear === kind);
}

const all = Object.entries(eventSchemas).flatMap(([kind, events]) =>
  Object.entries<z.ZodType>(events).map(([type, schema]) => [`${kind}: ${type}`, schema] as const),
);

describe("in the clear", () => {
  it.each([...all, ["actor", actor], ["law", appliedLaw]] as const)(
    "%s holds nothing but what is listed",
    (name, schema) => {
      expect(leaks(schema, name)).toEqual([]);
    },
  );

  it("every kind of stream has events", () => {
    expect(Object.entries(eventSchemas).filter(([, events]) => Object.keys(events).length === 0)).toEqual([]);
  });
});

describe("the walk", () => {
  const fine = {
    code,
    day,
    id: id<"case">(),
    committed,
    enum: z.enum(["a"]),
    number: z.int(),
    list: z.array(code),
    maybe: z.exactOptional(day),
  };

  it("passes what is listed", () => {
    expect(leaks(z.strictObject({ ...fine, codes: z.record(code, code) }), "")).toEqual([]);
  });

  it.each([
    ["a plain text", z.string()],
    ["a text with an unlisted name", z.string().meta({ clear: "name" })],
    ["anything", z.unknown()],
    ["anything at all", z.any()],
    ["a number that is no integer", z.number()],
    ["a text that may be left out", z.string().optional()],
    ["a text in a list", z.array(z.string())],
    ["a text in a choice", z.union([day, z.string()])],
    ["a text under a code", z.record(code, z.string())],
    ["a code under a text", z.record(z.string(), code)],
    ["fields that nobody named", z.looseObject({ day })],
    ["fields that are dropped in silence", z.object({ day })],
    ["a text within", z.strictObject({ inner: z.strictObject({ text: z.string() }) })],
    ["a text of a kind of its own", z.templateLiteral(["a", z.string()])],
  ])("finds %s", (_, schema) => {
    expect(leaks(z.strictObject({ ...fine, planted: schema }), "")).toHaveLength(1);
  });
});

describe("the codes of an act", () => {
  const data = {
    act: "0".repeat(32),
    type: "decision-issued",
    subject: { kind: "decision", id: "1".repeat(32) },
    answers: [],
    days: { happenedOn: { day: "2026-11-23", source: "document" } },
  };

  it.each([
    ["a name", { decision: "Nguyễn Văn A" }],
    ["a case number", { decision: "810/QĐ-CCTHADS" }],
    ["a sentence under a code", { note: "left, no assets" }],
    ["a code under a sentence", { "left, no assets": "enforcement" }],
    ["an identity number", { decision: "012345678901" }],
    ["a code of no list", { made: "enforcement" }],
  ])("are no place for %s", (_, traits) => {
    expect(eventSchemas.case["act-recorded"].safeParse({ ...data, traits }).success).toBe(false);
  });
});
