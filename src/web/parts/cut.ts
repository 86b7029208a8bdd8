/** The sentence that says a list is cut, so that nobody takes the part for the whole. */

interface Cut {
  readonly listed: number;
  readonly total: number;
  /** The items, as the sentence calls them. */
  readonly what: string;
  /** Where the other items are, or what becomes of them. */
  readonly others: string;
}

/** cutWords returns undefined when all items are listed. */
export function cutWords({ listed, total, what, others }: Cut): string | undefined {
  return listed < total ? `Chỉ liệt kê ${listed} trong ${total} ${what}; ${others}.` : undefined;
}

/** hintOf joins the sentences of a hint, of which some may be missing. */
export function hintOf(...sentences: readonly (string | undefined)[]): string | undefined {
  const present = sentences.filter((sentence) => sentence !== undefined);
  return present.length === 0 ? undefined : present.join(" ");
}
