import { mailLanguages } from '../../shared/domain/organisation.ts';
import { checkPassword } from '../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { isCommonPassword } from '../../shared/lambda/common-passwords.ts';
import { accountTexts, languageNames } from '../../shared/pages/texts/catalogue.ts';
import { toldRefusals } from '../../shared/pages/texts/page-texts.ts';
import { contoso } from '../fakes/people.ts';

const facts = { organisation: 'Fabrikam', least: 11, most: 77, kinds: 2 };
/** Those of both pages: the account's are all of the other one's, and more. */
const textsOf = (language: (typeof mailLanguages)[number]) => accountTexts(language, facts) as Record<string, string>;
const english = textsOf('en');

/** Words that two languages may share. */
const alike = new Set(['password', 'show']);

test.each(mailLanguages)('%s lacks no text, and none is left over from its making', (language) => {
  const texts = textsOf(language);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [name, text] of Object.entries(texts)) {
    expect([name, text]).toEqual([name, expect.stringMatching(/^\P{Cc}{2,}$/u)]);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\{(?!time\})/);
  }
  expect(languageNames[language].length).toBeGreaterThan(1);
});

test.each(mailLanguages)('%s names each fact where English does', (language) => {
  const texts = textsOf(language);
  const named = (text: string) => ['Fabrikam', '11', '77', '2', '{time}'].filter((fact) => text.includes(fact));
  for (const [name, text] of Object.entries(english))
    expect([name, named(texts[name] ?? '')]).toEqual([name, named(text)]);
});

test.each(mailLanguages.slice(1))('%s is translated', (language) => {
  const texts = textsOf(language);
  const same = Object.entries(english).filter(([name, text]) => texts[name] === text);
  expect(same.filter(([name]) => !alike.has(name))).toEqual([]);
});

test.each(mailLanguages)('%s: what a screen reader says of a button has what is seen of it', (language) => {
  const { show = '-', showLabel, hide = '-', hideLabel } = textsOf(language);
  expect([showLabel?.startsWith(show), hideLabel?.startsWith(hide)]).toEqual([true, true]);
});

test('every refusal of a new password can be told', () => {
  const judge = { policy: defaultPolicy, organisation: contoso, isCommonPassword };
  const refused = ['x', 'abcdefgh', 'Password1', 'Ada.Lovelace-1'].flatMap((password) =>
    checkPassword(password, { userPrincipalName: 'ada.lovelace@contoso.com' }, judge),
  );
  const codes = new Set(refused.map(({ code }) => code));
  expect(codes.size).toBe(4);
  expect([...codes].filter((code) => !(toldRefusals as readonly string[]).includes(code))).toEqual([]);
});
