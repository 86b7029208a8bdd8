/** A status as a word, a sign and a colour, so that the colour alone never says it. */

export interface Marking {
  readonly word: string;
  readonly tone: "good" | "bad" | "wait" | "plain";
}

const signs: Readonly<Record<Marking["tone"], string>> = { good: "✓", bad: "✗", wait: "◷", plain: "–" };

export function Mark({ word, tone }: Marking) {
  return (
    <span class={`mark ${tone}`}>
      <span aria-hidden="true">{signs[tone]} </span>
      {word}
    </span>
  );
}
