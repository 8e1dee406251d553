import { englishFileRefusals } from '../../refusals/files/english.ts';
import { counting } from '../../refusals/words/counting.ts';
import { englishImports } from './english-imports.ts';
import type { MailTexts } from './mail-texts.ts';
import { peopleSecurity } from './people-security.ts';
import { personSecurity } from './person-security.ts';
import { strayTexts } from './stray-texts.ts';

const counted = counting('en-GB');
const days = (count: number) => counted(count, { one: '# day', other: '# days' });
const people = (count: number) => counted(count, { one: '# person', other: '# people' });

/** The mails in English. */
export const english: MailTexts = {
  label: (name) => `${name}: `,
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  footer: {
    automatic: (organisation) => `Sent automatically by the user directory of ${organisation}.`,
    questions: (address) => `Questions? Ask your administrator: ${address}`,
  },
  fields: {
    name: 'Name',
    userName: 'User name',
    password: 'Password',
    temporaryPassword: 'Temporary password',
    signIn: 'Sign in',
    signInAt: 'Sign in at',
    quickStart: 'Quick-start guide',
    refusedAddress: 'Refused address',
  },
  personCredentials: {
    subject: (organisation) => `Your user name and password for ${organisation}`,
    subjectWithoutPassword: (organisation) => `Your user name for ${organisation}`,
    title: (organisation) => `Your account at ${organisation}`,
    introduction: (organisation) => `An account has been made for you at ${organisation}. This is how you sign in:`,
    introductionAgain: (organisation) => `You have an account at ${organisation}. This is how you sign in:`,
    chosenPassword:
      'Your password is the one that your administrator chose. Your administrator gives it to you; it is never sent by mail.',
    replaces: 'This mail replaces all earlier ones. Only the newest password works.',
    replacesWithoutPassword: 'This mail replaces all earlier ones.',
    keepSecret: 'Keep this mail to yourself: whoever has the password can sign in as you.',
    mustChange: 'When you sign in for the first time, you must choose a new password of your own.',
    worksUntil: (moment) => `The password works until ${moment}. After that, ask your administrator for a new one.`,
  },
  administratorCredentials: {
    subjectForOne: (name) => `User name and password of ${name}`,
    subject: (count) => `User names and passwords of ${people(count)}`,
    introduction: (count, organisation) =>
      counted(count, {
        one: `An account has been made for this person at ${organisation}. Please hand over the user name and password, in a way that nobody else can read.`,
        other: `Accounts have been made for these # people at ${organisation}. Please hand each of them the user name and password, in a way that nobody else can read.`,
      }),
    subjectForOneWithout: (name) => `User name of ${name}`,
    subjectWithout: (count) => `User names of ${people(count)}`,
    subjectForSome: (count) => `User names of ${people(count)}, some with passwords`,
    introductionWithout: (organisation) =>
      `Please give each of these people at ${organisation} the user name. The password is the one that was chosen for them; it is never sent by mail.`,
    refused:
      'The mail service refused the addresses below, so these credentials come to you instead. Please correct the addresses.',
    chosenPassword: 'chosen by the administrator',
    replaces: 'This mail replaces all earlier ones. Only the newest password works.',
    keepSecret: 'Delete this mail once the passwords have been handed over.',
    mustChange: 'A new password must be chosen at the first sign-in.',
    worksUntil: (moment) => `The password works until ${moment}. After that, only a new password helps.`,
  },
  personNotice: {
    ...personSecurity.en,
    passwordWarning: (organisation, count, day) => ({
      title: `Your password for ${organisation} expires in ${days(count)}`,
      paragraphs: [
        `The password of your account expires in ${days(count)}, on ${day}. Please sign in and choose a new one before then.`,
        'If you do not, you must choose a new one the next time you sign in after that day.',
      ],
    }),
    passwordExpired: (organisation, day) => ({
      title: `Your password for ${organisation} has expired`,
      paragraphs: [`The password of your account expired on ${day}. You must choose a new one at your next sign-in.`],
    }),
    temporaryPasswordLapsed: (organisation, day) => ({
      title: `Your temporary password for ${organisation} no longer works`,
      paragraphs: [
        `Your temporary password was not replaced in time and stopped working on ${day}. Please ask your administrator for a new one.`,
      ],
    }),
    graceReminder: (organisation, count, day) => ({
      title: `Your mailbox at ${organisation} will be disabled in ${days(count)}`,
      paragraphs: [
        `Your account has no licence for a mailbox. Unless one is assigned, your mailbox will be disabled in ${days(count)}, on ${day}.`,
        'Your data will be kept. Please ask your administrator for a licence.',
      ],
    }),
    mailboxDisabled: (organisation, day) => ({
      title: `Your mailbox at ${organisation} has been disabled`,
      paragraphs: [
        `Your account has no licence for a mailbox, so your mailbox was disabled on ${day}.`,
        'Your data is kept. As soon as a licence is assigned, your mailbox comes back with everything in it. Please ask your administrator.',
      ],
    }),
    signInLocked: (organisation, day) => ({
      title: `Your sign-in at ${organisation} was locked`,
      paragraphs: [
        `On ${day}, too many wrong passwords in a row had been tried with your user name. Until your password is reset, nobody can sign in with it from a browser that you have not used before; browsers in which you signed in before still let you in.`,
        'If that was not you, your password has not been guessed. Ask your administrator to reset it.',
      ],
    }),
    userNameChanged: (organisation, former) => ({
      title: `Your user name at ${organisation} has changed`,
      paragraphs: [
        `${former} is no longer your user name. From now on, sign in with the one below; your password stays the same.`,
      ],
    }),
    licenceArrived: (organisation, licence) => ({
      title: `You have a licence at ${organisation}: ${licence}`,
      paragraphs: [`The licence ${licence} has been assigned to your account. There is nothing that you need to do.`],
    }),
  },
  administratorNotices: {
    subject: (heading, count) => `${heading}: ${people(count)}`,
    more: (count) => counted(count, { one: '# more is not named here.', other: '# more are not named here.' }),
    introduction: (organisation) => `This has changed, or will soon change, in the directory of ${organisation}.`,
    kinds: {
      ...peopleSecurity.en,
      passwordWarning: {
        heading: 'Passwords that will expire',
        explanation: 'Each person listed here needs to choose a new password before the day shown.',
        detail: 'Expires on',
      },
      passwordExpired: {
        heading: 'Expired passwords',
        explanation: 'Each person listed here must choose a new password at the next sign-in.',
        detail: 'Expired on',
      },
      temporaryPasswordLapsed: {
        heading: 'Temporary passwords that no longer work',
        explanation:
          'Each person listed here did not replace the temporary password in time and can sign in only after you have reset it.',
        detail: 'Stopped working on',
      },
      graceReminder: {
        heading: 'Mailboxes that will be disabled',
        explanation:
          'Each mailbox listed here will be disabled on the day shown unless a licence is assigned. Its data will be kept.',
        detail: 'Disabled on',
      },
      mailboxDisabled: {
        heading: 'Disabled mailboxes',
        explanation:
          'Each mailbox listed here had no licence and was disabled. Its data is kept; assigning a licence brings it back.',
        detail: 'Disabled on',
      },
      signInLocked: {
        heading: 'Locked sign-ins',
        explanation:
          'Too many wrong passwords in a row were tried with the user name of each person listed here. Reset the password once you know that the person asks for it: until then, it signs in from browsers only in which it did so before.',
        detail: 'Locked on',
      },
      credentialsBounced: {
        heading: 'Credentials that did not arrive',
        explanation:
          'The mail with user name and password of each person listed here came back, or was reported as unwanted. Correct the address, then reset the password: a new mail goes out.',
        detail: 'Came back on',
      },
      userNameChanged: {
        heading: 'Changed user names',
        explanation: 'Each person listed here signs in with the user name shown; the former one no longer works.',
        detail: 'Former user name',
      },
      licenceArrived: {
        heading: 'Licences that arrived',
        explanation: 'Each person listed here waited for a licence and now has it.',
        detail: 'Licence',
      },
    },
  },
  strayObjects: strayTexts.en,
  imports: englishImports,
  fileRefusals: englishFileRefusals,
};
