/** What the pages of pages/sign-ins say. */
import type { SignInReason } from '../../../../shared/graph/audit/graph-sign-in.ts';
import { counting } from '../../../../shared/refusals/words/counting.ts';

const counted = counting('en');

export const signIns = {
  title: 'Sign-ins',
  description: 'Who signed in, who failed to, and from where.',
  when: 'When',
  who: 'Who',
  result: 'Result',
  where: 'From',
  unknownPerson: 'A name that nobody has',
  unknownApplication: 'An ID that no application has',
  noneTitle: 'Nobody signed in',
  none: 'No sign-in fits what you look for. Choose a longer time, or fewer conditions.',
  loading: 'Reading sign-ins …',
  older: 'Show older sign-ins',
  person: 'Of a person',
  application: 'Of an application',
  anyResult: 'All results',
  succeeded: 'Succeeded',
  failed: 'Failed',
  known: 'A browser of theirs that was used before',
  browser: 'Browser',
  program: 'Program',
  locked: (moment: string) => `The user name was locked until ${moment}.`,
  counted: (count: number) =>
    counted(count, { one: '# in this quarter of an hour', other: '# in this quarter of an hour' }),
  reasons: {
    SignedIn: 'Signed in',
    PasswordChangeRequired: 'Right password, which must be changed first',
    SignInFailed: 'Wrong password',
    SignInLocked: 'Too many wrong passwords: locked for a time',
    PasswordLapsed: 'Temporary password that was not used in time',
    AccountBlocked: 'The account is blocked',
    UserUnknown: 'Nobody has this user name',
    ClientUnknown: 'No application has this ID',
    SecretWrong: 'Wrong or expired secret',
  } satisfies Record<SignInReason, string>,
};

export type SignInsTexts = typeof signIns;
