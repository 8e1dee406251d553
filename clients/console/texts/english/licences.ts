/** What the pages of pages/licences say. */
import { counting } from '../../../../shared/refusals/words/counting.ts';

const counted = counting('en');

export const licences = {
  title: 'Licenses',
  one: 'License',
  description: 'What your organization has, and how much of it is left.',
  loading: 'Reading licenses …',
  name: 'License',
  seats: 'Seats',
  given: 'Assigned',
  reserved: 'For imports',
  left: 'Available',
  noneLeft: 'None left',
  waiting: (count: number) => counted(count, { one: '# person waits', other: '# people wait' }),
  change: 'Change',
  setSeats: 'Set seats',
  setSeatsOf: (licence: string) => `Set seats of ${licence}`,
  seatsHint: 'As many as your organization has bought, all together.',
  now: (seats: number, given: string, reserved: string) =>
    counted(seats, {
      one: `There is # seat now: ${given} assigned, ${reserved} reserved for imports.`,
      other: `There are # seats now: ${given} assigned, ${reserved} reserved for imports.`,
    }),
  seatsInvalid: (most: string) => `Type a whole number from 0 to ${most}.`,
  seatsBelow: (used: number) =>
    counted(used, {
      one: '# seat is in use, so no lower number can be set. Take the license from somebody first.',
      other: '# seats are in use, so no lower number can be set. Take the license from somebody first.',
    }),
  difference: (seats: number) =>
    seats === 0
      ? 'The number stays as it is.'
      : seats > 0
        ? counted(seats, { one: '# seat more than now.', other: '# seats more than now.' })
        : counted(-seats, { one: '# seat fewer than now.', other: '# seats fewer than now.' }),
  served: (count: number) =>
    counted(count, {
      one: 'Whoever is first in line gets the license at once:',
      other: 'The first # in line get the license at once:',
    }),
  others: (count: number) => counted(count, { one: '# more', other: '# more' }),
  stillWaiting: (count: number) =>
    counted(count, { one: '# person goes on waiting.', other: '# people go on waiting.' }),
  free: (count: number) =>
    count === 0 ? 'No seat stays free.' : counted(count, { one: '# seat stays free.', other: '# seats stay free.' }),
  seatsSet: (licence: string, seats: number) =>
    counted(seats, { one: `${licence} has # seat now.`, other: `${licence} has # seats now.` }),
  holders: 'Show who holds it',
  withMailbox: 'With a mailbox',
  withoutMailbox: 'Without a mailbox',
  line: 'Waiting line',
  lineHint: 'Seats come to people in this order, as soon as one is bought or returned.',
  loadingLine: 'Reading the line …',
  nobodyWaits: 'Nobody waits for this license.',
  place: 'Place',
  who: 'Name',
  since: 'Waiting since',
  more: 'Show more',
  plans: 'Apps and services',
  plansHint: 'Each of them can be switched off for a single person.',
  noPlans: 'No apps or services are known of this license.',
  noneTitle: 'Your organization has no licenses yet',
  none: 'Add what you have bought, with its seats; then licenses can be assigned to people.',
  add: 'Add a license',
  added: (licence: string) => `${licence} was added.`,
  product: 'Product',
  productHint: 'Its name, or its part number such as ENTERPRISEPACK.',
  productInvalid: 'Choose a product, or type its part number: 1 to 64 letters, digits and _.',
  productUnknown: 'No known product has this name. Its part number will do.',
  useTyped: (text: string) => `Use: “${text}”`,
  mailboxHint: 'Whoever loses the last license with a mailbox keeps it for a grace, then it is closed.',
};

export type LicencesTexts = typeof licences;
