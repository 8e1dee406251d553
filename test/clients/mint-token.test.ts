import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tokens } from '../../shared/aws/access/tokens.ts';
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

test.each([
  ['no name', ['--role', 'Reports Reader'], [], /--name/],
  ['no role', ['--name', 'Ada'], [], /--role/],
  ['a role that is none', ['--name', 'Ada', '--role', 'Boss'], [], /'Boss' is invalid. The roles are: Global Adm/],
  ['days that are none', [...ada, '--days', 'many'], [], /Give 1 to 3650 days/],
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
