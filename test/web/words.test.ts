/** Every code that a screen can show has words, because a bare code would be a word that readers do not know. */

import { describe, expect, test } from "vitest";
import { actTypes, actEntry } from "../../src/law/act.ts";
import { traitText } from "../../src/web/words/traits.ts";
import { z } from "zod";
import { eventSchemas } from "../../src/domain/events.ts";
import { codeIn, fieldName } from "../../src/web/words/data.ts";
import { refusalCodes } from "../../src/domain/refusal.ts";
import { refusalWords } from "../../src/web/words/denials.ts";
import { faultOf } from "../../src/web/words/faults.ts";
import { typedText } from "../../src/domain/typed-input.ts";

describe("words", () => {
  const traits = actTypes.flatMap((type) => Object.entries({ ...actEntry(type).must, ...actEntry(type).may }));
  const pairs = traits.flatMap(([name, codes]) => codes.map((code) => [name, code] as const));

  test.each(pairs)("the trait %s: %s has words", (name, code) => {
    const [label, words] = traitText([name, code]).split(": ");
    expect(label).not.toBe(name);
    expect(words).not.toBe(code);
  });

  test.each(refusalCodes)("the refusal %s says in both tongues what is wrong, and what to do", (code) => {
    const { vi, en, todo } = refusalWords({ code });
    for (const words of [vi, en, todo]) expect(words.length).toBeGreaterThan(5);
  });
});

test("a form says which character does not show what it reads, and where", () => {
  const [issue] = typedText.safeParse("Phạm\u202e").error?.issues ?? [];
  expect(issue && faultOf(issue)).toMatch(/ký tự.*U\+202E RIGHT-TO-LEFT OVERRIDE, ký tự thứ 5$/);
});

interface Named {
  readonly name: string;
  /** The codes that the field may hold. */
  readonly codes: readonly string[];
}

/** Returns every field of a schema at any depth, except traits, which have words of their own. */
function fieldsOf(schema: unknown, name = ""): readonly Named[] {
  if (schema instanceof z.ZodEnum) return [{ name, codes: schema.options.map(String) }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return fieldsOf(schema.unwrap(), name);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, name);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option, name));
  if (!(schema instanceof z.ZodObject)) return [{ name, codes: [] }];
  const inner = Object.entries(schema.shape).filter(([field]) => field !== "sealed" && field !== "id");
  return [...(name === "" ? [] : [{ name, codes: [] }]), ...inner.flatMap(([field, part]) => fieldsOf(part, field))];
}

const events = Object.values(eventSchemas).flatMap((schemas) => Object.entries<z.ZodType>(schemas));

test.each(events)("%s has words for its fields and for their codes", (_, schema) => {
  const fields = fieldsOf(schema);
  expect(fields.map(({ name }) => name).filter((name) => fieldName(name) === name)).toEqual([]);
  const bare = fields.flatMap(({ name, codes }) =>
    codes.filter((code) => codeIn(name, code) === undefined).map((code) => `${name}: ${code}`),
  );
  expect(bare).toEqual([]);
});
