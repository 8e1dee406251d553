/** How rows are tried: a few at once, in whatever order they end, and no longer than somebody answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, Failure } from '../../../clients/migration/account.ts';
import { isAdministratorForm } from '../../../clients/migration/administrator-form.ts';
import { checkAccounts, silentRowsAtMost } from '../../../clients/migration/check-accounts.ts';
import { failureOf } from '../../../clients/migration/failure-of.ts';

const mailbox = { folders: 1, messages: 2, bytes: 3 };
const accounts = (count: number): Account[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ row: at + 1, line: at + 2, emailAddress: `p${at}@contoso.com` },
    ...{ userName: `p${at}`, password: `secret ${at}` },
  }));
const failure = (outcome: Failure['outcome']): Failure => ({ outcome, code: 'CODE', message: 'Do it.' });

test('results are in the order of the file, and no more rows are tried at once than is said', async () => {
  let [now, most] = [0, 0];
  const told: number[] = [];
  const results = await checkAccounts(accounts(20), {
    look: async ({ row }) => {
      now += 1;
      most = Math.max(most, now);
      await sleep(row % 3);
      now -= 1;
      return mailbox;
    },
    atOnce: 4,
    onDone: (done) => told.push(done),
  });
  expect(results.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(most).toBe(4);
  expect(told).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(JSON.stringify(results)).not.toContain('secret');
});

test.each(['hostOrTls', 'noAnswer'] as const)('%s for ten rows on end: the others are left out', async (outcome) => {
  const results = await checkAccounts(accounts(15), { look: async () => failure(outcome), atOnce: 1 });
  expect(results.map((result) => result.outcome)).toEqual([
    ...Array(silentRowsAtMost).fill(outcome),
    ...Array(15 - silentRowsAtMost).fill('notChecked'),
  ]);
});

test('a wrong password is an answer: nobody is left out for silence with answers between', async () => {
  const look = async ({ row }: Account) => failure(row % 8 === 0 ? 'credentialsRefused' : 'noAnswer');
  const results = await checkAccounts(accounts(40), { look, atOnce: 1 });
  expect(results.filter(({ outcome }) => outcome === 'notChecked')).toEqual([]);
});

test.each([
  [
    { authenticationFailed: true, serverResponseCode: 'AUTHENTICATIONFAILED' },
    'credentialsRefused',
    'AUTHENTICATIONFAILED',
  ],
  [{ authenticationFailed: true, serverResponseCode: 'geheim' }, 'credentialsRefused', null],
  [{ authenticationFailed: true }, 'credentialsRefused', null],
  [{ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'noAnswer', 'UNAVAILABLE'],
  [{ authenticationFailed: true, serverResponseCode: 'PRIVACYREQUIRED' }, 'hostOrTls', 'PRIVACYREQUIRED'],
  [{ code: 'EHOSTUNREACH' }, 'hostOrTls', 'EHOSTUNREACH'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'hostOrTls', 'CERT_HAS_EXPIRED'],
  [{ tlsFailed: true }, 'hostOrTls', null],
  [{ code: 'GREETING_TIMEOUT' }, 'noAnswer', 'GREETING_TIMEOUT'],
  [{ code: 'ECONNRESET' }, 'noAnswer', 'ECONNRESET'],
  [{ code: 'what the server said: geheim', message: 'geheim' }, 'noAnswer', null],
])('%j is %s, and nothing that a server wrote is repeated', (error, outcome, code) => {
  const told = failureOf(Object.assign(new Error('geheim'), error));
  expect(told).toMatchObject({ outcome, code });
  expect(JSON.stringify(told)).not.toContain('geheim');
});

test.each([
  ['ada*admin', true],
  ['contoso/mailadmin/ada', true],
  ['#ada@contoso.com#admin#', true],
  ['ada', false],
  ['ada@contoso.com', false],
  ['CONTOSO\\ada', false],
  ['contoso/ada', false],
])('%s is the name of an administrator who signs in for somebody: %s', (userName, isIt) => {
  expect(isAdministratorForm(userName)).toBe(isIt);
});
