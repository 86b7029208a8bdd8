/**
 * The tokens of the console: a printed register, white paper and black ink, thin rules and one blue. Each text colour has a
 * contrast of 7 or more on the grounds on which it stands (WCAG 2.2, 1.4.6); rule lines carry no meaning.
 */

export const tokensStyle = `
:root {
  color-scheme: light;
  --ink: #1a1c1f; --ink-2: #4b5058; --paper: #ffffff; --tint: #f5f4ef; --accent-tint: #e8eef6;
  --rule: #d5d2c8; --rule-2: #76736a; --accent: #1c3f75; --accent-2: #122b52;
  --bad: #9b1c1c; --bad-tint: #fbeeec; --wait: #744600; --wait-tint: #fbf3e1; --good: #1d5a32; --good-tint: #ebf4ed;
  --sans: "Segoe UI", -apple-system, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --serif: Cambria, "Noto Serif", "Times New Roman", "Liberation Serif", serif;
  --mono: Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
html { scroll-padding: 64px; }
body { margin: 0; font: .9375rem/1.467 var(--sans); font-variant-numeric: lining-nums tabular-nums; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
h1 { font: bold 1.625rem/1.3 var(--serif); margin: 0 0 16px; }
h2 { font-size: 1rem; line-height: 1.375; margin: 24px 0 6px; }
h3 { font-size: .9375rem; margin: 16px 0 4px; }
p { margin: 0 0 8px; }
ul, ol { margin: 0 0 8px; padding-left: 24px; }
a { color: var(--accent); text-underline-offset: 2px; }
a:hover { color: var(--accent-2); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre, .code { font-family: var(--mono); font-size: .8125rem; }
pre { background: var(--tint); border: 1px solid var(--rule); padding: 8px 12px; overflow-wrap: anywhere; white-space: pre-wrap; }
summary { color: var(--accent); cursor: pointer; min-height: 24px; }
`;
