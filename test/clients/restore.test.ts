/** Export and restore, on the tables that the real code has filled: what goes out comes back, and nothing comes to life. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { exportFromCommandLine } from '../../clients/backup/command.ts';
import { itemOf, lineOf } from '../../clients/backup/item-line.ts';
import { restoreFromCommandLine } from '../../clients/restore/command.ts';
import { linesOf } from '../../clients/restore/print-state.ts';
import { lostImports, restoredState } from '../../clients/restore/restored-state.ts';
import type { Revival } from '../../clients/restore/revived.ts';
import { takeBack } from '../../clients/restore/take-back.ts';
import { audits } from '../../shared/aws/audits.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { opens } from '../../shared/domain/passwords/sign-in.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../shared/domain/policy.ts';
import { addRoleMember, removeRoleMember } from '../../shared/work/access/change-role-members.ts';
import { removePassword } from '../../shared/work/access/manage-applications.ts';
import { deletePerson } from '../../shared/work/people/delete-person.ts';
import { updatePerson } from '../../shared/work/people/update-person.ts';
import { type Dynoxide, environmentFor, startDynoxide, type Tables } from '../contract/dynoxide.ts';
import { administrator as principal } from '../fakes/people.ts';
import { type Item, keepState } from './kept-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-'));
const before = { ...process.env };
let dynoxide: Dynoxide;
let tables: Tables;
let state: Awaited<ReturnType<typeof keepState>>;
const outputsFile = join(folder, 'outputs.json');
/** As it cannot be written in any file of lines without care: ends of lines, bytes, and text that looks like bytes. */
const strange = {
  pk: 'SETTINGS',
  sk: 'STRANGE',
  text: 'a\u2028b\nc\r"d"',
  looks: { B: 'AAAA' },
  bytes: Buffer.from([0, 255, 10]),
};

const said: string[] = [];
const spies = () => [
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => void said.push(String(line))),
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line))),
];
const run = async (command: (argv: readonly string[]) => Promise<void>, ...options: string[]) => {
  said.length = 0;
  const spied = spies();
  process.exitCode = 0;
  try {
    await command(['node', 'muster', ...options, '--outputs', outputsFile]);
    return Number(process.exitCode);
  } finally {
    process.exitCode = 0;
    for (const spy of spied) spy.mockRestore();
  }
};

const allOf = async (TableName: string): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client: tables.client }, { TableName })) items.push(...Items);
  return items.sort((one, other) => `${one.pk}\n${one.sk}`.localeCompare(`${other.pk}\n${other.sk}`));
};

beforeAll(async () => {
  dynoxide = await startDynoxide();
  Object.assign(process.env, environmentFor(dynoxide.endpoint));
  tables = await dynoxide.makeTables();
  state = await keepState(tables);
  const { directory: DirectoryTableName, imports: ImportsTableName } = tables;
  writeFileSync(outputsFile, JSON.stringify({ Muster: { DirectoryTableName, ImportsTableName } }));
  await tables.client.send(new PutCommand({ TableName: tables.directory, Item: strange }));
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  await dynoxide.stop();
  rmSync(folder, { recursive: true });
});

test('a line is that of an export by DynamoDB', () => {
  const item = {
    pk: { S: 'a' },
    sk: { S: 'b' },
    B: { B: new Uint8Array([1, 2]) },
    list: { L: [{ M: { x: { BS: [new Uint8Array([3])] } } }] },
  };
  expect(lineOf(item)).toBe(
    '{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"B":{"B":"AQI="},"list":{"L":[{"M":{"x":{"BS":["Aw=="]}}}]}}}\n',
  );
  expect(lineOf(itemOf(lineOf(item)))).toBe(lineOf(item));
  expect(() => itemOf('{"exportArn":"x"}')).toThrow('no item of Muster');
});

test('everything that is exported comes back into new tables, and all holds there', async () => {
  const backup = join(folder, 'backup');
  expect(await run(exportFromCommandLine, backup)).toBe(0);
  for (const name of ['directory.json.gz', 'imports.json.gz'])
    expect(statSync(join(backup, name)).mode & 0o777).toBe(0o600);
  expect(statSync(backup).mode & 0o777).toBe(0o700);
  expect(await run(exportFromCommandLine, backup)).toBe(1);
  expect(said.join()).toContain('is there already');

  expect(await run(restoreFromCommandLine, 'load', backup, '--as', 'restored')).toBe(0);
  expect(said.at(-1)).toBe(
    `Next: muster restore finish --directory restored-directory --imports restored-imports --outputs ${outputsFile}`,
  );
  expect(await run(restoreFromCommandLine, 'load', backup, '--as', 'restored')).toBe(1);
  expect(said).toEqual([
    'There is a table restored-directory already: choose another name with --as, or go on filling it with --again.',
  ]);
  expect(await run(restoreFromCommandLine, 'load', backup, '--as', 'nowhere', '--again')).toBe(1);
  expect(said).toEqual([
    'There is no table nowhere-directory in this account and region. Check the name and AWS_REGION.',
  ]);
  expect(await allOf('restored-directory')).toEqual(await allOf(tables.directory));
  expect(await allOf('restored-imports')).toEqual(await allOf(tables.imports));
  const described = async (TableName: string) => {
    const { Table } = await tables.client.send(new DescribeTableCommand({ TableName }));
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => [
      IndexName,
      KeySchema,
      Projection,
    ]);
    return [Table?.KeySchema, indexes];
  };
  expect(await described('restored-directory')).toEqual(await described(tables.directory));
  const { TimeToLiveDescription } = await tables.client.send(
    new DescribeTimeToLiveCommand({ TableName: 'restored-imports' }),
  );
  expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  await tables.client.send(
    new DeleteCommand({ TableName: 'restored-directory', Key: { pk: strange.pk, sk: strange.sk } }),
  );
  const { findings, checked } = await state.check({
    tables: { directory: 'restored-directory', imports: 'restored-imports' },
  });
  expect(findings).toEqual([]);
  expect(checked['user-names']).toBeGreaterThan(10);

  // The files as DynamoDB lays its own: anywhere below a folder, beside what describes them.
  const laid = join(folder, 'laid');
  mkdirSync(join(laid, 'directory/AWSDynamoDB/01/data'), { recursive: true });
  mkdirSync(join(laid, 'imports'));
  renameSync(join(backup, 'directory.json.gz'), join(laid, 'directory/AWSDynamoDB/01/data/a.json.gz'));
  renameSync(join(backup, 'imports.json.gz'), join(laid, 'imports/b.json.gz'));
  execFileSync('gunzip', [join(laid, 'imports/b.json.gz')]);
  writeFileSync(join(laid, 'directory/AWSDynamoDB/01/manifest-summary.json'), '{"version":"2020-06-30"}');
  expect(await run(restoreFromCommandLine, 'load', laid, '--as', 'laid')).toBe(0);
  expect(await allOf('laid-directory')).toEqual(await allOf(tables.directory));
  expect(await allOf('laid-imports')).toEqual(await allOf(tables.imports));
}, 120_000);

describe('what comes back to life', () => {
  const people = () => state.system.ports.directory;
  const named = async (name: string) => (await people().findByUserName(`${name}@contoso.com`)) as Person;
  const inBackup = async (id: string, table: string) =>
    (await directory(tables.client, { directory: table }, policy).readPeople([id]))[0] as Person;
  const ids: Record<string, string> = {};
  const ports = () => ({ ...state.system.ports, policy }) as never;

  const finish = async (table: string, kept: readonly Revival[] = []) => {
    const found = await restoredState(tables.client, { restored: table, lost: tables.directory });
    const stays = await takeBack(found, {
      ...{ client: tables.client, table, policy, now: state.system.clock.now(), kept },
      awsAccessKeyId: 'AKIA',
    });
    return { found, stays };
  };

  beforeAll(async () => {
    // The backup is of this moment; then rights are taken.
    await addRoleMember({ role: 'User Administrator', userId: (await named('p4')).id, principal }, ports());
    await tables.client.send(
      new DeleteCommand({ TableName: tables.directory, Key: { pk: strange.pk, sk: strange.sk } }),
    );
    for (const as of ['first', 'second', 'third']) {
      await run(exportFromCommandLine, join(folder, as));
      await run(restoreFromCommandLine, 'load', join(folder, as), '--as', as);
    }
    for (const name of ['p4', 'p5', 'p6', 'p7', 'p8']) ids[name] = (await named(name)).id;
    state.system.clock.pass({ minutes: 1 });
    await removeRoleMember({ role: 'User Administrator', userId: ids.p4 as string, principal }, ports());
    await updatePerson({ name: ids.p5 as string, update: { accountEnabled: false }, faults: [], principal }, ports());
    await deletePerson({ name: ids.p6 as string, principal }, ports());
    const p7 = await named('p7');
    const changed = { ...p7, password: { ...p7.password, hash: 'another', changedDateTime: state.system.clock.now() } };
    await people().changePeople([{ before: p7, after: changed }]);
    const application = await state.system.ports.applications.read(state.application);
    await removePassword({ id: state.application, keyId: application?.secrets[0]?.keyId ?? '', principal }, ports());
    await addRoleMember({ role: 'Helpdesk Administrator', userId: ids.p8 as string, principal }, ports());
  }, 120_000);

  test('is taken back: roles, blocked and deleted accounts, former passwords, secrets, tokens', async () => {
    const { found, stays } = await finish('first-directory');
    expect(stays).toEqual([]);
    const told = linesOf(
      found,
      await lostImports(tables.client, { restored: 'first-imports', lost: tables.imports }),
      true,
    );
    expect(told.join('\n')).toContain('p4@contoso.com has User Administrator again');
    expect(told.join('\n')).toContain('p5@contoso.com is no more blocked');
    expect(told.join('\n')).toContain('p6@contoso.com was deleted, and is there again');
    expect(told.join('\n')).toContain('p7@contoso.com signs in by a former password');
    expect(told.join('\n')).toContain('p8@contoso.com was given Helpdesk Administrator since');
    const after = await Promise.all(Object.values(ids).map((id) => inBackup(id, 'first-directory')));
    const [p4, p5, p6, p7, p8] = after as [Person, Person, Person, Person, Person];
    expect(p4.roles).toEqual([]);
    expect([p5.accountEnabled, p6.accountEnabled, p8.accountEnabled]).toEqual([false, false, true]);
    expect(opens(p7, policy, state.system.clock.now())).toBe('lapsed');
    const items = await allOf('first-directory');
    expect(items.filter(({ pk }) => /^(TOKEN|SESSIONS|CODE)#|^TOKENS$/.test(String(pk)))).toEqual([]);
    expect(items.find(({ sk }) => sk === 'APPLICATION')?.secrets).toEqual([]);
    const { entries } = await audits(tables.client, 'first-directory').page({
      of: { kind: 'target', id: ids.p4 as string },
      from: '',
      before: '~',
      top: 1,
    });
    expect(entries).toMatchObject([
      { activityDisplayName: 'Remove member from role', initiatedBy: { id: 'restore-command' } },
    ]);
    const checked = { tables: { directory: 'first-directory', imports: 'first-imports' } };
    expect((await state.check(checked)).findings).toEqual([]);
    // Again there is nothing left to do.
    const again = await finish('first-directory');
    expect([again.found.operatorTokens, again.found.others]).toEqual([[], []]);
    expect(
      again.found.revived.map(({ userPrincipalName, roles, account }) => [userPrincipalName, roles, account]),
    ).toEqual([['p8@contoso.com', [], 'open']]);
  });

  test('stays where taking it away was the mistake', async () => {
    await finish('second-directory', ['roles', 'accounts']);
    expect((await inBackup(ids.p4 as string, 'second-directory')).roles).toEqual(['User Administrator']);
    expect((await inBackup(ids.p5 as string, 'second-directory')).accountEnabled).toBe(true);
    expect((await inBackup(ids.p7 as string, 'second-directory')).password.lapsed).toBe(true);
  });

  test.each([
    ['no-such', 'third-imports', /^There is no table no-such in this account and region\./],
    ['third-directory', 'no-such', /^There is no table no-such in this account and region\./],
    ['third-imports', 'third-directory', /^third-imports is no Directory table of Muster\.$/],
    ['third-directory', 'second-directory', /^second-directory is a Directory table, and not the Imports table\.$/],
  ])('is not looked for in %s with %s', async (given, other, sentence) => {
    const named = ['--directory', given, '--imports', other, '--yes'];
    expect(await run(restoreFromCommandLine, 'finish', ...named)).toBe(1);
    expect(said).toEqual([expect.stringMatching(sentence)]);
  });

  test('is shown first, and nothing is changed without --yes; tables that are in use are refused', async () => {
    const untouched = await allOf('third-directory');
    const restored = ['--directory', 'third-directory', '--imports', 'third-imports'];
    expect(await run(restoreFromCommandLine, 'finish', ...restored)).toBe(0);
    expect(said.join('\n')).toContain('Nothing was changed');
    expect(await allOf('third-directory')).toEqual(untouched);
    expect(
      await run(restoreFromCommandLine, 'finish', '--directory', tables.directory, '--imports', tables.imports),
    ).toBe(1);
    expect(said.join('\n')).toContain('is in use already');
    // Without the lost tables tokens end, and who has a role is told.
    expect(await run(restoreFromCommandLine, 'finish', ...restored, '--no-lost', '--yes')).toBe(0);
    expect(said.join('\n')).toContain('p4@contoso.com has User Administrator');
    expect((await allOf('third-directory')).filter(({ pk }) => String(pk).startsWith('TOKEN'))).toEqual([]);
  });
});
