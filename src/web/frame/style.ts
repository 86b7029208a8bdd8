/** The one style sheet: little style, but contrast, a visible focus, and tables that can be read (WCAG 2.2 AA). */

export const stylePath = "/console/style.css";

export const style = `
:root { color-scheme: light; --ink: #1b1b1b; --line: #6b6b6b; --link: #0b4aa2; --bad: #a4161a; --good: #145c2e; --wait: #7a4500; --soft: #f3f3f0; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; color: var(--ink); background: #fff; }
a { color: var(--link); }
:focus-visible { outline: 3px solid #0b4aa2; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0; top: 0; background: #fff; padding: .5rem 1rem; z-index: 1; }
.bar { background: var(--soft); border-bottom: 1px solid var(--line); padding: .5rem 1rem; }
.bar p { margin: 0; }
pre { overflow-wrap: anywhere; }
.bar form { display: inline; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; padding: 0; }
nav a { display: inline-block; min-height: 24px; }
nav a[aria-current] { font-weight: bold; color: var(--ink); }
main { max-width: 70rem; margin: 0 auto; padding: 0 1rem 3rem; overflow-wrap: break-word; }
footer { max-width: 70rem; margin: 0 auto; padding: 1rem; border-top: 1px solid var(--line); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
.detail, th details { font-weight: normal; }
thead th { background: var(--soft); }
code, pre, .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9rem; }
pre { background: var(--soft); border: 1px solid var(--line); padding: .75rem; overflow-x: auto; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt { font-weight: bold; } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
fieldset { border: 1px solid var(--line); margin: 1rem 0; padding: .5rem 1rem 1rem; }
legend { font-weight: bold; padding: 0 .25rem; }
label { display: block; margin-top: .75rem; }
label.box { display: block; margin-top: .25rem; min-height: 24px; }
.hint { color: #444; margin: 0; }
input[type="text"], select, textarea { font: inherit; width: 100%; max-width: 40rem; padding: .4rem; border: 1px solid var(--line); background: #fff; color: inherit; }
input.day { max-width: 10rem; }
textarea { min-height: 6rem; }
input[type="checkbox"], input[type="radio"] { width: 1.25rem; height: 1.25rem; vertical-align: middle; }
button { font: inherit; padding: .5rem 1rem; min-height: 2.5rem; border: 2px solid var(--link); background: #fff; color: var(--link); cursor: pointer; }
button.act { background: var(--link); color: #fff; font-weight: bold; }
button.plain { border: 0; padding: 0; min-height: 24px; text-decoration: underline; background: none; }
.actions { margin-top: 1.5rem; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
.notice { border-left: 6px solid var(--good); background: var(--soft); padding: .5rem 1rem; }
.refused { border: 3px solid var(--bad); padding: .25rem 1rem 1rem; }
.refused h2 { margin-top: .75rem; color: var(--bad); }
.wrong { color: var(--bad); font-weight: bold; }
.mark { white-space: nowrap; font-weight: bold; }
.mark.bad { color: var(--bad); } .mark.good { color: var(--good); } .mark.wait { color: var(--wait); } .mark.plain { color: var(--ink); }
td div > .mark { white-space: normal; }
.masked { color: #444; font-style: italic; }
td.code, td code, td .code { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { margin-bottom: .5rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { display: none; }
  tr { border: 1px solid var(--line); margin-bottom: .75rem; }
  th, td { border: 0; border-top: 1px solid #ccc; overflow-wrap: anywhere; }
  td:empty { display: none; }
  .mark { white-space: normal; }
  [data-head]::before { content: attr(data-head); display: block; font-size: .85rem; font-weight: normal; color: #444; }
}
`;
