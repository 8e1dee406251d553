/** Text is cut between characters: no table takes half of one, and a chunk that cannot be written holds back its rows. */
import { problemsOf } from '../check-a.ts';
import { newSystem } from '../system.ts';

/** Characters of two units each; behind a letter, each of the usual lengths falls into the middle of one. */
const smileys = `x${'😀'.repeat(200)}`;
const row = { 'User Name': 'bob@contoso.com', 'Display Name': 'Bob' };

/** Every text in a value, names of properties too. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Map || value instanceof Set) return [...value].flatMap(textsIn);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
};

test.each<[string, Record<string, string>]>([
  ['a user name', { 'User Name': smileys }],
  ['a country', { 'Usage Location': smileys }],
  ['a language', { preferredLanguage: smileys }],
  ['a licence', { Licenses: smileys }],
  ['a role', { roles: smileys }],
  ['a heading of a cell that is not understood', { [`${smileys} [accountEnabled]`]: 'perhaps' }],
  ['headings that nobody knows', { [smileys]: '1', 'User Name': smileys }],
  ['all headings', { 'User Name': '', [`${smileys}2`]: smileys }],
])('%s', async (_what, cells) => {
  const system = newSystem();
  const all = { ...row, ...cells };
  await system.announce('people.csv', [Object.keys(all).join(), Object.values(all).join()].join('\n'));
  await system.drain();
  await system.sweepUntilQuiet();
  const stored = [
    system.memory.jobs,
    system.memory.chunks,
    system.memory.people,
    system.crossed.map((body) => JSON.parse(body)),
  ];
  expect(textsIn(stored).filter((text) => !text.isWellFormed())).toEqual([]);
  expect(await problemsOf(system)).toEqual([]);
});

test('headings that are missing are told beside long ones', async () => {
  const system = newSystem();
  await system.announce('people.csv', `${smileys},Display Name\na,b`);
  await system.drain();
  const [job] = system.memory.jobs.values();
  expect(job).toMatchObject({ status: 'failed' });
  expect(textsIn(job).filter((text) => !text.isWellFormed())).toEqual([]);
});
