/** How the mailbox looks: as all pages do, with a list beside the mail that is read, or before it in a small window. */
import { look } from '../../../shared/html/look.ts';
import { monospaced } from '../../../shared/html/palette.ts';

/** Its style sheet. */
export const mailboxStyle = `${look}
body { display: flex; flex-direction: column; height: 100dvh; }
main { flex: 1; display: grid; grid-template: minmax(0, 1fr) / minmax(18rem, 26rem) minmax(0, 1fr); min-height: 0; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .75rem 1.25rem;
  background: var(--card); border-bottom: 1px solid var(--line); }
h1 { display: flex; gap: .625rem; align-items: center; margin: 0; font-size: 1.125rem; line-height: 1.75rem; font-weight: 600; }
h1 img { width: 1.75rem; height: 1.75rem; }
.top input { flex: 1 1 14rem; min-width: 0; max-width: 32rem; height: 2.5rem; padding: 0 .75rem; border: 1px solid var(--edge);
  border-radius: .25rem; background: var(--card); color: inherit; font: inherit; }
.top input::placeholder { color: var(--soft); opacity: 1; }
#count { color: var(--soft); font-size: .875rem; }
#clear { margin-left: auto; }
nav { min-height: 0; overflow-y: auto; background: var(--card); border-right: 1px solid var(--line); }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; padding: .625rem 1.25rem; border-bottom: 1px solid var(--line);
  border-left: 4px solid transparent; color: inherit; text-decoration: none; }
nav a:hover { background: var(--ground); }
nav a:focus-visible { outline-offset: -3px; }
nav a[aria-current] { border-left-color: var(--link); background: var(--ground); }
nav strong { grid-column: 1 / -1; font-weight: 600; }
nav span, .facts { color: var(--soft); font-size: .875rem; line-height: 1.375rem; }
nav time { color: var(--soft); font-size: .8125rem; line-height: 1.375rem; white-space: nowrap; }
.reader { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
article { display: flex; flex-direction: column; flex: 1; min-height: 0; }
.head { padding: 1rem 1.5rem; background: var(--card); border-bottom: 1px solid var(--line); }
h2 { margin: 0 0 .375rem; font-size: 1.25rem; line-height: 1.75rem; font-weight: 600; }
h2:focus { outline: none; }
.facts { margin: 0; } .facts div { display: flex; gap: .5rem; } .facts dt { flex: none; width: 3rem; } .facts dd { margin: 0; color: var(--ink); min-width: 0; }
.kinds { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; }
button, .back { min-height: 2.25rem; padding: .25rem .875rem; border: 1px solid var(--edge); border-radius: .25rem; background: transparent;
  color: inherit; font: inherit; font-size: .875rem; text-decoration: none; cursor: pointer; }
button[aria-pressed=true] { border-color: var(--link); background: var(--link); color: var(--on-link); font-weight: 600; }
button:disabled { color: var(--soft); cursor: default; border-style: dashed; }
iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: var(--ground); }
pre { flex: 1; margin: 0; padding: 1.25rem 1.5rem; overflow-y: auto; white-space: pre-wrap; font: .875rem/1.5 ${monospaced}; }
.none { margin: 0; padding: 1.25rem; color: var(--soft); }
.back { display: none; width: fit-content; margin-bottom: .75rem; line-height: 1.75rem; }
dialog { max-width: 24rem; padding: 1.5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); color: var(--ink); }
dialog::backdrop { background: #0008; } dialog p { margin: 0 0 1rem; } dialog form { display: flex; gap: .5rem; }
@media (max-width: 44rem) {
  main { grid-template: minmax(0, 1fr) / minmax(0, 1fr); } nav { border-right: 0; }
  .open nav, .open .top input, .open #count, .open #clear, body:not(.open) .reader { display: none; }
  .top input { order: 1; flex-basis: 100%; max-width: none; } nav span { grid-column: 1 / -1; }
  .back { display: block; } .head { padding: 1rem 1.25rem; } pre { padding: 1.25rem; }
}
`;
