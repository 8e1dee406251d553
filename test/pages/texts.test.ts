import { mailLanguages } from '../../shared/domain/organisation.ts';
import { checkPassword } from '../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { isCommonPassword } from '../../shared/lambda/common-passwords.ts';
import { languageNames, writtenTexts } from '../../shared/pages/texts/catalogue.ts';
import { toldRefusals } from '../../shared/pages/texts/sign-in-texts.ts';
import { contoso } from '../fakes/people.ts';

const facts = { organisation: 'Fabrikam', least: 11, most: 77, kinds: 2 };
const english = writtenTexts('en', facts);

/** Words that two languages may share. */
const alike = new Set(['password', 'show']);

test.each(mailLanguages)('%s lacks no text, and none is left over from its making', (language) => {
  const texts = writtenTexts(language, facts);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [name, text] of Object.entries(texts)) {
    expect([name, text]).toEqual([name, expect.stringMatching(/^\P{Cc}{2,}$/u)]);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\{(?!time\})/);
  }
  expect(languageNames[language].length).toBeGreaterThan(1);
});

test.each(mailLanguages)('%s names each fact where English does', (language) => {
  const texts = writtenTexts(language, facts);
  const named = (text: string) => ['Fabrikam', '11', '77', '2', '{time}'].filter((fact) => text.includes(fact));
  for (const [name, text] of Object.entries(english))
    expect([name, named(texts[name as keyof typeof texts])]).toEqual([name, named(text)]);
});

test.each(mailLanguages.slice(1))('%s is translated', (language) => {
  const texts = writtenTexts(language, facts);
  const same = Object.entries(english).filter(([name, text]) => texts[name as keyof typeof texts] === text);
  expect(same.filter(([name]) => !alike.has(name))).toEqual([]);
});

test.each(mailLanguages)('%s: what a screen reader says of a button has what is seen of it', (language) => {
  const { show, showLabel, hide, hideLabel } = writtenTexts(language, facts);
  expect([showLabel.startsWith(show), hideLabel.startsWith(hide)]).toEqual([true, true]);
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
