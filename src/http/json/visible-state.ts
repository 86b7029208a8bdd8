/** States as somebody may see them: a sealed field shows its commitment, and its value where it was opened. */

import type { Json } from "../../base/canonical-json.ts";
import { committed } from "../../domain/field.ts";
import type { Opened } from "../../service/reading/opened.ts";

type Fields = Readonly<Record<string, Json>>;

export function visibleState(state: object, opened: Opened): Fields {
  return shownFields(state, opened);
}

function shownValue(value: unknown, opened: Opened): Json {
  if (Array.isArray(value)) return value.map((item) => shownValue(item, opened));
  if (typeof value !== "object" || value === null) return plain(value);
  const field = committed.safeParse(value);
  return field.success ? shownSealed(field.data.sealed, opened) : shownFields(value, opened);
}

/** undefined fields are left out, as JSON does. */
function shownFields(value: object, opened: Opened): Fields {
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(fields.map(([name, part]) => [name, shownValue(part, opened)]));
}

function shownSealed(commitment: string, opened: Opened): Json {
  const value = opened.get(commitment);
  return value === undefined ? { sealed: commitment } : { sealed: commitment, value };
}

function plain(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new TypeError(`a state holds a ${typeof value}`);
}
