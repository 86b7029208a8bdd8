/** The frame around every page: top bar, as-of line, rail of pages, main part, foot. */

export const shellStyle = `
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0; top: 0; background: var(--paper); padding: 8px 16px; z-index: 2; }
.bar { border-top: 3px solid var(--accent); border-bottom: 1px solid var(--ink); padding: 6px 24px; display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; min-height: 48px; }
.bar p { margin: 0; }
.wordmark { font: bold 1.1875rem/1.3 var(--serif); color: var(--accent); margin-right: auto; text-decoration: none; }
.person { font-size: .8125rem; line-height: 1.385; text-align: right; }
.person b { display: block; }
.leave { display: flex; gap: 16px; font-size: .8125rem; align-items: center; }
.leave a { display: inline-flex; align-items: center; min-height: 24px; }
.as-of { background: var(--tint); border-bottom: 1px solid var(--rule); padding: 4px 24px; font-size: .8125rem; line-height: 1.385; display: flex; flex-wrap: wrap; gap: 2px 24px; margin: 0; }
.as-of a { margin-left: auto; }
.frame { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 24px; max-width: 1440px; padding: 0 24px; }
.frame.alone { grid-template-columns: minmax(0, 1fr); max-width: 72rem; margin: 0 auto; }
.rail { border-right: 1px solid var(--rule); padding: 16px 0; }
.rail ul { list-style: none; margin: 0; padding: 0; position: sticky; top: 16px; }
.rail a { display: block; padding: 7px 12px; min-height: 36px; border-left: 3px solid transparent; color: var(--ink); text-decoration: none; }
.rail a:hover { text-decoration: underline; color: var(--accent-2); }
.rail a[aria-current] { background: var(--accent-tint); border-left-color: var(--accent); color: var(--accent); font-weight: bold; }
main { padding: 16px 0 32px; min-width: 0; }
main:focus-visible { outline: none; }
.tabs ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 4px; margin: 0 0 16px; padding: 0; border-bottom: 1px solid var(--rule-2); }
.tabs a { display: block; padding: 6px 12px; min-height: 36px; text-decoration: none; border-bottom: 3px solid transparent; }
.tabs a:hover { text-decoration: underline; }
.tabs a[aria-current] { border-bottom-color: var(--accent); font-weight: bold; color: var(--accent); }
main nav:not(.tabs) ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0 0; padding: 0; }
main nav a { min-height: 24px; }
footer { border-top: 1px solid var(--rule); padding: 12px 24px; font-size: .8125rem; color: var(--ink-2); text-align: center; }
`;
