/** Printing: A4, no navigation and no buttons, rows unbroken, heads repeated; the as-of line stands on top. */

export const printStyle = `
@page { size: A4; margin: 14mm 12mm 14mm 18mm; }
@media print {
  html { font-size: 11.5px; }
  .skip, .rail, .tabs, .leave, main nav, .actions, button, footer { display: none !important; }
  .bar { border-top: 0; padding: 0 0 4px; }
  .as-of { background: none; padding: 4px 0; border-bottom-color: var(--ink); }
  .frame { display: block; padding: 0; max-width: none; }
  main { padding: 8px 0 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .mark, dl > * { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .mark { background: none !important; }
}
`;
