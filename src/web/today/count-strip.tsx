/** A strip of numbers above the lists of a page. Each number is that of the list to which it jumps. */

export interface ListCount {
  readonly total: number;
  readonly words: string;
  /** The id of the list on this page. */
  readonly list: string;
  readonly tone?: "bad" | "wait";
}

export function CountStrip({ counts }: { readonly counts: readonly ListCount[] }) {
  return (
    <ul class="counts">
      {counts.map(({ total, words, list, tone }) => (
        <li>
          <a href={`#${list}`}>
            <b class={total > 0 ? tone : undefined}>{total.toLocaleString("vi-VN")}</b> {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
