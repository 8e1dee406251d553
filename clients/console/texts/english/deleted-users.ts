/** What the pages of pages/deleted-users say. */
import { counting } from '../../../../shared/refusals/words/counting.ts';

const counted = counting('en');

export const deletedUsers = {
  title: 'Deleted users',
  description: (days: number) =>
    counted(days, {
      one: 'For # day after their deletion users can be restored; then they are gone for good.',
      other: 'For # days after their deletion users can be restored; then they are gone for good.',
    }),
  find: 'Name or former user name',
  anyTime: 'Any time left',
  soon: (days: number) => counted(days, { one: 'Gone within # day', other: 'Gone within # days' }),
  formerName: 'Former user name',
  deletedOn: 'Deleted on',
  daysLeft: 'Can be restored',
  left: (days: number, last: string) =>
    days === 0
      ? `Less than a day, until ${last}`
      : counted(days, { one: `# more day, until ${last}`, other: `# more days, until ${last}` }),
  noneTitle: 'Nobody was deleted',
  none: (days: number) =>
    counted(days, {
      one: 'Whoever is deleted stands here for # day, and can be restored.',
      other: 'Whoever is deleted stands here for # days, and can be restored.',
    }),
  notFound: 'Nobody among the deleted users fits what you look for.',
  chooseFirst: 'Choose users from the list first.',
  restore: 'Restore',
  remove: 'Remove for good',
  restoreTitle: (name: string) => `Restore ${name}`,
  restoreWhat:
    'Data and mailbox come back, and licenses as far as seats are left: for others they wait in line. Roles do not come back; give them again where they are wanted.',
  restoreMany:
    'Everybody gets their former user name back; where it is somebody else’s now, the user is refused, and can be restored alone with a new one.',
  passwordTo: (address: string) => `A new password goes to ${address} by email; the former one does not work any more.`,
  passwordToAdministrator:
    'A new password goes to the administrator by email, since the user has no alternate email address; the former one does not work any more.',
  userName: 'User name',
  userNameHint: 'The former one, unless you choose another.',
  nameMissing: 'Type a user name, such as anna@contoso.com.',
  taken: (holder: string) => `${holder} has this user name now. Choose another one.`,
  restored: (name: string, userName: string) =>
    `${name} was restored as ${userName}, and gets a new password by email.`,
  waitsFor: (licence: string, seats: string) =>
    `No seat of ${licence} is left, so it is waited for: seats to buy: ${seats}.`,
  removeTitle: (name: string) => `Remove ${name} for good`,
  removeWhat:
    'The account and its data are removed at once. Nothing brings them back; what the audit says of them stays.',
  typeName: (userName: string) => `Type ${userName} to confirm`,
  removed: (name: string) => `${name} was removed for good.`,
};

export type DeletedUsersTexts = typeof deletedUsers;
