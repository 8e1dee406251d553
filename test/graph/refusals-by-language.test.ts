/** Whoever is refused reads why in their own language, and every sentence there is has one in each. */
import { checkPassword } from '../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type Refusal, type RefusalCode, Refused, sentenceOf } from '../../shared/domain/refusals.ts';
import { fileSentences } from '../../shared/domain/refusals-of-files.ts';
import { requestSentences } from '../../shared/domain/refusals-of-requests.ts';
import { checkUserName } from '../../shared/domain/user-name.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { sentencesIn } from '../../shared/refusals/sentences-in.ts';
import { callHttp, collectLog } from './calling.ts';

collectLog();

const codes = Object.keys({ ...fileSentences, ...requestSentences }) as RefusalCode[];
const route = 'GET /v1.0/organization';

const refusedWith = async (refusals: [Refusal, ...Refusal[]], headers: Record<string, string> = {}) => {
  const handler = onGraph({
    [route]: {
      needs: 'token',
      answer: async () => {
        throw new Refused(...refusals);
      },
    },
  });
  return callHttp(handler, { route, headers });
};
const domain: Refusal = { code: 'DomainNotVerified', target: 'userPrincipalName', fact: 'fabrikam.com' };
const license: Refusal = { code: 'NoSeatsLeft', target: 'E3', fact: '2' };

test.each([
  ['nl-BE,nl;q=0.9,en;q=0.5', 'nl', 'Het domein fabrikam.com is geen domein van de organisatie.'],
  ['de', 'de', 'Die Domäne fabrikam.com gehört nicht zur Organisation.'],
  ['fr, zh-CN;q=0.8', 'zh-Hans', '域 fabrikam.com 不属于本组织。'],
  ['zh-TW, fr', 'en', "The domain fabrikam.com is not one of the organisation's."],
  ['en-GB, nl;q=0.9', 'en', "The domain fabrikam.com is not one of the organisation's."],
])('asked in %s, it is told in %s', async (asked, language, sentence) => {
  const { body, headers } = await refusedWith([domain], { 'accept-language': asked });
  expect(body.error.message).toContain(sentence);
  expect(headers).toMatchObject({ 'content-language': language, vary: 'Accept-Language' });
});

test('without a language it is told in English, and so it says', async () => {
  const { body, headers } = await refusedWith([domain]);
  expect(body.error.message).toBe(sentenceOf(domain));
  expect(headers).toMatchObject({ 'content-language': 'en', vary: 'Accept-Language' });
});

test('every problem has its fact, by which it can be told in other words', async () => {
  const { body } = await refusedWith([domain, license, { code: 'BadJson' }], { 'accept-language': 'nl' });
  expect(body.error.details).toEqual([
    { code: 'DomainNotVerified', target: 'userPrincipalName', fact: 'fabrikam.com', message: body.error.message },
    { code: 'NoSeatsLeft', target: 'E3', fact: '2', message: expect.stringContaining('koop er 2 bij') },
    { code: 'BadJson', message: expect.any(String) },
  ]);
  expect((await refusedWith([{ code: 'Forbidden' }])).body.error).not.toHaveProperty('details');
});

test.each(['nl', 'de', 'zh-Hans'] as const)('in %s every refusal has a sentence of its own', async (language) => {
  const sentence = await sentencesIn(language);
  for (const code of codes) {
    const told = sentence({ code, target: 'jobTitle', fact: '17 x' });
    expect([code, told]).toEqual([code, expect.stringMatching(/^.{4,}[.。]$/)]);
    expect([code, told]).not.toEqual([code, sentenceOf({ code, target: 'jobTitle', fact: '17 x' })]);
  }
});

test.each(['nl', 'de', 'zh-Hans'] as const)(
  'in %s no sentence has a hole where a request has no fact',
  async (language) => {
    const sentence = await sentencesIn(language);
    const without = ['TooManyAttempts', 'NotFound', 'UserNameTaken', 'EmployeeIdTaken', 'UploadIncomplete'] as const;
    for (const code of [...without, 'UnsupportedContentType', 'UserNameIllegal'] as const) {
      expect([code, sentence({ code })]).toEqual([code, expect.not.stringMatching(/undefined|\?|\(\)/)]);
    }
  },
);

test.each(['nl', 'de', 'zh-Hans'] as const)('in %s no word of a fact stays English', async (language) => {
  const sentence = await sentencesIn(language);
  const owner = { displayName: 'Contoso', verifiedDomains: ['contoso.com'] };
  const judge = { policy: defaultPolicy, organisation: owner, isCommonPassword: undefined };
  const refusals = [
    ...checkPassword('short', {}, judge),
    ...checkPassword('onlylowercase', {}, judge),
    checkUserName(`${'a'.repeat(65)}@contoso.com`, ['contoso.com']),
  ].filter((refusal) => refusal !== undefined);
  expect(refusals.map(({ code }) => code)).toEqual(['PasswordLengthWrong', 'PasswordTooSimple', 'ValueTooLong']);
  for (const refusal of refusals) {
    const told = sentence(refusal);
    expect(told).not.toMatch(/\b(to|kinds|before|after|those)\b/);
    for (const number of refusal.fact?.match(/\d+/g) ?? []) expect(told).toContain(number);
  }
});
