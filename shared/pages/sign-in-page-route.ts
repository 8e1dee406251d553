/** The sign-in page, for anybody who asks. */
import type { Organisation } from '../domain/organisation.ts';
import type { Policy } from '../domain/policy.ts';
import type { Route } from '../lambda/route.ts';
import { pageLanguage } from './page-language.ts';
import { signInPage, signInPagePolicy } from './sign-in-page.ts';

/** Longer than any user name: nothing that a mail has linked to. */
const longestUserName = 128;

/**
 * GET /signin: the page, in the language of `?lang=`, the browser or the organisation, beginning with the user name of
 * `?userName=`. What else stands in the address is left alone, since mail readers add to it.
 */
export const signInPageRoute = ({ organisation, policy }: { organisation: Organisation; policy: Policy }): Route => ({
  needs: 'nothing',
  answer: async ({ query, headers }) => {
    const asked = { lang: query.lang, acceptLanguage: headers['accept-language'] };
    const language = pageLanguage(asked, organisation.preferredLanguage);
    const { userName = '' } = query;
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': signInPagePolicy,
      },
      text: signInPage({
        organisation,
        policy,
        language,
        userName: userName.length > longestUserName ? '' : userName,
      }),
    };
  },
});
