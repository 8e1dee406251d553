/** How the sign-in page looks: like the mails, so that a person recognises the organisation. */
import { dark, fonts, light } from '../html/palette.ts';

/** Of fields: 3 to 1 against the card (WCAG 1.4.11), which the lines of mails need not have. */
const edges = { light: '#6b7685', dark: '#8793a3' };
const wrong = { light: '#b3261e', dark: '#ff9a90' };
const met = { light: '#1a6b3c', dark: '#7fd8a3' };

/** The style sheet. Nothing is fetched, sizes follow the reader's, and 320 pixels are enough. */
export const signInStyle = `
:root { color-scheme: light dark; --ground: ${light.ground}; --card: ${light.card}; --ink: ${light.ink}; --soft: ${light.soft};
  --line: ${light.line}; --link: ${light.link}; --on-link: #ffffff; --warning: ${light.warningGround}; --warning-ink: ${light.ink};
  --warning-edge: ${light.warningEdge}; --edge: ${edges.light}; --wrong: ${wrong.light}; --met: ${met.light}; }
@media (prefers-color-scheme: dark) {
  :root { --ground: ${dark.ground}; --card: ${dark.card}; --ink: ${dark.ink}; --soft: ${dark.soft}; --line: ${dark.line};
    --link: ${dark.link}; --on-link: ${dark.ground}; --warning: ${dark.warningGround}; --warning-ink: ${dark.warningInk};
    --edge: ${edges.dark}; --wrong: ${wrong.dark}; --met: ${met.dark}; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; padding: 1.5rem .75rem; background: var(--ground); color: var(--ink); font: 1rem/1.5625 ${fonts};
  overflow-wrap: anywhere; }
.card { max-width: 28rem; margin: 0 auto; background: var(--card); border-radius: .5rem; }
header, main, footer { padding: 0 2rem; }
header { padding-top: 1.5rem; color: var(--soft); font-size: .875rem; line-height: 1.25rem; }
header p { margin: 0; }
main { padding-bottom: 1.5rem; }
footer { padding-top: .75rem; padding-bottom: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; }
h1 { margin: .25rem 0 1rem; font-size: 1.5rem; line-height: 2rem; font-weight: 600; }
p { margin: 0 0 1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .125rem; }
.problems { margin: 0 0 1rem; padding: .75rem 1rem; border-left: 4px solid var(--warning-edge); background: var(--warning);
  color: var(--warning-ink); }
.problems:empty, .hint:empty, #status:empty { display: none; }
.problems p { margin: 0; }
.problems p + p { margin-top: .5rem; }
.field { margin: 0 0 1rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.entry { display: flex; border: 1px solid var(--edge); border-radius: .25rem; background: var(--card); }
.entry:has(input:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
.entry input:focus-visible { outline: none; }
.entry:has([aria-invalid]) { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong); }
input { min-width: 0; flex: 1; height: 2.75rem; padding: 0 .75rem; border: 0; border-radius: .25rem; background: transparent;
  color: inherit; font: inherit; }
input[readonly] { color: var(--soft); }
button, .button { display: inline-block; min-height: 2.75rem; padding: .5625rem 1.25rem; border: 1px solid var(--link);
  border-radius: .25rem; background: var(--link); color: var(--on-link); font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; }
button:disabled { border-style: dashed; background: transparent; color: var(--soft); border-color: var(--edge); cursor: default; }
.entry button { flex: none; padding: 0 .75rem; border: 0; background: transparent; color: var(--link); font-size: .875rem; }
.quiet { background: transparent; color: var(--link); }
.wide { width: 100%; }
.choice { display: flex; gap: .625rem; align-items: flex-start; margin-bottom: 1rem; font-weight: 400; cursor: pointer; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--link); }
.hint { margin: -.5rem 0 1rem; color: var(--soft); font-size: .875rem; }
.rules { margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
.rules p { margin: 0 0 .25rem; }
.rules ul { margin: 0 0 .5rem; padding: 0; list-style: none; }
.rules li { padding-left: 1.5rem; text-indent: -1.5rem; }
.rules li::before { content: '○'; display: inline-block; width: 1.5rem; text-indent: 0; }
.rules li[data-met=true] { color: var(--met); }
.rules li[data-met=true]::before { content: '✓'; font-weight: 700; }
.wait { font-variant-numeric: tabular-nums; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
#status { margin: 1rem 0 0; color: var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; min-width: 1.5rem; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.heard { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 32rem) {
  body { padding: 0; background: var(--card); }
  .card { border-radius: 0; }
  header, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .button { transition: background-color .15s, color .15s; }
}
@media (forced-colors: active) {
  .card, .problems { border: 1px solid; }
}
`;
