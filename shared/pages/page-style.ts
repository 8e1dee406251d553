/** How the pages look: like the mails, so that a person recognises the organisation. */
import { dark, fonts, light } from '../html/palette.ts';

/** Of fields: 3 to 1 against the card (WCAG 1.4.11), which the lines of mails need not have. */
const edges = { light: '#6b7685', dark: '#8793a3' };
const wrong = { light: '#b3261e', dark: '#ff9a90' };
const wrongGround = { light: '#fdf0ef', dark: '#3a1b19' };
const met = { light: '#1a6b3c', dark: '#7fd8a3' };

/** The style sheet. Nothing is fetched, sizes follow the reader's, and 320 pixels are enough. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: ${light.ground}; --card: ${light.card}; --ink: ${light.ink}; --soft: ${light.soft};
  --line: ${light.line}; --link: ${light.link}; --on-link: #ffffff; --edge: ${edges.light}; --wrong: ${wrong.light};
  --wrong-ground: ${wrongGround.light}; --met: ${met.light}; }
@media (prefers-color-scheme: dark) {
  :root { --ground: ${dark.ground}; --card: ${dark.card}; --ink: ${dark.ink}; --soft: ${dark.soft}; --line: ${dark.line};
    --link: ${dark.link}; --on-link: ${dark.ground}; --edge: ${edges.dark}; --wrong: ${wrong.dark};
    --wrong-ground: ${wrongGround.dark}; --met: ${met.dark}; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { display: flex; min-height: 100vh; margin: 0; padding: 1.5rem .75rem; background: var(--ground); color: var(--ink); font: 1rem/1.5625 ${fonts};
  overflow-wrap: anywhere; }
.card { width: 100%; max-width: 28rem; margin: auto; background: var(--card); border-top: 4px solid var(--link); border-radius: .5rem;
  box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 8px 24px rgb(0 0 0 / .08); }
header, main, footer { padding: 0 2rem; }
header { display: flex; gap: .625rem; align-items: center; padding-top: 1.5rem; font-weight: 600; line-height: 1.25rem; }
header p { margin: 0; min-width: 0; }
.mark { flex: none; width: 2rem; height: 2rem; border-radius: .375rem; background: var(--link); color: var(--on-link); line-height: 2rem;
  text-align: center; }
main { padding-bottom: 1.5rem; }
footer { padding-top: .75rem; padding-bottom: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; }
h1 { margin: 1rem 0 .75rem; font-size: 1.5rem; line-height: 2rem; font-weight: 600; }
h2 { margin: 0 0 .75rem; font-size: 1.125rem; line-height: 1.5rem; font-weight: 600; }
p { margin: 0 0 1rem; }
main > :first-child { margin-top: 1rem; }
.soft { color: var(--soft); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .125rem; }
.problems { margin: 0 0 1rem; padding: .75rem 1rem; border-left: 4px solid var(--wrong); background: var(--wrong-ground); }
.problems:empty, .hint:empty { display: none; }
.problems p { position: relative; margin: 0; padding-left: 1.75rem; }
.problems p::before { content: '!' / ''; position: absolute; left: 0; top: .1875rem; width: 1.1875rem; height: 1.1875rem;
  border-radius: 50%; background: var(--wrong); color: var(--card); font: 700 .8125rem/1.1875rem ${fonts}; text-align: center; }
noscript .problems { padding-left: 1rem; }
.problems p + p { margin-top: .5rem; }
.field { margin: 0 0 1rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.entry { display: flex; border: 1px solid var(--edge); border-radius: .25rem; background: var(--card); }
.entry:has(input:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
.entry input:focus-visible { outline: none; }
.entry:has([aria-invalid]) { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong); }
input { min-width: 0; flex: 1; height: 2.75rem; padding: 0 .75rem; border: 0; border-radius: .25rem; background: transparent;
  color: inherit; font: inherit; }
.said input { display: block; width: 100%; height: 1.5625rem; padding: 0; text-overflow: ellipsis; }
.said label { margin: 0; color: var(--soft); font-size: .875rem; font-weight: 400; }
button, .button { display: inline-block; min-height: 2.75rem; padding: .5625rem 1.25rem; border: 1px solid var(--link);
  border-radius: .25rem; background: var(--link); color: var(--on-link); font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; }
button:disabled { background: var(--line); border-color: var(--line); color: var(--soft); cursor: default; }
button[aria-busy=true]:disabled { background: var(--link); border-color: var(--link); color: var(--on-link); opacity: .65; cursor: progress; }
.entry button { flex: none; padding: 0 .75rem; border: 0; background: transparent; color: var(--link); font-size: .875rem; }
.quiet, .ways > :not([hidden]) ~ .button { background: transparent; color: var(--link); }
.small { min-height: 2rem; padding: .1875rem .75rem; font-size: .875rem; }
.link { min-height: 1.5rem; padding: 0; border: 0; background: none; color: var(--link); font-weight: 400; text-align: left;
  text-decoration: underline; }
.help { margin: 1rem 0 0; font-size: .875rem; }
.help + .help { margin-top: .5rem; }
.ways { display: flex; flex-direction: column; gap: .75rem; }
.ways:not(:has(> :not([hidden]))) { display: none; }
.wide { width: 100%; }
.choice { display: flex; gap: .625rem; align-items: flex-start; margin-bottom: 1rem; font-weight: 400; cursor: pointer; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--link); }
.hint { margin: -.5rem 0 1rem; color: var(--soft); font-size: .875rem; }
.rules { margin: -.5rem 0 1rem; color: var(--soft); font-size: .875rem; }
.rules p { margin: 0 0 .25rem; }
.rules ul { margin: 0 0 .5rem; padding: 0; list-style: none; }
.rules li { padding-left: 1.5rem; text-indent: -1.5rem; }
.rules li::before { content: '○'; display: inline-block; width: 1.5rem; text-indent: 0; }
.rules li[data-met=true] { color: var(--met); }
.rules li[data-met=true]::before { content: '✓'; font-weight: 700; }
.rules[data-judged=true] li[data-met=false] { color: var(--wrong); }
.rules[data-judged=true] li[data-met=false]::before { content: '✗'; font-weight: 700; }
.wait { font-variant-numeric: tabular-nums; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
#status { min-height: 1.5625rem; margin: .75rem 0 0; color: var(--soft); }
#loaded section { padding-top: 1.25rem; margin-top: 1.25rem; border-top: 1px solid var(--line); }
.person { display: flex; gap: .75rem; align-items: flex-start; justify-content: space-between; margin: 0 0 1rem; }
.person p { min-width: 0; margin: 0; }
.person button { flex: none; }
#loaded:not([hidden]) ~ #status:not(:empty) { position: sticky; bottom: 0; padding: .75rem 0; background: var(--card);
  border-top: 1px solid var(--line); color: var(--ink); }
.sessions { margin: 0 0 1rem; padding: 0; list-style: none; }
.sessions li { display: flex; gap: .75rem; align-items: center; justify-content: space-between; padding: .625rem 0; border-bottom: 1px solid var(--line); }
.sessions div { min-width: 0; }
.sessions p { margin: 0; font-size: .875rem; line-height: 1.375rem; }
.sessions button { flex: none; }
.tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--met); border-radius: 1rem; color: var(--met); font-size: .75rem;
  line-height: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; min-width: 1.5rem; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.heard { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 32rem) {
  body { padding: 0; background: var(--card); }
  .card { margin: 0; border-radius: 0; box-shadow: none; }
  header, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .button { transition: background-color .15s, color .15s; }
}
@media (forced-colors: active) {
  .card, .problems, .mark, .problems p::before { border: 1px solid; }
  button:disabled { border-color: GrayText; color: GrayText; }
}
`;
