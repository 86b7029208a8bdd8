/** The facts of a file, an instrument or the log: each a term over its value, side by side as the width allows. */

import type { Child } from "hono/jsx";

export interface ListedFact {
  readonly term: string;
  readonly value: Child;
  /** A long value, such as a hash, takes a whole row. */
  readonly wide?: boolean;
  readonly class?: "code";
}

export function Facts({ facts }: { readonly facts: readonly (ListedFact | undefined)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) =>
        fact === undefined ? undefined : (
          <div class={fact.wide === true ? "whole" : undefined}>
            <dt>{fact.term}</dt>
            <dd class={fact.class}>{fact.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
