/** Many people of one file, whose user names begin with a word of their own, so that they are found again by it. */
import { gathered } from './api.ts';
import { csv } from './import-files.ts';
import { type Mail, passwordsIn } from './mailbox.ts';
import type { Muster } from './muster.ts';
import { unique } from './names.ts';
import type { Licence, User } from './resources.ts';
import { waitFor } from './wait-for.ts';

const headings = [
  'User Name',
  'Display Name',
  'Department',
  'City',
  'Alternate email address',
  'Usage Location',
  'Licenses',
];

/** Cells of a row that are not as usual, by heading. */
export type Cells = Readonly<Record<string, string>>;

/** A crowd. Rows count from 1, as reports do; the names' order is that of the rows. */
export type Crowd = ReturnType<typeof newCrowd>;

/** So many people, who ask for a licence; the first few have addresses of their own, so that mails reach them. */
export const newCrowd = (count: number, { skuPartNumber }: Pick<Licence, 'skuPartNumber'>) => {
  const run = `c${unique()}`;
  const rowNumbers = Array.from({ length: count }, (_, index) => index + 1);
  const nameOf = (row: number) => `${run}.${String(row).padStart(6, '0')}@contoso.com`;
  const addressOf = (row: number) => `${run}.${row}@example.net`;
  const usual = (row: number): Cells => ({
    'User Name': nameOf(row),
    'Display Name': `Person ${row}`,
    Department: `Team ${row % 7}`,
    City: 'Delft',
    'Alternate email address': row <= 5 ? addressOf(row) : '',
    'Usage Location': 'NL',
    Licenses: skuPartNumber,
  });
  /** The file; `unlike` says what is otherwise in a row. */
  const file = (unlike: (row: number) => Cells = () => ({})): string =>
    csv(
      headings,
      rowNumbers.map((row) => {
        const cells = { ...usual(row), ...unlike(row) };
        return headings.map((heading) => cells[heading] ?? '');
      }),
    );
  return { run, count, rowNumbers, nameOf, addressOf, names: rowNumbers.map(nameOf), file };
};

/** Who of a crowd exists, in the order of the rows. */
export const peopleOf = ({ api }: Muster, { run }: Crowd): Promise<User[]> => {
  const query = new URLSearchParams({ $filter: `startswith(userPrincipalName,'${run}.')`, $top: '999' });
  return gathered(api.walk<User>(`/v1.0/users?${query}`));
};

/** Waits until the credentials of a crowd are mailed, and returns everybody. */
export const whenMailed = (muster: Muster, crowd: Crowd): Promise<User[]> =>
  waitFor(
    'the credentials of everybody to be mailed',
    () => peopleOf(muster, crowd),
    (people) => people.every(({ credentialMail }) => credentialMail.state === 'sent'),
    // Each look walks through all of them, which takes the system's time from their mails.
    {
      seconds: 900,
      every: Math.max(1, crowd.count / 500),
      show: (people) => people.filter((one) => one.credentialMail.state === 'owed').length,
    },
  );

/** How many mails are about a crowd: with passwords, and with the results of an import. */
export const mailsAbout = async (
  { mailbox }: Muster,
  { run }: Crowd,
): Promise<{ credentials: number; all: number }> => {
  const isAbout = ({ to, subject, text }: Mail) => `${to} ${subject} ${text}`.includes(run);
  const mails = (await mailbox.all()).filter(isAbout);
  return { credentials: mails.filter(({ text }) => passwordsIn(text).length > 0).length, all: mails.length };
};

/** The seats of a licence. */
export const seatsOf = async ({ api }: Muster, { skuId }: Licence) => {
  const { prepaidUnits, consumedUnits = 0, reservedUnits = 0 } = (await api.licence(skuId)) ?? {};
  return { enabled: prepaidUnits?.enabled ?? 0, consumed: consumedUnits, reserved: reservedUnits };
};

/** How many of these people hold a licence, and how many wait for one. */
export const holdersAmong = (people: readonly User[]) => ({
  holding: people.filter(({ assignedLicenses }) => assignedLicenses.length > 0).length,
  waiting: people.filter(({ waitingLicenses }) => waitingLicenses.length > 0).length,
});
