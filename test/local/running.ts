/** Starts the sample stack for tests, in this process or in one that can be killed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Engine, startEngine } from '../../infra/local/engine.ts';

/** A folder that is removed after the test. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'muster-local-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** The engine in this process. */
export const startHere = (assembly: string, dataFolder: string): Promise<Engine> =>
  startEngine({ assembly, dataFolder, port: 0 });

/** What a killable engine says of itself. */
export type Elsewhere = Pick<Engine, 'url' | 'outputs' | 'environment'> & {
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The engine in a process of its own. */
export const startElsewhere = async (assembly: string, dataFolder: string): Promise<Elsewhere> => {
  const program = join(import.meta.dirname, 'run-engine.ts');
  const child = spawn(process.execPath, [program, assembly, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code}.`)));
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal);
    return exited;
  };
  return { ...JSON.parse(line), kill: end('SIGKILL'), stop: end('SIGTERM') };
};

/** Asks again until there is an answer. */
export const eventually = async <Answer>(ask: () => Promise<Answer | undefined>, seconds = 20): Promise<Answer> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('It did not come about.');
    await sleep(50);
  }
};

/** The keys of the user, as aws.env has them. */
export const credentialsIn = (environment: Record<string, string>) => ({
  accessKeyId: environment.AWS_ACCESS_KEY_ID as string,
  secretAccessKey: environment.AWS_SECRET_ACCESS_KEY as string,
});

/** How often the sample function has seen a message, and when it last did by its own clock. */
export const seen = async (environment: Record<string, string>, table: string, body: string) => {
  const client = new DynamoDBClient({
    endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB as string,
    region: 'us-east-1',
    credentials: credentialsIn(environment),
  });
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { pk: { S: body }, sk: { S: 'seen' } }, ConsistentRead: true }),
  );
  client.destroy();
  return Item && { times: Number(Item.times?.N), at: String(Item.seenAt?.S) };
};
