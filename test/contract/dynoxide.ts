/** DynamoDB for tests: dynoxide in memory on a free port, with the two tables as infra/stores defines them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type GlobalSecondaryIndex,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { freePort } from '../free-port.ts';

export type Tables = { client: DynamoDBDocumentClient; directory: string; imports: string };
export type Dynoxide = {
  endpoint: string;
  service: DynamoDBClient;
  makeTables: () => Promise<Tables>;
  stop: () => Promise<void>;
};

/** What the SDK of a process reads, so that it asks this database. */
export const environmentFor = (endpoint: string) => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

const program = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));

/** Starts it, in memory or with the database of a file. */
export const startDynoxide = async (database?: string): Promise<Dynoxide> => {
  const { child, endpoint } = await launch(database === undefined ? [] : ['--db-path', database]);
  const service = new DynamoDBClient({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const client = DynamoDBDocumentClient.from(service, { marshallOptions: { removeUndefinedValues: true } });
  return {
    endpoint,
    service,
    makeTables: async () => {
      const [directory, imports] = [`directory-${randomUUID()}`, `imports-${randomUUID()}`];
      await service.send(new CreateTableCommand(tableWith(directory, true)));
      await service.send(new CreateTableCommand(tableWith(imports, false)));
      return { client, directory, imports };
    },
    stop: async () => {
      service.destroy();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const tableWith = (TableName: string, isDirectory: boolean): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [...new Set(['pk', 'sk', ...(isDirectory ? indexedNames() : [])])].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: keys('pk', 'sk'),
  ...(isDirectory && { GlobalSecondaryIndexes: [...directoryIndexes] }),
});

const keys = (partition: string, sort: string): CreateTableCommandInput['KeySchema'] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/** The attributes that are keys of the indexes. */
const indexedNames = () =>
  directoryIndexes.flatMap(({ KeySchema = [] }) => KeySchema.map(({ AttributeName = '' }) => AttributeName));

/** The indexes of the Directory table; a test of the template holds them against it. */
export const directoryIndexes: readonly GlobalSecondaryIndex[] = [
  { IndexName: 'due', KeySchema: keys('dueShard', 'dueAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  { IndexName: 'audits', KeySchema: keys('auditShard', 'auditAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  { IndexName: 'actors', KeySchema: keys('actorShard', 'auditAt'), Projection: { ProjectionType: 'KEYS_ONLY' } },
  {
    IndexName: 'people',
    KeySchema: keys('listShard', 'listName'),
    Projection: {
      ProjectionType: 'INCLUDE',
      NonKeyAttributes: [
        'userPrincipalName',
        'displayName',
        'department',
        'accountEnabled',
        'assignedLicenses',
        'mailbox',
      ],
    },
  },
];

/** Somebody else may take its port first: then it ends, and another is tried. */
const launch = async (kept: readonly string[]): Promise<{ child: ChildProcess; endpoint: string }> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const child = spawn(program, ['--port', String(port), ...kept], { stdio: 'ignore' });
    process.once('exit', () => child.kill('SIGKILL'));
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isAnswering(endpoint, child)) return { child, endpoint };
  }
  throw new Error('dynoxide does not start');
};

const isAnswering = async (endpoint: string, child: ChildProcess): Promise<boolean> => {
  while (child.exitCode === null) {
    try {
      await fetch(endpoint);
      return true;
    } catch {
      await sleep(20);
    }
  }
  return false;
};
