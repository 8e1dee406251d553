/** What a call of a function needs a right to, and which rights cover it. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { readCall } from '../../infra/local/iam-proxy/call.ts';
import { callerOf } from '../../infra/local/iam-proxy/caller.ts';
import type { Asked } from '../../infra/local/iam-proxy/need.ts';
import { partOfBatch } from '../../infra/local/iam-proxy/part-of-batch.ts';
import { missingRight, usedRights } from '../../infra/local/iam-proxy/rights.ts';

import type { Right } from '../../infra/local/template/rights.ts';

const asked = (fields: { method?: string; url?: string; headers?: object }, body: object | string = ''): Asked => ({
  request: Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/', headers: {}, ...fields }),
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const json = (service: string, target: string, body: object) =>
  readCall(service, asked({ headers: { 'x-amz-target': target } }, body));

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
      { action: 'dynamodb:PutItem', resources: [table], leadingKeys: ['a'] },
      { action: 'dynamodb:UpdateItem', resources: [table], leadingKeys: ['b'] },
      { action: 'dynamodb:ConditionCheckItem', resources: [table], leadingKeys: ['c'] },
    ]);
  });

  test('a query of an index is one of the index, not of its table', () => {
    const { needs } = json('dynamodb', 'DynamoDB_20120810.Query', { TableName: 'People', IndexName: 'due' });
    expect(needs).toEqual([{ action: 'dynamodb:Query', resources: [`${table}/index/due`] }]);
  });

  test('a statement needs the right to what its first word says', () => {
    const Statements = [{ Statement: 'UPDATE "People" SET "a" = ? WHERE "pk" = ?' }];
    const { needs } = json('dynamodb', 'DynamoDB_20120810.BatchExecuteStatement', { Statements });
    expect(needs).toEqual([{ action: 'dynamodb:PartiQLUpdate', resources: [table] }]);
  });

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
    expect(readCall('ses', asked({}, String(form))).needs).toEqual([
      {
        action: 'ses:SendEmail',
        resources: [
          'arn:aws:ses:us-east-1:000000000000:identity/we@contoso.com',
          'arn:aws:ses:us-east-1:000000000000:identity/contoso.com',
        ],
      },
      { action: 'ses:SendEmail', resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/set'] },
    ]);
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
    const { needs } = readCall('s3', asked({ method, url }));
    expect(needs).toEqual([{ action: `s3:${action}`, resources: [`arn:aws:s3:::${resource}`] }]);
  });

  test('an operation that nobody has looked at is refused by its name', () => {
    expect(() => json('dynamodb', 'DynamoDB_20120810.DeleteTable', { TableName: 'People' })).toThrow(
      'dynamodb:DeleteTable',
    );
    expect(() => readCall('s3', asked({ method: 'PATCH', url: '/files/a' }))).toThrow('PATCH /files/a');
  });
});

describe('the rights of a role', () => {
  const right = (more: Partial<Right>): Right => ({ actions: [], resources: [], leadingKeys: undefined, ...more });
  const missing = (rights: Right[], action: string, resource: string, leadingKeys?: string[]) =>
    missingRight(rights, {
      operation: action,
      needs: [{ action, resources: [resource], ...(leadingKeys && { leadingKeys }) }],
    })?.action;

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

  test('may be limited to some partition keys', () => {
    const rights = [right({ actions: ['dynamodb:GetItem'], resources: [table], leadingKeys: ['SETTINGS'] })];
    expect(missing(rights, 'dynamodb:GetItem', table, ['SETTINGS'])).toBeUndefined();
    expect(missing(rights, 'dynamodb:GetItem', table, ['USER#1'])).toBe('dynamodb:GetItem');
    expect(missing(rights, 'dynamodb:GetItem', table)).toBe('dynamodb:GetItem');
  });
});

test('rights that no call has needed are told, but for those that Lambda uses itself', () => {
  const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'logs:PutLogEvents'];
  const used = usedRights(new Map([['create-user', [{ actions, resources: [table], leadingKeys: undefined }]]]));
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
