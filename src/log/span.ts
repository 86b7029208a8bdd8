/**
 * Which parts of a tree a proof is made of. A span is a run of leaves that is a subtree of RFC 6962 §2.1; it is complete
 * when it has a power of two leaves and starts at a multiple of that. Only geometry: no hash is touched here.
 *
 * A store proves in three steps: the spans of the proof, the complete subtrees they need (`subtreesOf`, one query), and
 * the fold of their hashes (`foldSpans` in proof.ts).
 */

/** The leaves [start, end). */
export type Span = { readonly start: number; readonly end: number };

/** The largest power of two below the number of leaves: where RFC 6962 §2.1 splits a tree. */
function splitPoint(leaves: number): number {
  let power = 1;
  while (power * 2 < leaves) power *= 2;
  return power;
}

/** PATH(index, D[size]), RFC 6962 §2.1.1: from the leaf's sibling up. */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  return rangeSpans({ start: index, end: index + 1 }, size);
}

/** What is left of the tree beside a range of leaves, the deepest first, so that a range of one leaf is PATH(start, D[size]). */
export function rangeSpans(range: Span, size: number): readonly Span[] {
  if (!isRange(range, size)) throw new RangeError(`no range [${range.start}, ${range.end}) in a tree of ${size}`);
  return besides(range, { start: 0, end: size });
}

/** PROOF(oldSize, D[newSize]), RFC 6962 §2.1.2. Empty from size 0 and between equal sizes. */
export function consistencySpans(oldSize: number, newSize: number): readonly Span[] {
  if (!isOrder(oldSize, newSize)) throw new RangeError(`no tree of ${oldSize} in a tree of ${newSize}`);
  return oldSize === 0 ? [] : subproof(oldSize, { start: 0, end: newSize }, true);
}

/** The complete subtrees that the spans divide into, in the order in which `foldSpans` reads their hashes. */
export function subtreesOf(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(completeParts);
}

/** The complete subtrees of one span, largest first: its edge. */
export function completeParts({ start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let at = start; at < end; ) {
    const leaves = largestPower(end - at);
    parts.push({ start: at, end: at + leaves });
    at += leaves;
  }
  return parts;
}

/** A range of at least one leaf, inside a tree whose size a number can hold. */
export function isRange({ start, end }: Span, size: number): boolean {
  return [start, end, size].every(Number.isSafeInteger) && 0 <= start && start < end && end <= size;
}

/** Two sizes of one growing tree, the older first. */
export function isOrder(oldSize: number, newSize: number): boolean {
  return [oldSize, newSize].every(Number.isSafeInteger) && 0 <= oldSize && oldSize <= newSize;
}

/** The two halves of a subtree of more than one leaf. */
export function halves({ start, end }: Span): readonly [Span, Span] {
  const middle = start + splitPoint(end - start);
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

export function areApart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start;
}

function besides(range: Span, tree: Span): readonly Span[] {
  if (range.start <= tree.start && tree.end <= range.end) return [];
  const [left, right] = halves(tree);
  if (areApart(range, right)) return [...besides(range, left), right];
  if (areApart(range, left)) return [...besides(range, right), left];
  return [...besides(range, left), ...besides(range, right)];
}

/** SUBPROOF of RFC 6962 §2.1.2; `known` is its third argument: the old root is this very subtree. */
function subproof(oldSize: number, tree: Span, known: boolean): readonly Span[] {
  if (oldSize === tree.end) return known ? [] : [tree];
  const [left, right] = halves(tree);
  if (oldSize <= left.end) return [...subproof(oldSize, left, known), right];
  return [...subproof(oldSize, right, false), left];
}

/** The largest power of two that is not above the number of leaves. */
function largestPower(leaves: number): number {
  const below = splitPoint(leaves);
  return leaves === 1 || below * 2 > leaves ? below : below * 2;
}
