/** States as a reader may see them: a committed field shows its commitment, and its value if opened. */

import type { Json } from "../../base/canonical-json.ts";
import { committed } from "../../domain/field.ts";
import type { Opened } from "../../service/reading/opened.ts";

type Fields = Readonly<Record<string, Json>>;

export function visibleState(state: object, opened: Opened): Fields {
  return visibleFields(state, opened);
}

function visibleValue(value: unknown, opened: Opened): Json {
  if (Array.isArray(value)) return value.map((item) => visibleValue(item, opened));
  if (typeof value !== "object" || value === null) return plain(value);
  const field = committed.safeParse(value);
  return field.success ? visibleCommitted(field.data.sealed, opened) : visibleFields(value, opened);
}

/** Leaves out undefined fields, as JSON.stringify does. */
function visibleFields(value: object, opened: Opened): Fields {
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(fields.map(([name, part]) => [name, visibleValue(part, opened)]));
}

function visibleCommitted(commitment: string, opened: Opened): Json {
  const value = opened.get(commitment);
  return value === undefined ? { sealed: commitment } : { sealed: commitment, value };
}

function plain(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new TypeError(`a state holds a ${typeof value}`);
}
