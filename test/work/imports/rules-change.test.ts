/** Rules that change while a file is read: every row keeps one outcome. */
import type { Rules } from '../../../shared/domain/people/check-draft.ts';
import { contoso, e3, ems } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { newSystem } from './system.ts';

const content = [
  'User Name,Display Name,Licenses',
  ...Array.from({ length: 300 }, (_, n) => `p${n}@contoso.com,A person of number ${n},${n % 3 ? '' : 'EMS'}`),
].join('\n');

const setup = async () => {
  const system = newSystem({ pieceBytes: 1024 });
  await system.directory.putSku({ ...e3, enabled: 5 });
  await system.announce('people.csv', content);
  const { files } = system.take;
  // Each call has time to send one chunk.
  const shouldPause = () => job()?.stage === 'sending';
  system.take.files = (message, ports) => files(message, { ...ports, shouldPause });
  const job = () => [...system.memory.jobs.values()][0];
  return { ...system, job };
};

test.each<[string, (system: Awaited<ReturnType<typeof setup>>) => void]>([
  ['a licence is new', ({ memory }) => memory.skus.set(ems.skuId, { ...ems, enabled: 500, free: 500, reserved: 0 })],
  [
    'a domain is given up',
    ({ ports }) => Object.assign(ports, { organisation: { ...contoso, verifiedDomains: ['x.com'] } }),
  ],
])('%s half way: nothing changes for the rows of this file', async (_what, change) => {
  const system = await setup();
  let isChanged = false;
  const isLost = () => {
    if (!isChanged && (system.job()?.nextRow ?? 0) > 60) {
      isChanged = true;
      change(system);
    }
    return false;
  };
  await system.drain({ isLost });
  await system.sweepUntilQuiet();
  expect(isChanged).toBe(true);
  expect(await problemsOf(system)).toEqual([]);
  expect(system.memory.people.size).toBe(200);
});

const withPasswords = [
  'User Name,Display Name,Password',
  ...['Contoso2026!', 'Liverpool1', 'Kite-river-bank-7'].map((password, n) => `p${n}@contoso.com,Row ${n},${password}`),
].join('\n');

/** What becomes of the rows; `keep` says what the plan's rules are kept as. */
const outcomesOf = async (keep: (rules: Rules) => Rules) => {
  const system = newSystem();
  const { reserve } = system.ports.imports;
  system.ports.imports.reserve = (before, { rules, ...planned }) =>
    reserve(before, { ...planned, ...(rules && { rules: keep(rules) }) });
  await system.announce('passwords.csv', withPasswords);
  await system.drain();
  const chunks = [...system.memory.chunks.values()].flatMap((results) => [...results.values()]);
  return chunks.flatMap(({ rows }) => rows.map(({ outcome, code }) => code ?? outcome));
};

test('passwords of rows are held against the list and the names of the organisation (weakness 11)', async () => {
  expect(await outcomesOf((rules) => rules)).toEqual(['PasswordBanned', 'PasswordBanned', 'created']);
});

test('an import that was planned before there was a list goes on by the rules of then', async () => {
  expect(await outcomesOf(({ knowsCommonPasswords: _new, ...rules }) => rules)).toEqual([
    'created',
    'created',
    'created',
  ]);
});
