import type { AccountTexts } from './page-texts.ts';

/** The account page in English. */
export const englishAccount: AccountTexts = {
  accountTitle: 'Your account',
  passwordSection: 'Password',
  currentPassword: 'Present password',
  passwordChanged: 'Your password has been changed. Everywhere else you are signed out.',
  currentMissing: 'Enter your present password.',
  currentWrong: 'The present password is wrong.',
  sessionsSection: 'Where you are signed in',
  sessionsIntroduction: 'End what you do not know, and choose a new password then.',
  thisSession: 'This browser',
  unknownClient: 'Unknown program',
  since: 'Since',
  end: 'End',
  endAll: 'Sign out everywhere',
  sessionEnded: 'That session is over.',
  loading: 'One moment please …',
};
