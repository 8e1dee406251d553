/** Spellings of a password that guess it alike. */

/** A password in lower case, without accents, all compatible characters alike: its beginnings and endings show. */
export const withoutCase = (password: string): string =>
  password.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');

/** Look-alikes and what they stand for: Entra's (0 o, 1 l, $ s, @ a) and the other usual ones. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '!': 'l', '3': 'e' },
  ...{ '4': 'a', '@': 'a', '5': 's', $: 's', '7': 't' },
};

/** A text of `withoutCase`, of the same length, in which each character and its look-alikes are one. */
export const withoutDisguise = (text: string): string => text.replace(/[0-9i!@$]/g, (one) => lookAlikes[one] ?? one);
