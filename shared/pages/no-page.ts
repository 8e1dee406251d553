/** The page that people see where there is none: it leads to the sign-in page. */
import { hash } from 'node:crypto';
import { type MailLanguage, mailLanguages } from '../domain/organisation.ts';
import { iconAddress, iconLink } from '../html/icon.ts';
import { look } from '../html/look.ts';
import { html, type Markup } from '../html/markup.ts';
import { languageNames } from './texts/catalogue.ts';
import { noPageTexts } from './texts/no-page-texts.ts';

const style = `${look}
body { display: flex; min-height: 100vh; padding: 1.5rem .75rem; }
.card { width: 100%; max-width: 28rem; margin: auto; background: var(--card); border-top: 4px solid var(--link); border-radius: .5rem;
  box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 8px 24px rgb(0 0 0 / .08); }
header, main, footer { padding: 0 2rem; }
header { display: flex; gap: .625rem; align-items: center; padding-top: 1.5rem; color: var(--soft); font-size: .875rem; }
header img { width: 1.5rem; height: 1.5rem; }
header p { margin: 0; }
h1 { margin: .5rem 0 1rem; font-size: 1.5rem; line-height: 2rem; font-weight: 600; }
p { margin: 0 0 1.25rem; }
main { padding-bottom: .5rem; }
.button { display: inline-block; min-height: 2.75rem; padding: .5625rem 1.25rem; border: 1px solid var(--link); border-radius: .25rem;
  background: var(--link); color: var(--on-link); font-weight: 600; text-decoration: none; }
.small { font-size: .875rem; }
footer { padding-top: .75rem; padding-bottom: 1rem; border-top: 1px solid var(--line); font-size: .8125rem; }
ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; }
footer a { display: inline-block; padding: .25rem 0; min-width: 1.5rem; }
footer a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
@media (max-width: 32rem) {
  body { padding: 0; background: var(--card); }
  .card { margin: 0; border-radius: 0; box-shadow: none; }
  header, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
}
@media (forced-colors: active) { .card { border: 1px solid; } }
`;

/** What a browser may do on the page: apply its one style. */
export const noPagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The document; `base` is the path of the API, without a slash at its end. It says nothing of what was asked for. */
export const noPage = (language: MailLanguage, base: string): string => {
  const texts = noPageTexts[language];
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${iconLink}
<title>${texts.title} – Muster</title>
${{ markup: `<style>${style}</style>` }}
</head>
<body>
<div class="card">
<header><img src="${iconAddress}" alt=""><p>Muster</p></header>
<main>
<h1>${texts.title}</h1>
<p>${texts.text}</p>
<p><a class="button" href="${base}/signin?lang=${language}">${texts.signIn}</a></p>
<p class="small"><a href="${base}/reference">${texts.reference}</a></p>
</main>
<footer><nav aria-label="${texts.language}"><ul>
${mailLanguages.map((each) => languageLink(each, each === language))}
</ul></nav></footer>
</div>
</body>
</html>
`.markup;
};

const languageLink = (language: MailLanguage, isPresent: boolean): Markup =>
  html`<li><a href="?lang=${language}" lang="${language}" hreflang="${language}"${{ markup: isPresent ? ' aria-current="true"' : '' }}>${languageNames[language]}</a></li>`;
