/**
 * The parts of a tree of which a proof is made. A span is a run of leaves that is a subtree of RFC 6962 §2.1. It is
 * complete when it has a power of two leaves and starts at a multiple of that number. A store proves in three steps: it
 * computes the spans of the proof, reads the hashes of the complete subtrees into which they divide (`subtreesOf`, one
 * query), and folds these into the proof (`foldSpans` in proof.ts).
 */

/** The leaves [start, end). */
export type Span = { readonly start: number; readonly end: number };

/** splitPoint returns k of RFC 6962 §2.1, at which a tree is split: the largest power of two below the number of leaves. */
function splitPoint(leaves: number): number {
  let power = 1;
  while (power * 2 < leaves) power *= 2;
  return power;
}

/** inclusionSpans returns the spans of PATH(index, D[size]), RFC 6962 §2.1.1, from the leaf's sibling up. */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  return rangeSpans({ start: index, end: index + 1 }, size);
}

/** rangeSpans returns the subtrees outside the range, the deepest first: for one leaf those of PATH(start, D[size]). */
export function rangeSpans(range: Span, size: number): readonly Span[] {
  if (!isRange(range, size)) throw new RangeError(`no range [${range.start}, ${range.end}) in a tree of ${size}`);
  return besides(range, { start: 0, end: size });
}

/** consistencySpans returns the spans of PROOF(oldSize, D[newSize]), RFC 6962 §2.1.2: none from size 0 and between equal sizes. */
export function consistencySpans(oldSize: number, newSize: number): readonly Span[] {
  if (!isOrder(oldSize, newSize)) throw new RangeError(`no tree of ${oldSize} in a tree of ${newSize}`);
  return oldSize === 0 ? [] : subproof(oldSize, { start: 0, end: newSize }, true);
}

/** subtreesOf returns the complete subtrees into which the spans divide, in the order in which `foldSpans` reads their hashes. */
export function subtreesOf(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(completeParts);
}

/** completeParts returns the complete subtrees of one span, largest first: its edge. */
export function completeParts({ start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let at = start; at < end; ) {
    const leaves = largestPower(end - at);
    parts.push({ start: at, end: at + leaves });
    at += leaves;
  }
  return parts;
}

/** isRange demands at least one leaf, inside a tree whose size is a safe integer. */
export function isRange({ start, end }: Span, size: number): boolean {
  return [start, end, size].every(Number.isSafeInteger) && 0 <= start && start < end && end <= size;
}

/** isOrder demands two sizes of one growing tree, the older first. */
export function isOrder(oldSize: number, newSize: number): boolean {
  return [oldSize, newSize].every(Number.isSafeInteger) && 0 <= oldSize && oldSize <= newSize;
}

/** halves splits a subtree of more than one leaf. */
export function halves({ start, end }: Span): readonly [Span, Span] {
  const middle = start + splitPoint(end - start);
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/** areApart returns whether two spans share no leaf. */
export function areApart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start;
}

/** besides returns the largest subtrees of `tree` that share no leaf with the range, the deepest first. */
function besides(range: Span, tree: Span): readonly Span[] {
  if (range.start <= tree.start && tree.end <= range.end) return [];
  const [left, right] = halves(tree);
  if (areApart(range, right)) return [...besides(range, left), right];
  if (areApart(range, left)) return [...besides(range, right), left];
  return [...besides(range, left), ...besides(range, right)];
}

/** subproof is SUBPROOF of RFC 6962 §2.1.2. `known`, its third argument, says that the verifier knows this subtree as the old root. */
function subproof(oldSize: number, tree: Span, known: boolean): readonly Span[] {
  if (oldSize === tree.end) return known ? [] : [tree];
  const [left, right] = halves(tree);
  if (oldSize <= left.end) return [...subproof(oldSize, left, known), right];
  return [...subproof(oldSize, right, false), left];
}

/** largestPower returns the largest power of two that is not above the number of leaves. */
function largestPower(leaves: number): number {
  const below = splitPoint(leaves);
  return leaves === 1 || below * 2 > leaves ? below : below * 2;
}
