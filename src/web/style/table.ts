/** Tables with thin rules and no verticals; on a phone each row is a card, each cell with the head of its column. */

export const tableStyle = `
.wide { overflow-x: auto; margin-bottom: 8px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.43; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
caption { text-align: left; font-weight: bold; font-size: 1rem; line-height: 1.375; padding: 0 0 6px; }
h2 + .wide caption, h2 + form > .wide:first-child caption { font-weight: normal; font-size: .8125rem; color: var(--ink-2); padding-bottom: 4px; }
thead th { background: var(--tint); font-size: .8125rem; border-bottom: 1px solid var(--ink); vertical-align: bottom; }
th, td { padding: 6px 8px; text-align: left; vertical-align: top; }
tbody tr + tr > * { border-top: 1px solid var(--rule); }
tbody tr:target > * { background: var(--accent-tint); }
th .mark, td .mark { white-space: nowrap; }
.detail { font-weight: normal; font-size: .8125rem; line-height: 1.385; color: var(--ink-2); }
th details, td details { font-weight: normal; font-size: .8125rem; }
td.code, td code, td .code { overflow-wrap: anywhere; }
td.pick { width: 36px; }
.masked { color: var(--ink-2); font-style: italic; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) minmax(0, 1fr); gap: 4px 16px; margin: 0 0 8px; }
dt { font-size: .8125rem; color: var(--ink-2); padding-top: 2px; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
`;
