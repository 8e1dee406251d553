/** How the reference looks: as all pages do, with a menu beside what is read, which lies above it in a small window. */
import { look } from '../../html/look.ts';
import { monospaced } from '../../html/palette.ts';

/** The style sheet of every page of the reference. */
export const referenceStyle = `${look}
.top { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1.5rem; background: var(--card);
  border-bottom: 1px solid var(--line); }
.top a { display: flex; gap: .625rem; align-items: center; color: var(--ink); font-weight: 600; text-decoration: none; }
.top img { width: 1.75rem; height: 1.75rem; }
.top form { flex: 1 1 16rem; max-width: 32rem; }
.top input { width: 100%; height: 2.5rem; padding: 0 .75rem; border: 1px solid var(--edge); border-radius: .25rem;
  background: var(--card); color: inherit; font: inherit; }
.top input::placeholder { color: var(--soft); opacity: 1; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; padding: .5rem; background: var(--card); }
.sides { display: grid; grid-template-columns: 15rem minmax(0, 1fr); max-width: 74rem; margin: 0 auto; }
nav { padding: 1.5rem 0 1.5rem 1.5rem; }
nav ul { position: sticky; top: 1.5rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .25rem .75rem; border-left: 3px solid transparent; color: var(--ink); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { border-color: var(--link); color: var(--link); font-weight: 600; }
main { min-width: 0; padding: 1.5rem; }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 2.25rem; font-weight: 600; }
h2 { margin: 0 0 .5rem; font-size: 1.1875rem; line-height: 1.75rem; font-weight: 600; }
h3 { margin: 1.25rem 0 .25rem; font-size: .9375rem; font-weight: 600; }
p { margin: 0 0 .75rem; max-width: 46rem; }
code, .method { font-family: ${monospaced}; font-size: .9375em; }
.method { display: inline-block; min-width: 4rem; color: var(--soft); font-weight: 600; }
pre { margin: 0 0 1rem; padding: .75rem 1rem; white-space: pre-wrap; border-radius: .375rem; background: var(--code); border: 1px solid var(--line); }
article, section { margin: 1.25rem 0 0; padding: 1.25rem 1.5rem; border-radius: .5rem; background: var(--card); scroll-margin-top: 1rem; }
article:target { box-shadow: inset 4px 0 var(--link); }
article:focus { outline: none; }
.summary { font-weight: 600; }
.routes { margin: 0; padding: 0; list-style: none; }
.routes li { padding: .375rem 0; border-top: 1px solid var(--line); }
.routes li:first-child { border-top: 0; padding-top: 0; }
.routes li:last-child { padding-bottom: 0; }
.routes a { text-decoration: none; }
.routes a:hover { text-decoration: underline; }
.routes li > span { display: block; padding-left: 4.25rem; color: var(--soft); font-size: .9375rem; line-height: 1.375rem; }
#found .routes li > span { padding-left: 0; }
dl { margin: 0; }
dl > div { padding: .375rem 0; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
@media (min-width: 64rem) { dl > div { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 1fr); gap: 1.5rem; } }
dl > div:target { box-shadow: -1rem 0 var(--card), -1.25rem 0 var(--link); }
dt code { font-weight: 600; }
dt span { color: var(--soft); font-size: .875rem; }
dd { margin: 0; max-width: 46rem; font-size: .9375rem; line-height: 1.4375rem; }
details { margin-top: 1rem; }
summary { width: fit-content; min-height: 1.5rem; color: var(--link); cursor: pointer; }
@media (max-width: 52rem) {
  .top { padding: .75rem 1.25rem; }
  .sides { display: block; }
  nav { padding: .75rem 1.25rem 0; }
  nav ul { position: static; display: flex; flex-wrap: wrap; gap: 0 .75rem; }
  nav a { padding: .25rem 0; border-left: 0; border-bottom: 2px solid transparent; color: var(--link); }
  main { padding: 1rem 0 0; }
  main > div > h1, main > div > p, main > div > .routes, main > div > pre { margin-left: 1.25rem; margin-right: 1.25rem; }
  article, section { padding: 1.25rem; border-radius: 0; }
  .method { min-width: 0; padding-right: .25rem; }
  .routes li > span { padding-left: 0; }
}
@media (forced-colors: active) { article, section { border: 1px solid; } }
`;
