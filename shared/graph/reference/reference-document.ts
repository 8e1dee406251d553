/** A page of the reference as a document: its menu, the search, and what stands on it. Nothing is fetched. */
import { hash } from 'node:crypto';
import { iconAddress, iconLink } from '../../html/icon.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Document } from './operations.ts';
import { type ReferencePage, referencePages } from './reference-pages.ts';
import type { LinkTo } from './reference-parts.ts';
import { referenceStyle } from './reference-style.ts';
import { searchEntries } from './search-entries.ts';
import { searchScript } from './search-script.ts';

const hashed = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

/** What a browser may do on these pages: run the one script, apply the one style. It fetches nothing, and sends nothing. */
export const referencePolicy = [
  "default-src 'none'",
  `script-src ${hashed(searchScript)}`,
  `style-src ${hashed(referenceStyle)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The page as text of HTML. */
export const referenceDocument = (page: ReferencePage, document: Document): string => {
  const linkTo = linksFrom(document);
  const { slug, title, content } = page;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${iconLink}
<title>${slug === '' ? title : `${title} – Muster API`}</title>
${asItIs(`<style>${referenceStyle}</style>`)}
</head>
<body>
<header class="top"><a class="skip" href="#main">To the content</a>
<a href="${linkTo('')}"><img src="${iconAddress}" alt="">Muster API</a>
<form id="search-form" role="search" hidden><input id="search" type="search" autocomplete="off" spellcheck="false" aria-label="Search in routes, properties and refusals" placeholder="Search the reference"></form></header>
<div class="sides">
<nav aria-label="Pages"><ul>${referencePages.map((each) => menuLine(each, each.slug === slug, linkTo))}</ul></nav>
<main id="main" tabindex="-1">
<div id="found" hidden><h1>Found</h1><p id="search-told" role="status"></p><ul id="search-list" class="routes"></ul></div>
<div id="content">${content(document, linkTo)}</div>
</main>
</div>
${asItIs(`<script type="application/json" id="search-entries">${asData(searchEntries(document, linkTo))}</script>`)}
${asItIs(`<script>${searchScript}</script>`)}
</body>
</html>
`.markup;
};

/** Addresses of pages, below that of the API. */
const linksFrom = ({ servers }: Document): LinkTo => {
  const base = new URL(servers[0]?.url ?? '').pathname.replace(/\/$/, '');
  return (place) => new URL(place, `http://any${base}/reference/`).href.replace('http://any', '').replace(/\/$/, '');
};

const menuLine = ({ slug, title }: ReferencePage, isPresent: boolean, linkTo: LinkTo): Markup =>
  html`<li><a href="${linkTo(slug)}"${asItIs(isPresent ? ' aria-current="page"' : '')}>${slug === '' ? 'All routes' : title}</a></li>`;

const asItIs = (markup: string): Markup => ({ markup });

/** JSON that cannot end its element, nor begin a comment in it. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
