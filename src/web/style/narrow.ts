/** Narrower screens, and 400 % zoom: the rail becomes a row, then a grid; the rows of a table become cards (WCAG 2.2, 1.4.10). */

export const narrowStyle = `
@media (max-width: 1024px) {
  .frame { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .rail { border-right: 0; border-bottom: 1px solid var(--rule); padding: 4px 0; }
  .rail ul { position: static; display: flex; flex-wrap: wrap; }
  .rail a { border-left: 0; border-bottom: 3px solid transparent; }
  .rail a[aria-current] { border-bottom-color: var(--accent); }
}
@media (max-width: 1024px) {
  .aside { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 640px) {
  .counts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .counts li + li { border-left: 0; }
  .counts li { border-bottom: 1px solid var(--rule); }
  .bar, .as-of, .frame { padding-left: 16px; padding-right: 16px; }
  .person { text-align: left; width: 100%; order: 3; }
  .person b { display: inline; }
  .as-of a { margin-left: 0; }
  h1 { font-size: 1.4375rem; }
  .rail ul { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .rail a { padding: 8px 4px; min-height: 40px; font-size: .8125rem; text-align: center; }
  button, .button { min-height: 40px; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: 8px; }
  .wide { overflow-x: visible; }
  th .mark, td .mark { white-space: normal; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tbody tr { position: relative; padding: 8px 0; border-bottom: 1px solid var(--rule-2); }
  tbody tr:last-child { border-bottom: 0; }
  tbody tr + tr > * { border-top: 0; }
  th, td { padding: 2px 0; overflow-wrap: anywhere; }
  td:empty { display: none; }
  td[data-head] { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 0 8px; }
  td[data-head]::before { content: attr(data-head); font-size: .8125rem; color: var(--ink-2); }
  td.pick::before { content: none !important; }
  td.pick { display: block; position: absolute; right: 0; top: 8px; }
  td[data-head] > div { min-width: 0; }
  th[scope="row"] { padding-right: 36px; }
}
`;
