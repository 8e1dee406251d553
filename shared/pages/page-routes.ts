/** The pages that anybody may ask for, and what belongs to them. */
import type { Organisation } from '../domain/organisation.ts';
import type { Policy } from '../domain/policy.ts';
import type { Answer, Request, Route, Routes } from '../lambda/route.ts';
import { accountPage, accountPagePolicy } from './account-page.ts';
import { pageLanguage } from './page-language.ts';
import { signInPage, signInPagePolicy } from './sign-in-page.ts';

type Settings = { organisation: Organisation; policy: Policy };

/** Longer than any user name: nothing that a mail has linked to. */
const longestUserName = 128;

/** All of them. */
export const pageRoutes = (settings: Settings): Routes => ({
  'GET /signin': signInPageRoute(settings),
  'GET /account': accountPageRoute(settings),
});

/**
 * GET /signin: the page, in the language of `?lang=`, the browser or the organisation, beginning with the user name of
 * `?userName=`. What else stands in the address is left alone, since mail readers add to it; `?return=` is the script's.
 */
const signInPageRoute = ({ organisation, policy }: Settings): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const language = languageOf(request, organisation);
    const { userName = '' } = request.query;
    const begins = userName.length > longestUserName ? '' : userName;
    return shown(signInPage({ organisation, policy, language, userName: begins }), language, signInPagePolicy);
  },
});

/** GET /account: the page, which asks the API itself whose it is. */
const accountPageRoute = ({ organisation, policy }: Settings): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const language = languageOf(request, organisation);
    return shown(accountPage({ organisation, policy, language }), language, accountPagePolicy);
  },
});

const languageOf = ({ query, headers }: Request, { preferredLanguage }: Organisation) =>
  pageLanguage({ lang: query.lang, acceptLanguage: headers['accept-language'] }, preferredLanguage);

const shown = (text: string, language: string, policy: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': policy,
  },
  text,
});
