/** Values that a JSON Schema takes, as far as our document uses the language. */

import fc from "fast-check";
import type { Schema } from "./document.ts";

/** Returns an arbitrary of values that fit the schema; throws at a keyword that it does not know. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom<unknown>(...(schema["enum"] as unknown[]));
  for (const choice of ["oneOf", "anyOf"]) {
    const branches = schema[choice];
    if (Array.isArray(branches)) return fc.oneof(...(branches as Schema[]).map((branch) => fitting(branch)));
  }
  switch (schema["type"]) {
    case "string":
      return text(schema);
    case "integer":
      return fc.integer({
        min: numberOf(schema, "minimum", numberOf(schema, "exclusiveMinimum", -1) + 1),
        max: Math.min(numberOf(schema, "maximum", 1e9), 1e9),
      });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(fitting((schema["items"] ?? {}) as Schema), {
        minLength: numberOf(schema, "minItems", 0),
        maxLength: Math.min(numberOf(schema, "maxItems", 3), numberOf(schema, "minItems", 0) + 3),
      });
    case "object":
      return object(schema);
    default:
      throw new Error(`no values of ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

function numberOf(schema: Schema, name: string, otherwise: number): number {
  const value = schema[name];
  return typeof value === "number" ? value : otherwise;
}

function object(schema: Schema): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, Schema>>);
  const requiredKeys = (schema["required"] ?? []) as string[];
  return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, fitting(each)])), { requiredKeys });
}

/** Fits of its own make patterns that a generator of expressions cannot read, and lengths that it would miss. */
function text(schema: Schema): fc.Arbitrary<string> {
  if (schema["format"] === "date") return days;
  const pattern = schema["pattern"];
  const [min, max] = [numberOf(schema, "minLength", 0), numberOf(schema, "maxLength", Number.POSITIVE_INFINITY)];
  if (typeof pattern !== "string") return fc.string({ minLength: min, maxLength: Math.min(max, 60) });
  const expression = new RegExp(pattern, "u");
  return fc.stringMatching(expression).filter((made) => made.length >= min && made.length <= max);
}

const days = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2100-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
