import { readFileSync } from 'node:fs';
import { type Refusal, type RefusalCode, Refused, sentenceOf } from '../../shared/domain/refusals.ts';

/** Every code, read from the lists themselves, since no value holds them. */
const codes = ['refusals-of-files.ts', 'refusals-of-requests.ts']
  .flatMap((file) => [
    ...readFileSync(new URL(`../../shared/domain/${file}`, import.meta.url), 'utf8').matchAll(/^ {2}(\w+): \(/gm),
  ])
  .map(([, code]) => code as RefusalCode);

test('the list is found', () => {
  expect(codes.length).toBeGreaterThan(45);
  expect(codes).toEqual(expect.arrayContaining(['EmptyFile', 'UserNameTaken', 'InternalError']));
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(codes)('%s is a sentence or more, and says what is at fault', (code) => {
  const sentence = sentenceOf({ code, target: 'theTarget', fact: 'the fact' });
  expect(sentence).toMatch(/^[A-Zt][^\n]{10,300}\.$/);
  expect(sentence).not.toMatch(/undefined|null|\[object|NaN| {2}|\.\./);
});

test.each(codes)('%s holds no gap when nothing more is known', (code) => {
  // Those with a fact in their sentence are always given one: the check above covers them.
  const sentence = sentenceOf({ code, target: 'theTarget', fact: '' });
  expect(sentence).not.toMatch(/undefined|null/);
});

test('a refusal thrown names its codes, and no fact: facts may be of people', () => {
  const secret: Refusal = { code: 'DomainNotVerified', fact: 'marked.example' };
  const error = new Refused(secret, { code: 'DisplayNameMissing' });
  expect([error.name, error.message]).toEqual(['Refused', 'DomainNotVerified, DisplayNameMissing']);
  expect(error.refusals).toHaveLength(2);
  expect(error).toBeInstanceOf(Error);
});

test('an encoding that cannot be told is to be said by the likeliest, in the words of the option', () => {
  const fact = 'windows-1250 (“Jiří”); iso-8859-2 (“Jiří”); windows-1252 (“Jiøí”)';
  expect(sentenceOf({ code: 'EncodingUnclear', fact })).toContain('{ "encoding": "windows-1250" }');
  expect(sentenceOf({ code: 'EncodingUnclear' })).toContain('{ "encoding": "windows-1252" }');
});
