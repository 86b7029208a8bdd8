/** Chips, notes, the why-panel and the frame around what will be recorded. */

export const parts = `
.sprite { position: absolute; width: 0; height: 0; overflow: hidden; }
.mark { display: inline-flex; align-items: center; gap: 4px; border: 1px solid; border-radius: 2px; padding: 1px 6px; font-size: .8125rem; line-height: 1.385; font-weight: bold; vertical-align: baseline; max-width: 100%; }
.mark svg { flex: none; width: 14px; height: 14px; fill: currentColor; }
.mark.bad { color: var(--bad); background: var(--bad-tint); }
.mark.good { color: var(--good); background: var(--good-tint); }
.mark.wait { color: var(--wait); background: var(--wait-tint); }
.mark.clock, .mark.plain { color: var(--ink-2); background: var(--paper); }
.mark.hint { color: var(--wait); background: var(--paper); border-style: dashed; }
.notice { border-left: 4px solid var(--good); background: var(--tint); padding: 8px 12px; margin: 0 0 12px; }
.refused { border: 2px solid var(--bad); border-left-width: 4px; background: var(--bad-tint); padding: 4px 12px 8px; margin-bottom: 16px; }
.refused h2 { margin-top: 8px; color: var(--bad); }
.wrong { color: var(--bad); font-weight: bold; }
details > ul, details > ol, details > dl { border-left: 4px solid var(--accent); background: var(--accent-tint); padding: 8px 12px 8px 28px; margin: 4px 0 8px; }
details > dl { padding-left: 12px; }
section[aria-labelledby="appended"] > ol > li { border: 3px double var(--ink); padding: 8px 16px; margin: 0 0 12px; }
section[aria-labelledby="appended"] > ol { padding-left: 0; list-style-position: inside; }
`;
