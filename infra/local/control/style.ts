/** How the control page looks: as all pages do. */
import { look } from '../../../shared/html/look.ts';
import { monospaced } from '../../../shared/html/palette.ts';

/** Its style sheet. */
export const controlStyle = `${look}
header { padding: 1.25rem 1.5rem; background: var(--card); border-bottom: 1px solid var(--line); }
header > div { max-width: 61rem; margin: 0 auto; } main { max-width: 64rem; margin: 0 auto; }
header .actions { margin: 0; }
header > div { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: center; justify-content: space-between; }
h1 { display: flex; gap: .625rem; align-items: center; margin: 0; font-size: 1.25rem; line-height: 1.75rem; font-weight: 600; }
h1 img { width: 1.75rem; height: 1.75rem; }
main { padding: 1.25rem 1.5rem 2rem; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.25rem; align-items: start; }
section { min-width: 0; padding: 1.25rem 1.5rem; background: var(--card); border-radius: .5rem; }
.whole { grid-column: 1 / -1; }
.side { display: grid; gap: 1.25rem; }
h2 { margin: 0 0 .75rem; font-size: 1.125rem; line-height: 1.625rem; font-weight: 600; }
h3 { margin: 0; font-size: 1rem; line-height: 1.5rem; font-weight: 600; }
p { margin: 0 0 .75rem; } section > p:last-child { margin-bottom: 0; }
.soft { color: var(--soft); font-size: .875rem; line-height: 1.375rem; }
.now { margin-bottom: 0; font-size: 1.125rem; font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; }
button, .button { min-height: 2.5rem; padding: .4375rem 1rem; border: 1px solid var(--link); border-radius: .25rem; background: transparent;
  color: var(--link); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.main { background: var(--link); color: var(--on-link); }
button:disabled { border-color: var(--edge); color: var(--soft); cursor: default; }
.fields { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-bottom: .75rem; }
label { font-size: .875rem; font-weight: 600; }
.fields label { display: grid; gap: .25rem; }
input[type=date], input[type=time] { height: 2.5rem; padding: 0 .625rem; border: 1px solid var(--edge); border-radius: .25rem;
  background: var(--card); color: inherit; font: inherit; font-weight: 400; }
.choice { display: flex; gap: .5rem; align-items: flex-start; font-weight: 400; }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .0625rem 0 0; accent-color: var(--link); }
.imports { margin: 0; padding: 0; list-style: none; }
.imports li { padding: .75rem 0; border-top: 1px solid var(--line); }
.imports li:first-child { padding-top: 0; border-top: 0; } .imports li:last-child { padding-bottom: 0; }
.headline { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; justify-content: space-between; }
.state { font-size: .875rem; font-weight: 600; } .state.good { color: var(--met); } .state.bad { color: var(--wrong); }
progress { display: block; width: 100%; height: .5rem; margin: .375rem 0; accent-color: var(--link); }
.links { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .25rem 0 0; }
.links a { display: inline-block; min-height: 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; } tr:last-child > * { border-bottom: 0; }
th .soft { display: block; } thead th { color: var(--soft); font-size: .8125rem; border-bottom: 1px solid var(--line) !important; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bad { color: var(--wrong); font-weight: 600; }
dl { margin: 0; } dt { font-size: .875rem; color: var(--soft); } dd { margin: 0 0 .5rem; } dd:last-child { margin: 0; }
code { font-family: ${monospaced}; font-size: .875rem; }
#message:empty { display: none; }
#message { margin: 0; padding: .75rem 1rem; border-left: 4px solid var(--link); background: var(--card); }
@media (max-width: 52rem) {
  header { padding: 1rem 1.25rem; }
  main { grid-template-columns: minmax(0, 1fr); gap: .75rem; padding: .75rem 0 1.5rem; }
  section { padding: 1.25rem; border-radius: 0; }
}
@media (max-width: 30rem) {
  th .soft { display: none; }
  .rows thead { display: none; } .rows tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .rows th, .rows td { display: inline; padding: 0 .5rem 0 0; border: 0; } .rows td:last-child { display: block; }
}
@media (forced-colors: active) { section { border: 1px solid; } }
`;
