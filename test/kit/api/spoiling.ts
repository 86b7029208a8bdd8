/**
 * A right request, made wrong in one place at a time: of the wrong type, unfit as evidence, with an unknown id, with a
 * day that no calendar has.
 */

/** These values are wrong at any place. */
const never: readonly unknown[] = [null, true, 0.5, 2 ** 53, -1, "\0", "\ud800", "e\u0301", [null], { extra: 1 }];
const nobody = "0123456789abcdef0123456789abcdef";

/** Returns the value with one place of it, or all of it, replaced. */
export function spoilt(value: unknown): readonly unknown[] {
  const own = [...never, ...nowhere(value)];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [...own, ...items.flatMap((item, i) => spoilt(item).map((bad) => items.with(i, bad)))];
  }
  if (typeof value !== "object" || value === null) return own;
  const within = Object.entries(value).flatMap(([name, field]) =>
    spoilt(field).map((bad) => ({ ...value, [name]: bad })),
  );
  return [...own, { ...value, extra: 1 }, ...within];
}

/** An id of the right form that nothing has. */
function nowhere(value: unknown): readonly unknown[] {
  if (typeof value !== "string") return [];
  if (/^[0-9a-f]{32}$/.test(value)) return [nobody];
  return /^\d{4}-\d\d-\d\d$/.test(value) ? ["2026-02-30"] : [];
}

/** Returns the path with one id malformed, or unknown. */
export function spoiltPaths(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.flatMap((part, i) =>
    /^[0-9a-f]{32}$/.test(part) ? ["x", "%00", nobody].map((bad) => parts.with(i, bad).join("/")) : [],
  );
}
