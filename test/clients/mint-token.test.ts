import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { auditEntryOf } from '../../shared/aws/directory-items.ts';
import { addDays, instant } from '../../shared/domain/time.ts';
import { type Dynoxide, startDynoxide, type Tables } from '../contract/dynoxide.ts';

let dynoxide: Dynoxide;
let cloudFormation: Server;
let tables: Tables;
let environment: NodeJS.ProcessEnv;

/** CloudFormation with one stack, Muster, and another that is none of ours. */
const startCloudFormation = (table: string): Promise<Server> => {
  const outputs = (name: string, value: string) =>
    `<Outputs><member><OutputKey>${name}</OutputKey><OutputValue>${value}</OutputValue></member></Outputs>`;
  const stack = (name: string, inside: string) =>
    `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus>${inside}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  const missing = (name: string) =>
    `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`;
  const server = createServer(async (request, response) => {
    const name = new URLSearchParams(await text(request)).get('StackName') ?? '';
    if (name === 'Muster') response.end(stack(name, outputs('DirectoryTableName', table)));
    else if (name === 'Other') response.end(stack(name, outputs('BucketName', 'other')));
    else response.writeHead(400).end(missing(name));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
};

beforeAll(async () => {
  dynoxide = await startDynoxide();
  tables = await dynoxide.makeTables();
  cloudFormation = await startCloudFormation(tables.directory);
  const { protocol, hostname, port } = (await tables.client.config.endpoint?.()) ?? {};
  environment = {
    PATH: process.env.PATH,
    AWS_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ACCESS_KEY_ID: 'operator',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${port}`,
    AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}`,
  };
});

afterAll(async () => {
  cloudFormation.close();
  await dynoxide.stop();
});

const mint = async (options: readonly string[], without: readonly string[] = []) => {
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !without.includes(name)));
  const child = spawn(process.execPath, ['clients/mint-token.ts', ...options], { env });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
};

const whose = (token: string, days: number) =>
  tokens(tables.client, tables.directory).read(token, addDays(instant(new Date()), days));

const ada = ['--name', 'Ada Lovelace', '--role', 'global administrator'];

test('the token is alone on standard output, and stands for whom it was minted', async () => {
  const { out, err, code } = await mint([...ada, '--role', 'Reports Reader', '--days', '30']);
  expect(code).toBe(0);
  expect(out).toMatch(/^muster_[\w-]{43}\n$/);
  expect(err).toMatch(/^Token of Ada Lovelace \(Global Administrator, Reports Reader\), good until /);
  const principal = { displayName: 'Ada Lovelace', roles: ['Global Administrator', 'Reports Reader'] };
  expect(await whose(out.trim(), 29)).toMatchObject({ kind: 'operator', principal });
  expect(await whose(out.trim(), 31)).toBeUndefined();
});

test('it is good for 90 days unless more or fewer are asked for, and a table may be named', async () => {
  const { out } = await mint([...ada, '--table', tables.directory], ['AWS_ENDPOINT_URL_CLOUDFORMATION']);
  expect(await whose(out.trim(), 89)).toBeDefined();
  expect(await whose(out.trim(), 91)).toBeUndefined();
});

test('a system on this machine is named by its outputs, and aws.env beside them says how it is reached', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-token-'));
  const file = join(folder, 'outputs.json');
  writeFileSync(file, JSON.stringify({ Muster: { DirectoryTableName: tables.directory } }));
  const ours = Object.entries(environment).filter(([name]) =>
    /^AWS_(REGION|.*KEY.*|ENDPOINT_URL_DYNAMODB)$/.test(name),
  );
  writeFileSync(join(folder, 'aws.env'), ours.map(([name, value]) => `${name}=${value}\n`).join(''));
  const { out, err } = await mint(
    [...ada, '--outputs', file],
    ['AWS_ENDPOINT_URL_CLOUDFORMATION', ...ours.map(([name]) => name)],
  );
  rmSync(folder, { recursive: true });
  expect(err).toMatch(/^Token of Ada Lovelace/);
  expect(await whose(out.trim(), 89)).toBeDefined();
});

/** Everything that the audit tells of tokens, oldest first. */
const told = async () => {
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: tables.directory }));
  const entries = Items.filter(({ sk }) => String(sk).startsWith('AUDIT#')).map(auditEntryOf);
  return entries
    .filter(({ target }) => target.type === 'Token')
    .toSorted((one, other) => (one.activityDateTime < other.activityDateTime ? -1 : 1));
};

test('a token may live longer where somebody says so (weakness 13)', async () => {
  const { out } = await mint([...ada, '--days', '3650', '--long-lived']);
  expect(await whose(out.trim(), 3649)).toBeDefined();
});

test('a token is listed without its text, and its minting is on record with the access key that was used (weakness 13)', async () => {
  const { out: token, err } = await mint(['--name', 'Grace Hopper', '--role', 'Reports Reader', '--days', '7']);
  const [, id = ''] = /, id ([0-9a-f-]{36})\./.exec(err) ?? [];
  const { out, code } = await mint(['--list']);
  const line = out.split('\n').find((one) => one.includes(id)) ?? '';
  expect({ code, line }).toEqual({
    code: 0,
    line: expect.stringMatching(/^Grace Hopper +operator +Reports Reader +20/),
  });
  expect(out).not.toContain(token.trim().slice(7));
  expect(out).not.toContain(hash('sha256', token.trim()));
  const entry = (await told()).find(({ target }) => target.id === id);
  expect(entry).toMatchObject({
    activityDisplayName: 'Add operator token',
    initiatedBy: { kind: 'operator', displayName: 'npm run token' },
    target: { displayName: 'Grace Hopper' },
    additionalDetails: [{ key: 'awsAccessKeyId', value: 'operator' }],
  });
  expect(entry?.modifiedProperties).toMatchObject([
    { displayName: 'roles', newValue: ['Reports Reader'] },
    { displayName: 'endDateTime' },
  ]);
});

test('a token that is revoked is nobody at once, and that is on record, once (weakness 13)', async () => {
  const { out: token, err } = await mint([...ada, '--days', '7']);
  const [, id = ''] = /, id ([0-9a-f-]{36})\./.exec(err) ?? [];
  expect(await mint(['--revoke', id])).toMatchObject({ out: '', code: 0, err: expect.stringContaining(id) });
  expect(await whose(token.trim(), 0)).toBeUndefined();
  expect((await mint(['--list'])).out).not.toContain(id);
  expect((await mint(['--revoke', id])).code).toBe(1);
  const entries = (await told()).filter(({ target }) => target.id === id);
  expect(entries.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
    ...['Add operator token', 'Remove operator token'],
  ]);
});

test('a token that an earlier release minted is found by looking everywhere (weakness 13)', async () => {
  const principal = {
    kind: 'operator',
    id: 'of-before',
    displayName: 'Of before',
    roles: ['Global Administrator'],
  } as const;
  const old = await tokens(tables.client, tables.directory).mint(
    { kind: 'operator', principal },
    { from: instant(new Date()), seconds: 900 },
  );
  expect((await mint(['--list'])).out).not.toContain('of-before');
  expect((await mint(['--list', '--scan'])).out).toMatch(/Of before +operator +Global Administrator +unknown/);
  expect((await mint(['--revoke', 'of-before'])).code).toBe(1);
  expect((await mint(['--revoke', 'of-before', '--scan'])).code).toBe(0);
  expect(await whose(old, 0)).toBeUndefined();
});

test.each([
  ['no name', ['--role', 'Reports Reader'], [], /--name/],
  ['no role', ['--name', 'Ada'], [], /--role/],
  ['a role that is none', ['--name', 'Ada', '--role', 'Boss'], [], /'Boss' is invalid. The roles are: Global Adm/],
  ['days that are none', [...ada, '--days', 'many'], [], /Give 1 to 3650 days/],
  [
    'more days than are usual',
    [...ada, '--days', '91'],
    [],
    /good for 90 days at most; --long-lived allows up to 3650/,
  ],
  ['a list of what shall be revoked', ['--list', '--revoke', 'x'], [], /not both at once/],
  ['a search for nothing', [...ada, '--scan'], [], /--scan goes with --list or --revoke/],
  ['an id that is none', ['--revoke', 'nobody'], [], /^No token of the id nobody is good\. .* with --scan/],
  ['an option that is none', [...ada, '--admin'], [], /unknown option '--admin'/],
  ['no credentials', ada, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'], /^There are no AWS credentials/],
  ['no region', ada, ['AWS_REGION'], /^There is no AWS region/],
  ['no such stack', [...ada, '--stack', 'Custer'], [], /^There is no stack Custer in this account and region/],
  ['a stack that is not Muster', [...ada, '--stack', 'Other'], [], /^The stack Other has no output DirectoryTableName/],
  ['no such table', [...ada, '--table', 'nothing'], [], /^There is no table nothing in this account and region/],
])('%s is said in a sentence, with exit code 1 and no stack trace', async (_, options, without, sentence) => {
  const { out, err, code } = await mint(options, without);
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
});
