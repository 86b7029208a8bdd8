/** Fields, buttons and what a form says when nothing was recorded. Targets are 24 px or more in text, buttons 36, on phones 40. */

export const formStyle = `
fieldset { border: 1px solid var(--rule-2); border-radius: 2px; margin: 12px 0; padding: 4px 12px 12px; }
legend { font-weight: bold; padding: 0 4px; }
label { display: block; margin-top: 12px; font-weight: bold; }
label.box { margin-top: 4px; min-height: 24px; font-weight: normal; padding-left: 28px; text-indent: -28px; }
label.box input { margin: 0 8px 0 0; }
.hint { color: var(--ink-2); font-size: .8125rem; font-weight: normal; margin: 0 0 2px; }
input[type="text"], input[type="password"], input[type="search"], select, textarea { font: inherit; font-weight: normal; width: 100%; max-width: 40rem; min-height: 36px; padding: 5px 8px; border: 1px solid var(--rule-2); border-radius: 2px; background: var(--paper); color: inherit; }
input.day { max-width: 10rem; }
textarea { min-height: 6rem; }
input[type="checkbox"], input[type="radio"] { width: 20px; height: 20px; vertical-align: middle; accent-color: var(--accent); }
[aria-invalid="true"] { border: 2px solid var(--bad) !important; }
button, .button { font: inherit; font-size: .875rem; font-weight: bold; padding: 6px 16px; min-height: 36px; border: 1px solid var(--accent); border-radius: 2px; background: var(--paper); color: var(--accent); cursor: pointer; }
a.button { text-decoration: none; display: inline-flex; align-items: center; }
button:hover, a.button:hover { background: var(--accent-tint); color: var(--accent-2); }
button.act { background: var(--accent); color: #fff; }
button.act:hover { background: var(--accent-2); color: #fff; }
button.plain { border: 0; padding: 0; min-height: 24px; font-size: inherit; font-weight: normal; text-decoration: underline; text-underline-offset: 2px; background: none; }
form { margin: 0; }
.bar form { display: inline; }
.actions { margin-top: 16px; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
form[method="get"] { background: var(--tint); border: 1px solid var(--rule); padding: 8px 12px; margin: 0 0 12px; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: end; }
form[method="get"] > * { min-width: 0; max-width: 100%; }
form[method="get"] label { margin-top: 4px; }
form[method="get"] select { max-width: 22rem; }
form[method="get"] .actions { margin: 0; }
.actions.stick { position: sticky; bottom: 0; background: var(--tint); border: 1px solid var(--ink); border-top-width: 2px; padding: 8px 12px; z-index: 1; }
`;
