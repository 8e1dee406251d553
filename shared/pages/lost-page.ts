/** What a person meets at an address that leads nowhere, in place of an error for programs. */
import type { MailLanguage } from '../domain/organisation.ts';
import { Refused } from '../domain/refusals.ts';
import { html } from '../html/markup.ts';
import type { Request, Route } from '../lambda/route.ts';
import { faviconAddress } from './favicon.ts';
import { pageLanguage } from './page-language.ts';
import { cspHash } from './page-scripts.ts';
import { pageStyle } from './page-style.ts';

const texts: Readonly<Record<MailLanguage, { title: string; says: string; signIn: string }>> = {
  en: { title: 'There is no such page', says: 'Check the address, or go on from here.', signIn: 'Sign in' },
  nl: {
    title: 'Deze pagina bestaat niet',
    says: 'Controleer het adres, of ga vanaf hier verder.',
    signIn: 'Aanmelden',
  },
  de: {
    title: 'Diese Seite gibt es nicht',
    says: 'Prüfen Sie die Adresse, oder gehen Sie von hier weiter.',
    signIn: 'Anmelden',
  },
  'zh-Hans': { title: '没有此页面', says: '请检查地址，或从这里继续。', signIn: '登录' },
};

/** A route that shows a page to a browser that was sent to an address which is none; all others are answered as by `route`. */
export const orLostPage = (route: Route): Route => ({
  ...route,
  answer: async (request) => {
    try {
      return await route.answer(request);
    } catch (error) {
      const isNothing = error instanceof Refused && error.refusals[0]?.code === 'NotFound';
      if (!isNothing || !isNavigation(request)) throw error;
      return {
        status: 404,
        refused: { codes: 'NotFound' },
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        text: lostPage(pageLanguage({ acceptLanguage: request.headers['accept-language'] }, 'en')),
      };
    }
  },
});

/** Browsers say so of themselves; older ones only by what they want to have. */
const isNavigation = ({ headers, sent }: Request): boolean =>
  sent.method === 'GET' &&
  headers.authorization === undefined &&
  (headers['sec-fetch-dest'] === 'document' ||
    (headers['sec-fetch-dest'] === undefined && /^text\/html\b/.test(headers.accept ?? '')));

const policy = `default-src 'none'; style-src ${cspHash(pageStyle)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const lostPage = (language: MailLanguage): string => {
  const { title, says, signIn } = texts[language];
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${faviconAddress}">
<title>${title}</title>
${{ markup: `<style>${pageStyle}</style>` }}
</head>
<body>
<div class="card">
<main>
<h1>${title}</h1>
<p>${says}</p>
<p class="ways"><a class="button" href="/signin?lang=${language}">${signIn}</a></p>
</main>
</div>
</body>
</html>
`.markup;
};
