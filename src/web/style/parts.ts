/** Chips, notes, the why-panel and the frame around what will be recorded. */

export const partsStyle = `
.sprite { position: absolute; width: 0; height: 0; overflow: hidden; }
.mark { display: inline-flex; align-items: center; gap: 4px; border: 1px solid; border-radius: 2px; padding: 1px 6px; font-size: .8125rem; line-height: 1.385; font-weight: bold; vertical-align: baseline; max-width: 100%; }
.mark svg { flex: none; width: 14px; height: 14px; fill: currentColor; }
.mark.bad { color: var(--bad); background: var(--bad-tint); }
.mark.good { color: var(--good); background: var(--good-tint); }
.mark.wait { color: var(--wait); background: var(--wait-tint); }
.mark.clock, .mark.plain { color: var(--ink-2); background: var(--paper); }
.mark.hint { color: var(--wait); background: var(--paper); border-style: dashed; }
dl.facts { grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 8px 24px; border: solid var(--rule); border-width: 1px 0; padding: 8px 0; margin-bottom: 16px; }
dl.facts .whole { grid-column: 1 / -1; }
.counts { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); margin: 0 0 24px; padding: 0; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
.counts li + li { border-left: 1px solid var(--rule); }
.counts a { display: flex; gap: 8px; align-items: center; min-height: 48px; padding: 4px 8px; color: var(--ink); text-decoration: none; font-size: .8125rem; line-height: 1.3; }
.counts a:hover { text-decoration: underline; background: var(--accent-tint); }
.counts b { font: bold 1.75rem/1.2 var(--serif); }
.counts b.bad { color: var(--bad); } .counts b.wait { color: var(--wait); }
.aside { display: grid; grid-template-columns: minmax(0, 1fr) 328px; gap: 0 28px; align-items: start; }
.aside > div > h2:first-child { margin-top: 0; }
.lines { list-style: none; margin: 0 0 8px; padding: 0; border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); font-size: .875rem; line-height: 1.43; }
.lines li { padding: 6px 0; }
.lines li + li { border-top: 1px solid var(--rule); }
.notice { border-left: 4px solid var(--good); background: var(--tint); padding: 8px 12px; margin: 0 0 12px; }
.refused { border: 2px solid var(--bad); border-left-width: 4px; background: var(--bad-tint); padding: 4px 12px 8px; margin-bottom: 16px; }
.refused h2 { margin-top: 8px; color: var(--bad); }
.wrong { color: var(--bad); font-weight: bold; }
details > ul, details > ol, details > dl { border-left: 4px solid var(--accent); background: var(--accent-tint); padding: 8px 12px 8px 28px; margin: 4px 0 8px; }
details > dl { padding-left: 12px; }
section[aria-labelledby="appended"] > ol > li { border: 3px double var(--ink); padding: 8px 16px; margin: 0 0 12px; }
section[aria-labelledby="appended"] > ol { padding-left: 0; list-style-position: inside; }
`;
