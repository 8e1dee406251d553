/** What a function that is taken over can do: the calls of an intruder, held against the roles of the real template. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { readCall } from '../../infra/local/iam-proxy/call.ts';
import { missingRight } from '../../infra/local/iam-proxy/rights.ts';
import type { Find } from '../../infra/local/template/find.ts';
import { resolverFor } from '../../infra/local/template/physical.ts';
import { type Right, readRights } from '../../infra/local/template/rights.ts';
import { partitionKeysOf, readTables } from '../../infra/local/template/tables.ts';
import { readTemplate } from '../../infra/local/template/template.ts';
import { synthesized } from '../infra/synthesized.ts';

const template = readTemplate(JSON.parse(synthesized().text));
const endpoints = { queues: 'http://127.0.0.1:1', api: 'http://127.0.0.1:2' };
const { resolve, physicalOf } = resolverFor(template, 'Muster', endpoints);
const find: Find = (...types) =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => types.includes(Type))
    .map(([logicalId, { Properties }]) => {
      const { ref, attributes } = physicalOf(logicalId);
      return { logicalId, ref, arn: attributes.Arn ?? ref, properties: resolve(Properties) };
    });
const rights = readRights(find);
const partitionKeys = partitionKeysOf(readTables(find).map(({ create }) => create as TableDescription));
const names = new Map(
  find('AWS::Lambda::Function').map(({ ref, properties }) => [
    (properties as { Description: string }).Description,
    ref,
  ]),
);
const tableNamed = (part: string) =>
  [...partitionKeys.keys()].find((name) => name.includes(part) && !name.includes('/')) ?? '';
const [directory, imports] = [tableNamed('Directory'), tableNamed('Imports')];
const rightsOf = (title: string): readonly Right[] => rights.get(names.get(title) ?? '') ?? [];

const call = (operation: string, body: object) => {
  const headers = { 'x-amz-target': `DynamoDB_20120810.${operation}` };
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/', headers });
  return readCall('dynamodb', { request, body: Buffer.from(JSON.stringify(body)) }, partitionKeys);
};
const item = (pk: string, TableName = directory) => ({ TableName, Item: { pk: { S: pk }, sk: { S: 'x' } } });
const key = (pk: string) => ({ TableName: directory, Key: { pk: { S: pk }, sk: { S: 'x' } } });
const statement = (text: string) => ({ Statement: text, Parameters: [{ S: 'x' }, { S: 'TOKEN#1' }] });

/** Every way to write a token, a role or an entry, and to read what tells them. */
const waysTo = (pk: string): [string, ReturnType<typeof call>][] => [
  ['put', call('PutItem', item(pk))],
  ['update', call('UpdateItem', key(pk))],
  ['put in a transaction', call('TransactWriteItems', { TransactItems: [{ Put: item(pk) }] })],
  ['update in a transaction', call('TransactWriteItems', { TransactItems: [{ Update: key(pk) }] })],
  [
    'update by a statement',
    call('BatchExecuteStatement', { Statements: [statement(`UPDATE "${directory}" SET a = ? WHERE pk = '${pk}'`)] }),
  ],
  ['insert by a statement', call('ExecuteStatement', statement(`INSERT INTO "${directory}" VALUE {'pk': '${pk}'}`))],
];
const waysOpen = (title: string, pk: string): string[] =>
  waysTo(pk).flatMap(([way, asked]) => (missingRight(rightsOf(title), asked) ? [] : [way]));
const everyWay = (pk: string) =>
  Object.fromEntries(
    [...names.keys()].map((title) => [title, waysOpen(title, pk)] as const).filter(([, open]) => open.length > 0),
  );
const put = ['put', 'put in a transaction'];

test('no function but two can mint a token, in whatever way (weakness 6)', () => {
  expect(everyWay('TOKEN#1')).toEqual({ 'sign-in': put, 'issue-tokens': put });
});

test('no function but three can give a role, in whatever way (weakness 6)', () => {
  const roles = everyWay('ROLE#62e90394-69f5-4237-9190-012177145e10');
  expect(roles).toEqual({ 'create-user': put, 'directory-roles': put, 'provision-users': put });
});

test('applications and settings are written by one function each (weakness 6)', () => {
  expect(everyWay('APPLICATION#1')).toEqual({ 'manage-applications': put });
  expect(everyWay('SETTINGS')).toEqual({ 'directory-settings': put });
});

test('audit entries are put and neither updated nor deleted (weakness 6)', () => {
  for (const [title, ways] of Object.entries(everyWay('AUDIT#USER#1'))) expect([title, ways]).toEqual([title, put]);
  for (const title of names.keys()) {
    expect([title, missingRight(rightsOf(title), call('DeleteItem', key('AUDIT#USER#1')))]).not.toEqual([
      title,
      undefined,
    ]);
  }
});

test('nobody looks through a table or an index (weakness 6)', () => {
  for (const title of names.keys()) {
    for (const IndexName of [undefined, 'due', 'people', 'audits', 'actors']) {
      const scan = call('Scan', { TableName: directory, ...(IndexName && { IndexName }) });
      expect([title, missingRight(rightsOf(title), scan)]).not.toEqual([title, undefined]);
    }
  }
});

test('one foreign key in a batch is enough to be refused (weakness 6)', () => {
  const batch = (...pks: string[]) =>
    call('BatchGetItem', { RequestItems: { [directory]: { Keys: pks.map((pk) => ({ pk: { S: pk } })) } } });
  expect(missingRight(rightsOf('import-users'), batch('USER#1', 'NAME#2', 'SETTINGS'))).toBeUndefined();
  expect(missingRight(rightsOf('import-users'), batch('USER#1', 'SIGNIN#1'))?.action).toBe('dynamodb:BatchGetItem');
});

test('who reads hostile files writes no person, no name and no role, and of entries puts new ones alone (weakness 6)', () => {
  for (const pk of ['USER#1', 'NAME#1', 'ROLE#1', 'TOKEN#1', 'DELETED#1', 'SIGNIN#1'])
    expect(waysOpen('import-users', pk)).toEqual([]);
  expect(waysOpen('import-users', 'AUDIT#IMPORT#1')).toEqual(['put', 'put in a transaction']);
});

test('a right that is taken away is missed by the call that needs it (weakness 6)', () => {
  const minting = call('PutItem', item('TOKEN#1'));
  const isToPut = ({ actions, conditions }: Right) =>
    actions.includes('dynamodb:PutItem') && conditions.some(({ values }) => values.includes('TOKEN#*'));
  const own = rightsOf('sign-in');
  expect(own.filter(isToPut)).toHaveLength(1);
  expect(missingRight(own, minting)).toBeUndefined();
  expect(
    missingRight(
      own.filter((right) => !isToPut(right)),
      minting,
    )?.action,
  ).toBe('dynamodb:PutItem');
});

test('an import is written by who plans, runs, revives or ends one, and by nobody else', () => {
  const writers = [...names.keys()].filter(
    (title) => !missingRight(rightsOf(title), call('PutItem', item('IMPORT#1', imports))),
  );
  expect(writers.toSorted()).toEqual([
    'enforce-policies',
    'import-users',
    'manage-imports',
    'provision-users',
    'send-notices',
  ]);
});
