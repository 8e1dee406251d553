/** What the pages have in common: head, card, the organisation's name, languages, and what their script is told. */
import { type MailLanguage, mailLanguages } from '../domain/organisation.ts';
import { iconLink } from '../html/icon.ts';
import { html, type Markup } from '../html/markup.ts';
import type { PageData } from './browser/page-data.ts';
import { cspHash } from './page-scripts.ts';
import { pageStyle } from './page-style.ts';
import { languageNames } from './texts/catalogue.ts';

/**
 * What the browser may do on a page: run its one script, apply its one style, and ask the API that it came from.
 * It may neither be framed, nor send a form elsewhere, nor turn a text into markup.
 */
export const pagePolicy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${cspHash(script)}`,
    `style-src ${cspHash(pageStyle)}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** A whole document. Holds every language, fetches nothing, and escapes every text that somebody chose. */
export const pageDocument = (data: PageData, script: string, main: Markup): string => {
  const texts = data.texts[data.language];
  return html`<!DOCTYPE html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${iconLink}
<title>${texts[data.title] ?? ''} – ${data.organisation}</title>
${asItIs(`<style>${pageStyle}</style>`)}
</head>
<body>
<div class="card">
<header><span class="mark" aria-hidden="true">${initialOf(data.organisation)}</span><p>${data.organisation}</p></header>
<main>
<noscript><p class="problems">${texts.noScript}</p></noscript>
${main}
<p id="status" role="status"></p>
</main>
<footer>
<nav aria-label="${texts.language}" data-label="language"><ul>
${mailLanguages.map((each) => languageLink(each, each === data.language))}
</ul></nav>
</footer>
</div>
${asItIs(`<script type="application/json" id="page-data">${asData(data)}</script>`)}
${asItIs(`<script>${script}</script>`)}
</body>
</html>
`.markup;
};

/** The first letter of a name, as a logo where there is none; a dot where it begins with none. */
const initialOf = (name: string): string => /^\s*(\p{L}|\p{N})/u.exec(name)?.[1]?.toUpperCase() ?? '•';

const languageLink = (language: MailLanguage, isPresent: boolean): Markup =>
  html`<li><a href="?lang=${language}" lang="${language}" hreflang="${language}" data-language="${language}"${asItIs(isPresent ? ' aria-current="true"' : '')}>${languageNames[language]}</a></li>`;

const asItIs = (markup: string): Markup => ({ markup });

/** JSON that cannot end its element, nor begin a comment in it. */
const asData = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');
