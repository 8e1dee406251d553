/** A display name made of the parts of a name. */

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々\s]+$/u;

/** Given name and surname; in Chinese, Japanese and Korean the surname stands first, with no blank behind it. */
export const fullName = ({
  givenName = '',
  surname = '',
}: {
  givenName?: string | undefined;
  surname?: string | undefined;
}): string =>
  eastAsian.test(givenName) && eastAsian.test(surname)
    ? `${surname}${givenName}`
    : [givenName, surname].filter(Boolean).join(' ');
