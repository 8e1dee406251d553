/** What a call of a function needs a right to, and which rights cover it. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { readCall } from '../../infra/local/iam-proxy/call.ts';
import { callerOf } from '../../infra/local/iam-proxy/caller.ts';
import type { Asked } from '../../infra/local/iam-proxy/need.ts';
import { partOfBatch } from '../../infra/local/iam-proxy/part-of-batch.ts';
import { missingRight, usedRights } from '../../infra/local/iam-proxy/rights.ts';

import { conditions } from '../../infra/local/template/conditions.ts';
import type { Right } from '../../infra/local/template/rights.ts';

const asked = (fields: { method?: string; url?: string; headers?: object }, body: object | string = ''): Asked => ({
  request: Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/', headers: {}, ...fields }),
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const partitionKeys = new Map([
  ['People', 'pk'],
  ['People/index/due', 'dueShard'],
]);

const json = (service: string, target: string, body: object) =>
  readCall(service, asked({ headers: { 'x-amz-target': target } }, body), partitionKeys);

/** What IAM is told of a request that names these partitions. */
const on = (...keys: string[]) => ({ context: { 'dynamodb:LeadingKeys': keys } });

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/People';

describe('the rights that a call needs', () => {
  test('a transaction needs those of each part', () => {
    const parts = [
      { Put: { TableName: 'People', Item: { pk: { S: 'a' } } } },
      { Update: { TableName: 'People', Key: { pk: { S: 'b' } } } },
      { ConditionCheck: { TableName: 'People', Key: { pk: { S: 'c' } } } },
    ];
    const { operation, needs } = json('dynamodb', 'DynamoDB_20120810.TransactWriteItems', { TransactItems: parts });
    expect(operation).toBe('dynamodb:TransactWriteItems');
    expect(needs).toEqual([
      { action: 'dynamodb:PutItem', resources: [table], ...on('a') },
      { action: 'dynamodb:UpdateItem', resources: [table], ...on('b') },
      { action: 'dynamodb:ConditionCheckItem', resources: [table], ...on('c') },
    ]);
  });

  test('a query of an index is one of the index, not of its table, and names a partition of the index (weakness 6)', () => {
    const query = {
      TableName: 'People',
      IndexName: 'due',
      KeyConditionExpression: '#p = :shard AND dueAt <= :now',
      ExpressionAttributeNames: { '#p': 'dueShard' },
      ExpressionAttributeValues: { ':shard': { S: 'DUE#1' }, ':now': { S: '2026' } },
    };
    const { needs } = json('dynamodb', 'DynamoDB_20120810.Query', query);
    expect(needs).toEqual([{ action: 'dynamodb:Query', resources: [`${table}/index/due`], ...on('DUE#1') }]);
  });

  test.each([
    ['pk = :pk', on('a')],
    ['(sk > :sk) AND (pk = :pk)', on('a')],
    ['sk = :pk', {}],
    ['pk >= :pk', {}],
    ['pk = :pk OR pk = :sk', {}],
    [undefined, {}],
  ])('a query with the condition %s names the partition, or none', (KeyConditionExpression, context) => {
    const ExpressionAttributeValues = { ':pk': { S: 'a' }, ':sk': { S: 'b' } };
    const query = { TableName: 'People', KeyConditionExpression, ExpressionAttributeValues };
    const { needs } = json('dynamodb', 'DynamoDB_20120810.Query', query);
    expect(needs).toEqual([{ action: 'dynamodb:Query', resources: [table], ...context }]);
  });

  test('a batch names all of its partitions', () => {
    const RequestItems = { People: { Keys: [{ pk: { S: 'a' } }, { pk: { S: 'b' } }] } };
    const { needs } = json('dynamodb', 'DynamoDB_20120810.BatchGetItem', { RequestItems });
    expect(needs).toEqual([{ action: 'dynamodb:BatchGetItem', resources: [table], ...on('a', 'b') }]);
  });

  test.each([
    ['UPDATE "People" SET "a" = ? WHERE "pk" = ? AND "sk" = ?', 'PartiQLUpdate', on('b')],
    ['UPDATE "People" SET "a" = \'WHERE "pk" = ?\' WHERE "pk" = \'it\'\'s\'', 'PartiQLUpdate', on("it's")],
    ['DELETE FROM "People" WHERE pk = ? OR sk = ?', 'PartiQLDelete', {}],
    ['SELECT * FROM "People" WHERE "pk" IN [?, ?]', 'PartiQLSelect', {}],
    ['SELECT * FROM "People" WHERE "pk" = ? AND NOT "pk" = ?', 'PartiQLSelect', {}],
    ['SELECT * FROM "People"', 'PartiQLSelect', {}],
    ['INSERT INTO "People" VALUE {\'pk\': ?}', 'PartiQLInsert', {}],
  ])(
    'a statement needs the right to what its first word says, on the partition of its WHERE: %s',
    (Statement, action, context) => {
      const Statements = [
        {
          Statement,
          Parameters: [{ S: 'a' }, { S: 'b' }, { S: 'c' }].slice(Statement.includes('SET "a" = ?') ? 0 : 1),
        },
      ];
      const { needs } = json('dynamodb', 'DynamoDB_20120810.BatchExecuteStatement', { Statements });
      expect(needs).toEqual([{ action: `dynamodb:${action}`, resources: [table], ...context }]);
    },
  );

  test('a batch of messages needs that of one', () => {
    const QueueUrl = 'http://127.0.0.1:1/000000000000/Rows';
    const { operation, needs } = json('sqs', 'AmazonSQS.SendMessageBatch', { QueueUrl, Entries: [] });
    expect(operation).toBe('sqs:SendMessageBatch');
    expect(needs).toEqual([{ action: 'sqs:SendMessage', resources: ['arn:aws:sqs:us-east-1:000000000000:Rows'] }]);
  });

  test('a mail may be sent by the right to its address or its domain, and needs that to its configuration set', () => {
    const form = new URLSearchParams({
      Action: 'SendEmail',
      Source: 'Us <we@contoso.com>',
      ConfigurationSetName: 'set',
    });
    const context = { 'ses:FromAddress': ['we@contoso.com'] };
    expect(readCall('ses', asked({}, String(form)), partitionKeys).needs).toEqual([
      {
        action: 'ses:SendEmail',
        resources: [
          'arn:aws:ses:us-east-1:000000000000:identity/we@contoso.com',
          'arn:aws:ses:us-east-1:000000000000:identity/contoso.com',
        ],
        context,
      },
      { action: 'ses:SendEmail', resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/set'], context },
    ]);
  });

  test('a mail from a subdomain may be sent by the right to the domain above it (mistake 12)', () => {
    const form = new URLSearchParams({ Action: 'SendEmail', Source: 'we@mail.contoso.com' });
    expect(readCall('ses', asked({}, String(form)), partitionKeys).needs[0]?.resources).toEqual(
      ['we@mail.contoso.com', 'mail.contoso.com', 'contoso.com'].map(
        (name) => `arn:aws:ses:us-east-1:000000000000:identity/${name}`,
      ),
    );
  });

  test.each([
    ['GET', '/files/a%20b.csv', 'GetObject', 'files/a b.csv'],
    ['GET', '/files/a.csv?versionId=1', 'GetObjectVersion', 'files/a.csv'],
    ['GET', '/files?list-type=2', 'ListBucket', 'files'],
    ['PUT', '/files/a.csv?partNumber=1&uploadId=2', 'PutObject', 'files/a.csv'],
    ['POST', '/files/a.csv?uploads', 'PutObject', 'files/a.csv'],
    ['DELETE', '/files/a.csv?uploadId=2', 'AbortMultipartUpload', 'files/a.csv'],
    ['DELETE', '/files/a.csv', 'DeleteObject', 'files/a.csv'],
    ['DELETE', '/files/a.csv?versionId=1', 'DeleteObjectVersion', 'files/a.csv'],
  ])('%s %s needs %s', (method, url, action, resource) => {
    const { needs } = readCall('s3', asked({ method, url }), partitionKeys);
    expect(needs).toEqual([{ action: `s3:${action}`, resources: [`arn:aws:s3:::${resource}`] }]);
  });

  test('an operation that nobody has looked at is refused by its name', () => {
    expect(() => json('dynamodb', 'DynamoDB_20120810.DeleteTable', { TableName: 'People' })).toThrow(
      'dynamodb:DeleteTable',
    );
    expect(() => readCall('s3', asked({ method: 'PATCH', url: '/files/a' }), partitionKeys)).toThrow('PATCH /files/a');
  });
});

describe('the rights of a role', () => {
  const right = (more: Partial<Right>): Right => ({ actions: [], resources: [], conditions: [], ...more });
  const missing = (rights: Right[], action: string, resource: string, context = {}) =>
    missingRight(rights, { operation: action, needs: [{ action, resources: [resource], context }] })?.action;

  test('cover the action on the resource, and nothing beside it', () => {
    const rights = [right({ actions: ['dynamodb:GetItem'], resources: [table] })];
    expect(missing(rights, 'dynamodb:GetItem', table)).toBeUndefined();
    expect(missing(rights, 'dynamodb:PutItem', table)).toBe('dynamodb:PutItem');
    expect(missing(rights, 'dynamodb:GetItem', `${table}/index/due`)).toBe('dynamodb:GetItem');
    expect(missing([], 'dynamodb:GetItem', table)).toBe('dynamodb:GetItem');
  });

  test('may have wildcards, and every other sign stands for itself', () => {
    const rights = [right({ actions: ['s3:Get*'], resources: ['arn:aws:s3:::files.x/imports/*'] })];
    expect(missing(rights, 's3:GetObject', 'arn:aws:s3:::files.x/imports/a/b')).toBeUndefined();
    expect(missing(rights, 's3:GetObject', 'arn:aws:s3:::files-x/imports/a')).toBe('s3:GetObject');
    expect(missing(rights, 's3:PutObject', 'arn:aws:s3:::files.x/imports/a')).toBe('s3:PutObject');
  });

  const limited = (operator: 'ForAllValues:StringLike' | 'ForAllValues:StringEquals', ...values: string[]) =>
    right({
      actions: ['dynamodb:GetItem'],
      resources: [table],
      conditions: [
        { operator, key: 'dynamodb:LeadingKeys', values },
        { operator: 'Null', key: 'dynamodb:LeadingKeys', values: ['false'] },
      ],
    });

  test('may be limited to some partition keys, all of which must be among them (weakness 6)', () => {
    const rights = [limited('ForAllValues:StringLike', 'SETTINGS', 'USER#*')];
    for (const keys of [['SETTINGS'], ['USER#1'], ['SETTINGS', 'USER#1']])
      expect(missing(rights, 'dynamodb:GetItem', table, on(...keys).context)).toBeUndefined();
    for (const keys of [['TOKEN#1'], ['USER#1', 'TOKEN#1'], ['SETTINGS#1'], ['user#1'], []])
      expect(missing(rights, 'dynamodb:GetItem', table, on(...keys).context)).toBe('dynamodb:GetItem');
    expect(missing(rights, 'dynamodb:GetItem', table)).toBe('dynamodb:GetItem');
  });

  test('compare whole keys where they name them so', () => {
    const rights = [limited('ForAllValues:StringEquals', 'USER#*')];
    expect(missing(rights, 'dynamodb:GetItem', table, on('USER#*').context)).toBeUndefined();
    expect(missing(rights, 'dynamodb:GetItem', table, on('USER#1').context)).toBe('dynamodb:GetItem');
  });

  test('are not limited by ForAllValues alone where a request names no key: so it is in IAM, hence Null', () => {
    const [{ conditions, ...bare }] = [limited('ForAllValues:StringLike', 'USER#*')];
    const rights = [{ ...bare, conditions: conditions.slice(0, 1) }];
    expect(missing(rights, 'dynamodb:GetItem', table)).toBeUndefined();
  });

  test('may be to send as one address alone (weakness 6)', () => {
    const identity = 'arn:aws:ses:us-east-1:000000000000:identity/contoso.com';
    const values = ['we@contoso.com'];
    const conditions = [{ operator: 'StringEquals', key: 'ses:FromAddress', values }] as const;
    const rights = [right({ actions: ['ses:SendEmail'], resources: [identity], conditions })];
    const asFrom = (address: string) => ({ 'ses:FromAddress': [address] });
    expect(missing(rights, 'ses:SendEmail', identity, asFrom('we@contoso.com'))).toBeUndefined();
    expect(missing(rights, 'ses:SendEmail', identity, asFrom('ceo@contoso.com'))).toBe('ses:SendEmail');
    expect(missing(rights, 'ses:SendEmail', identity)).toBe('ses:SendEmail');
  });
});

describe('the conditions of a template', () => {
  test('are read with their operators and keys', () => {
    const read = conditions.parse({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['a'] } });
    expect(read).toEqual([{ operator: 'ForAllValues:StringLike', key: 'dynamodb:LeadingKeys', values: ['a'] }]);
  });

  test.each([
    { StringNotEquals: { 'dynamodb:LeadingKeys': ['a'] } },
    { StringEquals: { 'dynamodb:Attributes': ['a'] } },
    { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['a'] } },
  ])('stop the engine where they are not known: %j', (condition) => {
    expect(conditions.safeParse(condition).success).toBe(false);
  });
});

test('rights that no call has needed are told, but for those that Lambda uses itself', () => {
  const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'logs:PutLogEvents'];
  const used = usedRights(new Map([['create-user', [{ actions, resources: [table], conditions: [] }]]]));
  used.note('create-user', { operation: '', needs: [{ action: 'dynamodb:GetItem', resources: [table] }] });
  expect(used.unused('create-user')).toEqual([`dynamodb:PutItem on ${table}`]);
  expect(used.unused('nobody')).toEqual([]);
});

describe('who calls', () => {
  const scope = '20261127/us-east-1/dynamodb/aws4_request';

  test('is told by the signature, with the worker and the invocation', () => {
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=create-user/${scope}, SignedHeaders=host, Signature=0`,
      'x-amz-security-token': 'worker',
      'x-amzn-trace-id': 'Root=1',
    };
    expect(callerOf(asked({ headers }).request)).toEqual({
      accessKeyId: 'create-user',
      service: 'dynamodb',
      worker: 'worker',
      invocation: 'Root=1',
      expires: undefined,
    });
  });

  test('is told by an address that was signed beforehand, with its end', () => {
    const query = new URLSearchParams({
      'X-Amz-Credential': `manage-imports/${scope.replace('dynamodb', 's3')}`,
      'X-Amz-Date': '20261127T100000Z',
      'X-Amz-Expires': '60',
    });
    expect(callerOf(asked({ url: `/files/a?${query}` }).request)).toMatchObject({
      accessKeyId: 'manage-imports',
      service: 's3',
      worker: undefined,
      expires: new Date('2026-11-27T10:01:00Z'),
    });
  });

  test('is nobody without a signature', () => {
    expect(callerOf(asked({}).request)).toBeUndefined();
  });
});

describe('a part of a batch', () => {
  test('of messages: the others are named as failed, whatever the queue says to the part', () => {
    const Entries = [1, 2, 3].map((number) => ({ Id: String(number), MessageBody: 'x' }));
    const { body, complete } = partOfBatch(Buffer.from(JSON.stringify({ QueueUrl: 'q', Entries })));
    expect(JSON.parse(body.toString()).Entries).toEqual([{ Id: '2', MessageBody: 'x' }]);
    const answer = JSON.parse(complete(JSON.stringify({ Successful: [{ Id: '2' }] })));
    expect(answer.Successful).toEqual([{ Id: '2' }]);
    expect(answer.Failed.map(({ Id }: { Id: string }) => Id)).toEqual(['1', '3']);
  });

  test('of items: the others are left to be asked for again', () => {
    const Keys = [1, 2].map((number) => ({ pk: { S: String(number) } }));
    const asking = { RequestItems: { People: { Keys, ConsistentRead: true } } };
    const { body, complete } = partOfBatch(Buffer.from(JSON.stringify(asking)));
    expect(JSON.parse(body.toString()).RequestItems.People).toEqual({ Keys: [Keys[1]], ConsistentRead: true });
    expect(JSON.parse(complete('{"Responses":{"People":[1]},"UnprocessedKeys":{}}'))).toEqual({
      Responses: { People: [1] },
      UnprocessedKeys: { People: { Keys: [Keys[0]], ConsistentRead: true } },
    });
  });
});
