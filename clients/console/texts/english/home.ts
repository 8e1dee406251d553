/** What the pages of pages/home say. */
import { counting } from '../../../../shared/refusals/words/counting.ts';

const counted = counting('en');

export const home = {
  title: 'Home',
  counting: 'Counting people …',
  needsTitle: 'What needs you',
  nothing: 'Nothing needs you now.',
  partOnly: 'The directory is large: emails that came back were looked for among a part of the users only.',
  lookAtAll: 'Look among all',
  noAdministrator: 'Nobody is a Global Administrator yet',
  noAdministratorWhat:
    'You are signed in with an operator’s token. Add yourself as a user with the role Global Administrator, and sign in by name from then on.',
  addAdministrator: 'Add the first administrator',
  onHold: (file: string) => `${file} waits for your decision`,
  onHoldWhat: (seats: number) =>
    counted(seats, {
      one: '# license is missing for it: buy it, or let the import go on without.',
      other: '# licenses are missing for it: buy them, or let the import go on without.',
    }),
  decide: 'Decide',
  refused: (file: string, rows: number) =>
    counted(rows, { one: `# row of ${file} was refused`, other: `# rows of ${file} were refused` }),
  seeRows: 'See why',
  failed: (file: string) => `${file} was not imported`,
  seeImport: 'See the import',
  moreImports: (imports: number) =>
    counted(imports, { one: '# more import needs a look', other: '# more imports need a look' }),
  seeImports: 'See all imports',
  synchronizationHeld: 'Synchronization is on hold',
  heldWhy: {
    undone: 'A run of it was undone. Nothing comes from the directory on premises until you let it go on.',
    deletions: 'A run would delete more people than it may. Look at whom before you let it go on.',
  },
  synchronizationSilent: (last: string) => `Nothing has come from the directory on premises since ${last}`,
  silentWhat: 'Look whether its agent runs, and what it says.',
  synchronizationRefused: (objects: number, isAll: boolean) =>
    counted(objects, {
      one: `${isAll ? '' : 'At least '}# person was not synchronized`,
      other: `${isAll ? '' : 'At least '}# people were not synchronized`,
    }),
  waiting: (licence: string, people: number) =>
    counted(people, { one: `# person waits for ${licence}`, other: `# people wait for ${licence}` }),
  waitingWhat: 'As soon as seats are there, they are assigned by themselves, in the order of the line.',
  buy: (seats: string) => `Buy ${seats}`,
  bouncedOne: (name: string) => `The password email to ${name} came back`,
  bounced: (people: number, isAll: boolean) =>
    counted(people, {
      one: `${isAll ? '' : 'At least '}# password email came back`,
      other: `${isAll ? '' : 'At least '}# password emails came back`,
    }),
  bouncedWhat: 'Correct the alternate email address, and send it again.',
  correct: 'Correct it',
  graces: (mailboxes: number) =>
    counted(mailboxes, {
      one: '# mailbox closes within 30 days',
      other: '# mailboxes close within 30 days',
    }),
  gracesWhat: (first: string) => `No license carries them any more. The first one closes on ${first}.`,
  seeWhose: 'See whose',
  deletions: (people: number) =>
    counted(people, {
      one: '# deleted user is gone for good within 7 days',
      other: '# deleted users are gone for good within 7 days',
    }),
  deletionsWhat: 'Until then they can be restored.',
  seeWhom: 'See whom',
  firstTitle: 'Begin here',
  firstWhat: 'Nobody is in the directory yet. Do these in order; each can be done later as well.',
  stepLicences: 'Say which licenses you have',
  stepLicencesWhat: 'Products and how many seats of each, so that they can be assigned to people.',
  goToLicences: 'Go to licenses',
  stepOne: 'Add one person',
  stepOneWhat: 'Name, password, licenses and roles, in four steps.',
  stepMany: 'Add many at once',
  stepManyWhat: 'From a spreadsheet. You see what it would do before anything is changed.',
  numbers: 'The numbers',
  licences: 'Licenses',
  licence: 'License',
  oneLicence: (name: string, given: string, free: string, waiting: string) =>
    `${name}: ${given} assigned, ${free} available, ${waiting} waited for.`,
  seats: { given: 'Assigned', reserved: 'Reserved for imports', free: 'Available', waiting: 'Waited for' },
  countOfSeats: 'Seats',
  imports: 'Imports',
  file: 'File',
  when: 'When',
  outcomes: { created: 'Created', updated: 'Changed', refused: 'Refused' },
  rows: 'Rows',
  oneImport: (created: string, updated: string, refused: string) =>
    `${created} created, ${updated} changed, ${refused} refused.`,
  passwords: 'Passwords that expire in the next 30 days',
  noPassword: 'No password expires in the next 30 days.',
  onePasswordDay: (people: number, day: string) =>
    counted(people, {
      one: `# password expires on ${day}, and no other.`,
      other: `# passwords expire on ${day}, and no other.`,
    }),
  day: 'Day',
  ends: { passwordsExpiring: 'Passwords', temporaryPasswordsLapsing: 'Temporary passwords' },
  countOfPeople: 'People',
  people: 'People in the last 90 days',
  counts: { people: 'People', blocked: 'Of them blocked', deleted: 'Deleted, can be restored' },
};

export type HomeTexts = typeof home;
