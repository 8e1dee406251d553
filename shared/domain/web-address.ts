/** Addresses that people are led to: links in mails, and where the sign-in page goes on to by itself. */

const longest = 2048;

/** What is said of one that is none. */
export const webAddressFact = 'must be a web address (https://...), without a user name in it';

/** https, or http on the machine of whoever follows it, where nobody is on the way. */
const begins = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/i;

/**
 * Only https, so that nobody on the way can lead people elsewhere, and no user name, behind which
 * `https://contoso.com@evil.example` hides where it leads.
 */
export const isWebAddress = (text: string): boolean => {
  if (text.length > longest || !begins.test(text) || /[\s<>"\\]/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
};
