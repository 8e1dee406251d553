/** What it costs that a file is on record: units by the database's own count, and items by their kind. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { countUnits } from '../../../bench/parts/counted-units.ts';
import { imports } from '../../../shared/aws/imports/imports.ts';
import { directory } from '../../../shared/aws/people/directory.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { newSystem } from '../../work/imports/system.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const people = 2_000;

/** Write units of this import without a role when nothing told of it: 6.2 a person. */
const unitsBefore = 12_434;

const fileWith = (roles: Readonly<Record<number, string>>): string =>
  [
    'User Name,Display Name,Roles',
    ...Array.from({ length: people }, (_, n) => `p${n}@contoso.com,Person ${n},${roles[n] ?? ''}`),
  ].join('\n');

/** Imports a file, without its mails, and counts what that wrote. */
const written = async (content: string) => {
  const { client, ...tables } = await dynoxide.makeTables();
  const units = countUnits(client);
  const before = units.writes;
  const system = newSystem({
    stores: { directory: directory(client, tables, defaultPolicy), imports: imports(client, tables, defaultPolicy) },
  });
  await system.announce('people.csv', content);
  await system.drain({ only: ['files', 'rows'] });
  const writes = units.writes - before;
  client.middlewareStack.remove('countUnits');
  const kinds: Record<string, number> = {};
  for (const TableName of [tables.directory, tables.imports]) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }));
      for (const { pk, sk } of page.Items ?? []) {
        const kind = /^AUDIT#|^ROLE#|^CHUNK#/.exec(String(sk))?.[0] ?? String(pk).split('#')[0] ?? '';
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      }
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return { writes, kinds };
};

test('an ordinary birth by file writes what it did, and each role its entry and a note (weakness 2)', async () => {
  const [plain, given] = [
    await written(fileWith({})),
    await written(fileWith({ 40: 'Reports Reader', 1500: 'Global Administrator' })),
  ];
  // The beginning and the end of the import.
  expect(plain.kinds).toMatchObject({ USER: people, NAME: people, 'AUDIT#': 2 });
  expect(plain.kinds).not.toHaveProperty('ROLE#');
  expect(given.kinds).toMatchObject({ USER: people, NAME: people, 'AUDIT#': 4, 'ROLE#': 2 });
  // Each of the two entries 4, and 2 for whose the import is: all that came on top of what it was before.
  expect(plain.writes).toBeLessThanOrEqual(unitsBefore + 2 * 4 + 2);
  // A member of a role, with their number, cost 7 before; an entry with two indexes and a note are 8 more.
  expect(given.writes - plain.writes).toBeLessThanOrEqual(2 * (7 + 8));
});

test('a file that gives roles in every row fits its transactions, and each is told of (weakness 2)', async () => {
  const every = 'Reports Reader;User Administrator;License Administrator;Helpdesk Administrator';
  const rows = Array.from({ length: 60 }, (_, n) => `p${n}@contoso.com,Person ${n},${every}`);
  const { kinds } = await written(['User Name,Display Name,Roles', ...rows].join('\n'));
  expect(kinds).toMatchObject({ USER: 60, 'AUDIT#': 62, 'ROLE#': 60 });
});

/** A claim of less than a kilobyte in a transaction: 6.2 units a person without an id, 8.3 with one. */
const unitsOfClaim = 2;

test('an employee id costs its claim, and a file without ids nothing more', async () => {
  const few = 400;
  const file = (idOf: (n: number) => string) =>
    [
      'User Name,Display Name,Employee ID',
      ...Array.from({ length: few }, (_, n) => `p${n}@contoso.com,Person ${n},${idOf(n)}`),
    ].join('\n');
  const [without, given] = [await written(file(() => '')), await written(file((n) => `E${n}`))];
  expect(without.kinds).not.toHaveProperty('KEY');
  expect(given.kinds).toMatchObject({ USER: few, NAME: few, KEY: few });
  // Fewer people fit a transaction, so that there are some more results of chunks.
  const results = 4 * Math.ceil(few / 32);
  expect(given.writes - without.writes).toBeLessThanOrEqual(unitsOfClaim * few + results);
});
