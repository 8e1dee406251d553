/** The pieces of the page's script that need no browser. */

import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { checkPassword } from '../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { isCommonPassword } from '../../shared/lambda/common-passwords.ts';
import { askApi } from '../../shared/pages/browser/ask-api.ts';
import { clientWords } from '../../shared/pages/browser/client-words.ts';
import { judgePassword } from '../../shared/pages/browser/judge-password.ts';
import { outcomeOf } from '../../shared/pages/browser/outcome-of.ts';
import { returnAddress } from '../../shared/pages/browser/return-address.ts';
import { timeLeft } from '../../shared/pages/browser/time-left.ts';
import { pageLanguage } from '../../shared/pages/page-language.ts';
import { accountScript, signInScript } from '../../shared/pages/page-scripts.ts';
import { toldRefusals } from '../../shared/pages/texts/page-texts.ts';
import { contoso } from '../fakes/people.ts';
import { answers, type Played } from './played-api.ts';

const rules = { least: 8, most: 256, kinds: 3 };

test('a password is judged in the browser as it is when it arrives', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const long = fc.string({ unit: 'binary-ascii', minLength: 250, maxLength: 260 });
  const lookalikes = fc.constantFrom('ﬁﬂﬃﬄ', 'Ａｂ１！', 'ǅ', '①②③', '𝐀𝐛𝟏', 'e\u0301'.repeat(8), '密码密码密码密码Aa1');
  fc.assert(
    fc.property(fc.oneof(text, long, lookalikes), (password) => {
      const codes = checkPassword(password, {}, { policy: defaultPolicy, organisation: contoso, isCommonPassword }).map(
        ({ code }) => code,
      );
      const { ruleLength, ruleKinds } = judgePassword(password, '', rules);
      expect(ruleLength).toBe(!codes.includes('PasswordLengthWrong'));
      if (ruleLength) expect(ruleKinds).toBe(!codes.includes('PasswordTooSimple'));
    }),
  );
});

test('where no kinds are asked for, none are missing (weakness 11)', () => {
  const any = { least: 15, most: 256, kinds: 1 };
  expect(judgePassword('', '', any)).toEqual({ ruleLength: false, ruleKinds: true, ruleSame: false });
  expect(judgePassword('河边的风筝飞过了三座桥又回到家', '', any).ruleKinds).toBe(true);
});

test('two empty fields are not the same password', () => {
  expect(judgePassword('', '', rules).ruleSame).toBe(false);
  expect(judgePassword('abc', 'abc', rules).ruleSame).toBe(true);
  expect(judgePassword('abc', 'abC', rules).ruleSame).toBe(false);
});

test.each([
  [3, 'en', '3 seconds', '0:03'],
  [0, 'en', '0 seconds', '0:00'],
  [60, 'en', '1 minute', '1:00'],
  [90, 'nl', '1 minuut 30 seconden', '1:30'],
  [120, 'de', '2 Minuten', '2:00'],
  [3600, 'en', '1 hour', '1:00:00'],
  [3725, 'zh-Hans', '1小时 2分钟 5秒钟', '1:02:05'],
])('%i seconds in %s', (seconds, language, words, clock) => {
  expect(timeLeft(seconds, language)).toEqual({ words, clock });
});

test.each([
  ['signed in', answers.signedIn, { kind: 'granted', body: answers.signedIn.body }],
  ['done', { status: 204, body: undefined }, { kind: 'granted', body: {} }],
  ['expired', answers.mustChange('expired'), { kind: 'changeRequired', reason: 'expired' }],
  ['locked', answers.locked(60), { kind: 'locked', seconds: 60 }],
  ['wrong', answers.refused(401, 'SignInFailed'), { kind: 'refused', problems: ['SignInFailed'], over: true }],
  ['late', answers.refused(401, 'Unauthenticated'), { kind: 'refused', problems: ['changeTooLate'], over: true }],
  [
    'two problems',
    answers.badPassword('PasswordBanned', 'PasswordTooSimple'),
    { kind: 'refused', problems: ['PasswordTooSimple', 'PasswordBanned'], over: false },
  ],
  [
    'one problem',
    answers.refused(400, 'PasswordBanned'),
    { kind: 'refused', problems: ['PasswordBanned'], over: false },
  ],
  ['replaced', answers.badPassword('PasswordWrong'), { kind: 'refused', problems: ['PasswordWrong'], over: true }],
] as [string, Played, object][])('an answer means: %s', (_, { status, headers, body }, outcome) => {
  expect(outcomeOf({ status, retryAfter: headers?.['retry-after'] ?? null, body }, toldRefusals)).toEqual(outcome);
});

const busy = { message: 'Too Many Requests' };
test.each([
  [null, 0],
  ['7', 7],
  ['soon', 0],
  ['-1', 0],
])('what the gateway turns away is no lock, whatever it asks to wait: %j', (retryAfter, seconds) => {
  expect(outcomeOf({ status: 429, retryAfter, body: busy }, toldRefusals)).toEqual({ kind: 'busy', seconds });
  expect(outcomeOf({ status: 429, retryAfter, body: undefined }, toldRefusals)).toEqual({ kind: 'busy', seconds });
});

describe('the API is asked', () => {
  const signedIn = { status: 200, body: { expiresDateTime: '2030-01-01T08:00:00Z' } };
  const away = { status: 429, body: busy };

  /** A window whose time passes by itself; a request without an answer left breaks. */
  const ask = async (...answers: { status: number; body: unknown; retryAfter?: string }[]) => {
    const waited: number[] = [];
    let asked = 0;
    const window = {
      fetch: async () => {
        const answer = answers[asked++];
        if (!answer) throw new TypeError('no answer');
        const headers = new Headers(answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter });
        return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
      },
      setTimeout: (run: () => void, milliseconds: number) => {
        waited.push(milliseconds);
        run();
      },
    };
    const request = { path: 'v1.0/signIn', body: {} };
    const outcome = await askApi(window as never, request, { outcomeOf, toldRefusals });
    return { outcome, asked, waited };
  };
  const told = (problem: string) => ({ kind: 'refused', problems: [problem], over: false });

  test('again while the gateway turns it away, and the person sees nothing of it', async () => {
    const { outcome, asked, waited } = await ask(away, away, signedIn);
    expect([outcome, asked, waited]).toEqual([{ kind: 'granted', body: signedIn.body }, 3, [1000, 2000]]);
  });

  test('four times at most, and then it is told', async () => {
    const { outcome, asked, waited } = await ask(away, away, away, away, signedIn);
    expect([outcome, asked, waited]).toEqual([told('busy'), 4, [1000, 2000, 4000]]);
  });

  test('after as long as it asks to wait; a long wait is the person’s own', async () => {
    expect(await ask({ ...away, retryAfter: '3' }, signedIn)).toMatchObject({ asked: 2, waited: [3000] });
    expect(await ask({ ...away, retryAfter: '60' }, signedIn)).toMatchObject({ asked: 1, outcome: told('busy') });
  });

  test.each([503, 500, 502, 413])('once, where it may have been done, or cannot be: %d', async (status) => {
    const { outcome, asked } = await ask({ status, body: { message: 'Service Unavailable' } }, signedIn);
    expect([outcome, asked]).toEqual([told('failed'), 1]);
  });

  test('once, where no answer came', async () => {
    expect(await ask()).toMatchObject({ asked: 1, outcome: told('unreachable') });
  });
});

test.each([
  [200, undefined],
  [200, {}],
  [200, { token: 'x' }],
  [200, { expiresDateTime: 1 }],
  [403, { error: { code: 'PasswordChangeRequired' }, passwordChange: null }],
  [403, { error: { code: 'PasswordChangeRequired' } }],
  [400, { error: { code: 'ValueMissing', details: [null, 'text', {}] } }],
  [400, { error: { details: 'text' } }],
  [502, '<html>'],
  [500, null],
])('an answer that nobody expects is a failure of ours: %i %j', (status, body) => {
  const outcome = outcomeOf({ status, retryAfter: null, body }, toldRefusals);
  expect(outcome).toMatchObject({ kind: 'refused', problems: ['failed'] });
});

describe('where somebody goes on to', () => {
  const at = (asked: string | undefined, mayAdminister = true, page = 'https://muster.example/signin') =>
    returnAddress(page + (asked === undefined ? '' : `?lang=nl&return=${encodeURIComponent(asked)}`), mayAdminister);

  test('the console for whoever has a role, else the account', () => {
    expect([at(undefined), at(undefined, false)]).toEqual(['console', 'account']);
  });

  test('where they wanted to, within the two', () => {
    expect(at('/console/people?filter=a#x')).toBe('/console/people?filter=a#x');
    expect([at('/account', false), at('console'), at('https://muster.example/console')]).toEqual([
      ...['/account', '/console', '/console'],
    ]);
    expect(at('/below/console/x', true, 'https://muster.example/below/signin')).toBe('/below/console/x');
    expect(at('/console', false)).toBe('account');
  });

  test.each([
    ...[
      'https://evil.example/console',
      '//evil.example/console',
      '\\\\evil.example/console',
      '/\\evil.example/console',
    ],
    ...[
      'javascript:alert(1)//console',
      'data:text/html,console',
      'https:evil.example',
      '/consoles',
      '/v1.0/users',
      '/',
    ],
    ...[
      '/console/../v1.0/users',
      '/console/%2e%2e/signin',
      'http://muster.example/console',
      '',
      ' ',
      'https://[',
      '/signin',
    ],
    ...[
      'https://muster.example.evil.example/console',
      'https://muster.example:8443/console',
      '\t//evil.example/console',
    ],
  ])('nowhere else: %j', (asked) => {
    expect(at(asked)).toBe('console');
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15_1) AppleWebKit/605.1 Version/20.1 Safari/605.1', 'Safari, macOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['curl/8.9', 'curl/8.9'],
  ['x'.repeat(200), 'x'.repeat(60)],
  ['', ''],
])('%s is called %s', (userAgent, words) => {
  expect(clientWords(userAgent)).toBe(words);
});

test.each([
  [{ lang: 'nl', acceptLanguage: 'de' }, 'nl'],
  [{ lang: 'NL-be' }, 'nl'],
  [{ lang: 'fr', acceptLanguage: 'fr-CH, de;q=0.4, nl;q=0.8' }, 'nl'],
  [{ acceptLanguage: 'zh-TW,zh-Hant;q=0.9,de;q=0.1' }, 'de'],
  [{ acceptLanguage: 'zh-SG' }, 'zh-Hans'],
  [{ acceptLanguage: 'nl;q=0, *;q=0.5' }, 'en'],
  [{ acceptLanguage: 'nl;q=none,;;,,=' }, 'en'],
  [{ lang: '__proto__', acceptLanguage: 'constructor' }, 'en'],
  [{ acceptLanguage: `${'x,'.repeat(5000)}de` }, 'en'],
  [{}, 'en'],
] as const)('%j is answered in %s', (asked, language) => {
  expect(pageLanguage(asked, 'en')).toBe(language);
});

test.each([
  ['sign-in', signInScript],
  ['account', accountScript],
])('the %s script needs nothing but the window that it is given, and cannot end its element', (_, script) => {
  expect(script).not.toMatch(/<\/script|<!--|\bimport\b|\brequire\b|\beval\b|innerHTML|localStorage|sessionStorage/);
  // Made of functions that know nothing of each other: it gets as far as looking for its data.
  const document = { getElementById: () => null };
  expect(() => runInNewContext(script, { window: { document } })).toThrow(/JSON/);
});
