import { randomInt } from 'node:crypto';
import { generatedPasswordBits, generatePassword } from '../../../shared/domain/passwords/generated-password.ts';
import { checkPassword } from '../../../shared/domain/passwords/password-rules.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { contoso } from '../../fakes/people.ts';

const many = Array.from({ length: 2000 }, () => generatePassword(randomInt));

test('five groups of four, without characters that look alike', () => {
  expect(many.every((password) => /^[A-HJ-NP-Za-km-np-z2-9]{4}(-[A-HJ-NP-Za-km-np-z2-9]{4}){4}$/.test(password))).toBe(
    true,
  );
});

test('at least 112 bits of entropy, by its alphabet and length', () => {
  const characters = new Set(many.join('').replaceAll('-', ''));
  const length = (many[0] ?? '').replaceAll('-', '').length;
  expect(length * Math.log2(characters.size)).toBeGreaterThanOrEqual(112);
  expect(generatedPasswordBits).toBeGreaterThanOrEqual(112);
  expect(generatedPasswordBits).toBeLessThanOrEqual(length * Math.log2(characters.size));
});

test('every character is as likely: each number below the alphabet’s size stands for one, and none for two', () => {
  const asked = new Set<number>();
  const counts = new Map<string, number>();
  for (let start = 0; start < 560; start += 1) {
    let next = start;
    const password = generatePassword((below) => {
      asked.add(below);
      next += 17;
      return next % below;
    });
    for (const character of password.replaceAll('-', '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [size = 0] = asked;
  expect([asked.size, counts.size]).toEqual([1, size]);
  const tallies = [...counts.values()];
  expect(Math.max(...tallies) / Math.min(...tallies)).toBeLessThan(1.5);
});

test('no two are alike, and all pass the rules for chosen ones', () => {
  expect(new Set(many).size).toBe(many.length);
  const bad = many
    .slice(0, 300)
    .filter(
      (password) =>
        checkPassword(password, {}, { policy: defaultPolicy, organisation: contoso, isCommonPassword }).length > 0,
    );
  expect(bad).toHaveLength(0);
});

test('a draw that lacks a kind is drawn again', () => {
  let draws = 0;
  const password = generatePassword((below) => {
    draws += 1;
    return draws <= 20 ? 0 : (draws * 17) % below;
  });
  expect(draws).toBe(40);
  expect([/[a-z]/, /[A-Z]/, /[2-9]/].every((kind) => kind.test(password))).toBe(true);
});
