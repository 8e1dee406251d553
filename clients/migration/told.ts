/** What is told of a check: the columns of its table, and its sum in words. */
import type { Outcome, Result } from './account.ts';

/** The table leads back to the file by line and address. */
export const checkColumns = {
  Line: 'line',
  Address: 'emailAddress',
  Outcome: 'outcome',
  Folders: 'folders',
  Messages: 'messages',
  Bytes: 'bytes',
  'What to do': 'message',
};

const words: Readonly<Record<Exclude<Outcome, 'signedIn'>, string>> = {
  credentialsRefused: 'wrong password or unknown user',
  hostOrTls: 'host or TLS',
  noAnswer: 'no answer',
  rowInvalid: 'row cannot be tried',
  notChecked: 'not checked',
};

/** The sum: how many rows came to what, and how much mail there is. */
export const sumOf = (results: readonly Result[]): string => {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  const all = (property: 'messages' | 'bytes') => results.reduce((sum, result) => sum + (result[property] ?? 0), 0);
  const unsized = results.filter(({ outcome, bytes }) => outcome === 'signedIn' && bytes === null).length;
  const mail = `${inWords(all('messages'))} messages, ${sizeOf(all('bytes'))}`;
  const failed = (Object.keys(words) as (keyof typeof words)[])
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${words[outcome]}: ${count(outcome)}`);
  const byAdministrator = results.filter((result) => result.outcome === 'signedIn' && result.byAdministrator).length;
  return [
    `${count('signedIn')} of ${results.length} rows sign in (${mail}${unsized > 0 ? `, ${unsized} of unknown size` : ''}).`,
    ...(failed.length > 0 ? [`${failed.join('; ')}.`] : []),
    ...(byAdministrator > 0
      ? [`${byAdministrator} of them by an administrator's name, which proves nothing of the mailbox itself.`]
      : []),
  ].join(' ');
};

/** Whether every row signs in. */
export const allSignIn = (results: readonly Result[]): boolean =>
  results.every(({ outcome }) => outcome === 'signedIn');

const inWords = (number: number): string => number.toLocaleString('en-US');

const sizeOf = (bytes: number): string => {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
};
