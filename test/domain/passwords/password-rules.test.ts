import fc from 'fast-check';
import { checkPassword, normalisePassword } from '../../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy, standardNumbers } from '../../../shared/domain/policy.ts';
import { sentenceOf } from '../../../shared/domain/refusals.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { contoso } from '../../fakes/people.ts';

const ada = { userPrincipalName: 'ada.lovelace@contoso.com', displayName: 'Ada Lovelace-Byron, née Byron' };
const judge = { policy: defaultPolicy, organisation: contoso, isCommonPassword };
const codesOf = (password: string, policy = defaultPolicy, owner: Parameters<typeof checkPassword>[1] = ada) =>
  checkPassword(password, owner, { ...judge, policy }).map(({ code }) => code);

const long = (length: number) => 'Aa1-Kite-river-bank-'.repeat(20).slice(0, length);

test.each(['Kite-7-river', 'kite7RIVERbank', '密码很长的一句话Ab1', 'pässwört-Ümlaut', 'a1!a1!a1?', long(256)])(
  '%s may be used',
  (password) => {
    expect(codesOf(password)).toEqual([]);
  },
);

test.each([
  ['Kite-7!', ['PasswordLengthWrong']],
  ['', ['PasswordLengthWrong']],
  [long(257), ['PasswordLengthWrong']],
  ['kiteriver', ['PasswordTooSimple']],
  ['kite river', ['PasswordTooSimple']],
  ['KITERIVER77', ['PasswordTooSimple']],
  ['Xy7-Lovelace', ['PasswordContainsName']],
  ['xLOVELACEx9', ['PasswordContainsName', 'PasswordBanned']],
  ['9byron-Kite', ['PasswordContainsName']],
  ['Kite-L0ve1ace', ['PasswordContainsName']],
  ['Ada.Lovelace1', ['PasswordContainsName']],
  ['P@ssw0rd1', ['PasswordBanned']],
  ['Passwort1!', ['PasswordBanned']],
  ['Welc0me2!', ['PasswordBanned']],
  ['Qwertz1!x', ['PasswordBanned']],
  ['$ummer26', ['PasswordBanned']],
])('%s is refused', (password, codes) => {
  expect(codesOf(password)).toEqual(codes);
});

test('every name of the person counts, and short parts of them may occur: everybody would be refused otherwise', () => {
  const owner = { userPrincipalName: 'al@contoso.com', displayName: 'Al Ng', mailNickname: 'augusta' };
  const named = { ...owner, givenName: 'Alberta', surname: 'Ng-Müller' };
  const judged = ['Kite-alberta-7', 'Kite-Muller-7', 'Kite-augusta-7', 'xAlx-7river-Ng'];
  expect(judged.map((password) => codesOf(password, defaultPolicy, named))).toEqual([
    ['PasswordContainsName'],
    ['PasswordContainsName'],
    ['PasswordContainsName'],
    [],
  ]);
});

test('a banned word counts one point, other characters one each: enough of them make it good', () => {
  expect(codesOf('Password1!x')).toEqual(['PasswordBanned']);
  expect(codesOf('Password1!xy')).toEqual([]);
});

test("the organisation's own terms are banned too, one edit away and in disguise", () => {
  const policy = { ...defaultPolicy, bannedPasswords: ['northwind'] };
  expect(codesOf('N0rthw1nd!1', policy)).toEqual(['PasswordBanned']);
  expect(codesOf('Norrthwind1', policy)).toEqual(['PasswordBanned']);
  expect(codesOf('N0rthw1nd!1')).toEqual([]);
});

test('the numbers are the policy’s', () => {
  const strict = { ...defaultPolicy, passwordLength: { least: 15, most: 64 }, passwordClasses: 4 };
  expect(codesOf('Kite-7-river', strict)).toEqual(['PasswordLengthWrong']);
  expect(codesOf('Kite-river-bank-', strict)).toEqual(['PasswordTooSimple']);
  expect(codesOf('kiteriver', { ...defaultPolicy, passwordClasses: 1 })).toEqual([]);
});

test('by NIST a password of fifteen letters will do, of a script without case too, and no list of words (weakness 11)', () => {
  const nist = { ...defaultPolicy, ...standardNumbers.nist };
  expect(codesOf('kite river bank', nist)).toEqual([]);
  expect(codesOf('河边的风筝飞过了三座桥又回到家', nist)).toEqual([]);
  expect(codesOf('Kite-7-river-b', nist)).toEqual(['PasswordLengthWrong']);
  const simple = ['passwordpassword', 'aaaaaaaaaaaaaaa', '123451234512345', 'abcabcabcabcabc', 'qwertyuiopasdfghjkl'];
  expect(simple.filter((password) => !codesOf(password, nist).includes('PasswordBanned'))).toEqual([]);
});

test('the same password typed another way is the same: composed, decomposed, full width', () => {
  expect(normalisePassword('Ｋite-e\u0301')).toBe(normalisePassword('Kite-\u00e9'));
  expect(codesOf('Ｐ＠ｓｓｗ０ｒｄ１')).toEqual(['PasswordBanned']);
});

test('length is counted in characters, not in halves of an emoji', () => {
  expect(codesOf('🎉🎊Aa1🎈')).toEqual(['PasswordLengthWrong']);
  expect(codesOf('🎉🎊Aa1🎈🎉🎊')).toEqual([]);
});

test('no refusal repeats the password, and every password gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }), (password) => {
      const refusals = checkPassword(password, ada, { ...judge, policy: { ...defaultPolicy, passwordClasses: 4 } });
      expect(refusals.every((refusal) => !JSON.stringify([refusal, sentenceOf(refusal)]).includes(password))).toBe(
        true,
      );
    }),
  );
});
