/** A request that is right, made wrong in one place at a time: of the wrong type, unfit as evidence, of nobody, of no calendar. */

/** Whatever stands there, these are never right. */
const never: readonly unknown[] = [null, true, 0.5, 2 ** 53, -1, "\0", "\ud800", "e\u0301", [null], { extra: 1 }];
const nobody = "0123456789abcdef0123456789abcdef";

/** The value with one place of it, or itself, replaced. */
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

/** Of the right form, and of nothing that exists. */
function nowhere(value: unknown): readonly unknown[] {
  if (typeof value !== "string") return [];
  if (/^[0-9a-f]{32}$/.test(value)) return [nobody];
  return /^\d{4}-\d\d-\d\d$/.test(value) ? ["2026-02-30"] : [];
}

/** One id of the path malformed, or nobody's. */
export function spoiltPaths(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.flatMap((part, i) =>
    /^[0-9a-f]{32}$/.test(part) ? ["x", "%00", nobody].map((bad) => parts.with(i, bad).join("/")) : [],
  );
}
