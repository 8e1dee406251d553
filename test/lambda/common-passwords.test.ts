/** The list of common passwords: what is on it, how seldom it is wrong, and what is refused by it. */
import { readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { commonPasswordsList, leakedPasswords } from '../../infra/write-common-passwords.ts';
import { checkPassword } from '../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { commonPasswordsFile, isCommonPassword } from '../../shared/lambda/common-passwords.ts';
import { contoso } from '../fakes/people.ts';

const file = `shared/lambda/${commonPasswordsFile}`;
const packageOf = '../../node_modules/@zxcvbn-ts/language-common/src/';
const jsonOf = (name: string) => JSON.parse(readFileSync(new URL(`${packageOf}${name}.json`, import.meta.url), 'utf8'));

const ada = { userPrincipalName: 'ada.lovelace@contoso.com', displayName: 'Ada Lovelace' };
const judge = { policy: defaultPolicy, organisation: contoso, isCommonPassword };
/** The rules without lengths and kinds of characters, so that the list alone decides. */
const list = { ...judge, policy: { ...defaultPolicy, passwordLength: { least: 8, most: 256 }, passwordClasses: 1 } };
const isRefused = (password: string, by = judge) => checkPassword(password, ada, by).length > 0;

const passed = (passwords: readonly string[], by = judge) => passwords.filter((one) => !isRefused(one, by));

test('the list is what the script makes of the packages, and has 384 KiB', () => {
  expect(statSync(file).size).toBe(384 * 1024);
  expect(Buffer.compare(readFileSync(file), commonPasswordsList())).toBe(0);
});

test('of texts that are not on it, the list has fewer than one in 100,000', () => {
  const texts = Array.from({ length: 300_000 }, (_, index) => `\u0001${index}`);
  expect(texts.filter(isCommonPassword).length).toBeLessThan(3);
});

test('every password of the leaks is refused (weakness 11)', () => {
  const leaked = leakedPasswords();
  expect(leaked.length).toBeGreaterThan(100_000);
  // Each fifth, since all take a quarter of a minute.
  const tried = leaked.filter((one, index) => [...one].length >= 8 && index % 5 === 0);
  expect(tried.length).toBeGreaterThan(7000);
  expect(passed(tried, list)).toEqual([]);
});

const named = `
  Password2026! Welcome2026! Qwerty123! Contoso1 Contoso2026! Summer2026! Aa123456 1Qaz2wsx Test1234 Charlie1 Liverpool1
  Football123! Admin12345! Passw0rd12345
`;
const alike = `
  P@$$w0rd2026! !Password1 2026Summer! Winter#25 Monday123! Contoso@123 C0nt0s0! Lovelace2026! L0velace77! Qwertyuiop1!
  1q2w3e4r5T! Abcd1234! Zaq12wsx! CharlieCharlie1! Charlie7391! December2025! Willkommen2026! Frühling2026! Sommer24!
  Welkom01! Wachtwoord1! Zomer2026! Woaini1314! Aaaaaaaa1! Abcdefgh1! 12341234Aa Fabrikam2026!
`;
test.each([...named.trim().split(/\s+/), ...alike.trim().split(/\s+/)])('%s is refused (weakness 11)', (password) => {
  expect(isRefused(password)).toBe(true);
});

test.each(['1', '123', '1!', '2026!'])(
  'of the 3,000 most used with a capital and %s, 99 in 100 are refused (weakness 11)',
  (ending) => {
    const top: string[] = jsonOf('passwords').slice(0, 3000);
    const words = top.filter((word) => /^[a-z]/.test(word)).map((word) => word[0]?.toUpperCase() + word.slice(1));
    const tried = words.map((word) => word + ending).filter((password) => password.length >= 8);
    expect(tried.length).toBeGreaterThan(1000);
    expect(passed(tried).length / tried.length).toBeLessThan(0.01);
  },
);

const printable = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));

test('random passwords of twelve characters and more are not refused (weakness 11)', () => {
  fc.assert(
    fc.property(fc.array(printable, { minLength: 12, maxLength: 30 }), (characters) => {
      const password = characters.join('');
      // One over and over is what shrinking comes to.
      fc.pre(new Set(characters).size > 8);
      expect(checkPassword(password, {}, list)).toEqual([]);
    }),
    { seed: 1 },
  );
});

test('of random passwords of eight characters, fewer than one in 500 is refused', () => {
  const many = fc.sample(fc.array(printable, { minLength: 8, maxLength: 8 }), { numRuns: 5000, seed: 1 });
  const refused = many.filter((characters) => checkPassword(characters.join(''), {}, list).length > 0);
  expect(refused.length / many.length).toBeLessThan(1 / 500);
});

test('passphrases of four words are not refused, with anything between them or nothing (weakness 11)', () => {
  const words: string[] = Object.values(jsonOf('diceware'));
  const phrase = fc.tuple(
    fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 6 }),
    fc.constantFrom('', ' ', '-'),
  );
  fc.assert(
    fc.property(phrase, ([chosen, between]) => {
      const password = chosen.join(between);
      fc.pre(new Set(chosen).size > 3 && password.length >= 15);
      expect(checkPassword(password, {}, list)).toEqual([]);
    }),
    { seed: 1 },
  );
});
