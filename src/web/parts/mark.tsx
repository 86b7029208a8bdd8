/** A chip: a state as a sign, a word and a colour, so that neither the colour nor the sign alone says it. */

type Tone = "good" | "bad" | "wait" | "clock" | "hint" | "plain";

export interface Marking {
  readonly word: string;
  readonly tone: Tone;
}

export function Mark({ word, tone }: Marking) {
  return (
    <span class={`mark ${tone}`}>
      <svg aria-hidden="true" viewBox="0 0 16 16">
        <use href={`#sign-${tone}`} />
      </svg>
      {word}
    </span>
  );
}

/** The silhouettes differ: a disc with a tick, a square with a cross, a triangle, a clock, a dashed diamond, a dash. */
const signs: Readonly<Record<Tone, string>> = {
  good: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM7 11 3.5 7.5l1-1L7 9l4.5-4.5 1 1Z",
  bad: "M1 1h14v14H1ZM5 4 4 5l3 3-3 3 1 1 3-3 3 3 1-1-3-3 3-3-1-1-3 3Z",
  wait: "M8 1l7.5 14H.5ZM7 6v5h2V6Zm0 6v2h2v-2Z",
  clock: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3ZM7 4v5l4 2 .5-1.5L8.5 8V4Z",
  hint: "M8 0l8 8-8 8-8-8ZM8 3 3 8l5 5 5-5Z",
  plain: "M2 7h12v2H2Z",
};

/** The signs of all chips, once on a page. */
export function Signs() {
  return (
    <svg class="sprite" aria-hidden="true">
      {Object.entries(signs).map(([tone, path]) => (
        <symbol id={`sign-${tone}`} viewBox="0 0 16 16">
          <path fill-rule="evenodd" d={path} />
        </symbol>
      ))}
    </svg>
  );
}
