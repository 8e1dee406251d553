/** Whoever is refused reads why in their own language, and every sentence there is has one in each. */
import { type Refusal, type RefusalCode, Refused, sentenceOf } from '../../shared/domain/refusals.ts';
import { fileSentences } from '../../shared/domain/refusals-of-files.ts';
import { requestSentences } from '../../shared/domain/refusals-of-requests.ts';
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
