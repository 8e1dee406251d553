/** Addresses that lead nowhere, as people see them. */
import { type Refusal, Refused } from '../domain/refusals.ts';
import { icon } from '../html/icon.ts';
import type { Answer, Request, Route } from '../lambda/route.ts';
import { noPage, noPagePolicy } from './no-page.ts';
import { pageLanguage } from './page-language.ts';

/**
 * A route of addresses that nobody knows, for those who come with a browser: instead of its refusals NotFound and
 * MethodNotAllowed they see a page with the same status. Programs, which do not ask for
 * text/html, get what the route itself answers. `/favicon.ico` is the mark, which browsers ask for beside what is no page.
 */
export const forBrowsers = (route: Route): Route => ({
  needs: route.needs,
  answer: async (request) => {
    const { method, path } = request.sent;
    if (path === '/favicon.ico' && method === 'GET') return mark;
    if (!isOfBrowser(request)) return route.answer(request);
    try {
      return await route.answer(request);
    } catch (error) {
      const [refusal] = error instanceof Refused ? error.refusals : [];
      const status = refusal && statuses[refusal.code];
      if (refusal === undefined || status === undefined) throw error;
      return pageInstead(request, refusal, status);
    }
  },
});

const statuses: Partial<Record<Refusal['code'], number>> = { NotFound: 404, MethodNotAllowed: 405 };

/** Browsers name it when somebody opens an address; what scripts and programs send is `*` or the type that they read. */
const isOfBrowser = ({ headers }: Request): boolean => /\btext\/html\b/i.test(headers.accept ?? '');

/** The path of the API, without a slash at its end. */
const baseOf = ({ origin }: Request): string => new URL(origin).pathname.replace(/\/v1\.0$/, '');

const pageInstead = (request: Request, { code, fact }: Refusal, status: number): Answer => {
  const { query, headers } = request;
  const language = pageLanguage({ lang: query.lang, acceptLanguage: headers['accept-language'] }, 'en');
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': noPagePolicy,
      vary: 'accept, accept-language',
      ...(code === 'MethodNotAllowed' && fact !== undefined && { allow: fact }),
    },
    text: noPage(language, baseOf(request)),
    refused: { codes: code },
  };
};

const mark: Answer = {
  status: 200,
  headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  text: icon,
};
