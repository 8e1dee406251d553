/** A cell may be as large as no message of a queue and no item of a table: its row is refused like any other. */
import { problemsOf } from '../check-a.ts';
import { newSystem } from '../system.ts';

const headings = [
  'User Name',
  'Display Name',
  'preferredLanguage',
  'roles',
  'Block Sign In',
  'Alternate email address',
];
const endless = 'x'.repeat(300_000);
const subtags = 'abcdefgh-'.repeat(40_000);
const roles = Array.from({ length: 300 }, (_, n) =>
  [...'user administrator'].map((c, i) => ((n >> (i % 9)) & 1 ? c.toUpperCase() : c)).join(''),
);

const setup = async (cells: Record<string, string>, names = headings) => {
  const system = newSystem();
  const row = { 'User Name': 'bob@contoso.com', 'Display Name': 'Bob', ...cells } as Record<string, string>;
  const rows = [
    names.map((name) => row[name] ?? '').join(),
    names.map((_, n) => ['ada@contoso.com', 'Ada'][n] ?? '').join(),
  ];
  await system.announce('people.csv', [names.join(), ...rows].join('\n'));
  await system.drain();
  await system.sweepUntilQuiet();
  const results = [...system.memory.chunks.values()]
    .flatMap((chunks) => [...chunks.values()])
    .flatMap((chunk) => chunk.rows);
  const largest = Math.max(...system.crossed.map((body) => Buffer.byteLength(body)));
  return { system, outcomes: results.map(({ outcome, code }) => code ?? outcome), largest };
};

test.each([
  ['a user name', { 'User Name': `${endless}@contoso.com` }, 'ValueTooLong'],
  ['a user name of a foreign domain', { 'User Name': `bob@${endless}.com` }, 'ValueTooLong'],
  ['a display name', { 'Display Name': endless }, 'ValueTooLong'],
  ['a language', { preferredLanguage: endless }, 'LanguageUnknown'],
  ['a language that is one', { preferredLanguage: `en-x-${subtags}a` }, 'LanguageUnknown'],
  ['a role', { roles: endless }, 'RoleUnknown'],
  ['one role in 300 spellings', { roles: roles.join(';') }, 'created'],
  ['a yes or no', { 'Block Sign In': endless }, 'YesOrNoExpected'],
  ['an address, which is left out', { 'Alternate email address': `${endless}@example.net` }, 'MailAddressInvalid'],
])('%s', async (_what, cells, outcome) => {
  const { system, outcomes, largest } = await setup(cells);
  expect(outcomes).toEqual([outcome, 'created']);
  expect(largest).toBeLessThan(4096);
  expect(await problemsOf(system)).toEqual([]);
});

test('a heading, before a known property in brackets: the file is refused, and its owner is told at once (mistake 4)', async () => {
  const heading = `${'x'.repeat(450_000)} [accountEnabled]`;
  const { system, outcomes, largest } = await setup({ [heading]: 'no' }, ['User Name', 'Display Name', heading]);
  expect([...system.memory.jobs.values()]).toMatchObject([{ status: 'failed', refusal: { code: 'HeadingsTooLong' } }]);
  expect(system.post.sent.map(({ text }) => text)).toEqual([expect.stringContaining('The headings are too long')]);
  expect(outcomes).toEqual([]);
  expect(largest).toBeLessThan(4096);
});
