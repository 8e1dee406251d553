/** Faults in a running engine: who dies when, what is lost, and what a role does not allow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { readAccessKeys } from '../../infra/local/door/access-keys.ts';
import { accessKeyFile } from '../../infra/local/emulators/data-folder.ts';
import type { Engine } from '../../infra/local/engine.ts';
import { eventually, seen as seenIn, startHere, temporaryFolder } from './running.ts';
import { synthesizeSampleStack } from './sample-stack.ts';

jest.setTimeout(120_000);

const folder = temporaryFolder();
let engine: Engine;

beforeAll(async () => {
  // A loaded machine may take seconds over a message, and whoever takes too long is ended: that is no fault of the plan.
  const assembly = synthesizeSampleStack(join(folder.path, 'assembly'), { timeoutSeconds: 60 });
  engine = await startHere(assembly, join(folder.path, 'data'));
});
afterAll(async () => {
  await engine?.stop();
  folder.remove();
});

const output = (name: string) => engine.outputs[name] as string;
const send = (MessageBody: string) =>
  engine.clients.sqs.send(new SendMessageCommand({ QueueUrl: output('Queue'), MessageBody }));
const seen = (body: string) => seenIn(engine.environment, output('Table'), body);
const idle = () =>
  eventually(
    async () => engine.queueCounts().every(({ waiting, inFlight }) => waiting + inFlight === 0) || undefined,
    60,
  );

const plan = async (body: object) => {
  const response = await fetch(`${engine.url}/_local/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

/** How often a message was written by the function, which dies once, or is done something else to: so often, or more. */
const timesWith = async (body: string, rule: object, least: number): Promise<number> => {
  await idle();
  await plan({ seed: 1, rules: [{ times: 1, ...rule }], redeliverAfterSeconds: 1 });
  await send(body);
  await eventually(async () => Object.keys(engine.faults.report().injected).length > 0 || undefined);
  // A message that was put off is in no count of the queue meanwhile.
  await eventually(async () => ((await seen(body))?.times ?? 0) >= least || undefined, 60);
  await idle();
  return (await seen(body))?.times ?? 0;
};

const update = { function: 'work', operation: 'dynamodb:UpdateItem' };

test.each([
  ['dieBefore', 'the worker dies before it writes: the next delivery writes once', 1],
  ['dieDuring', 'the worker dies when it has written and does not know: the next delivery writes again', 2],
  ['dieAfter', 'the worker dies when it knows that it has written: the next delivery writes again', 2],
  ['loseAnswer', 'the answer is lost: the worker writes again', 2],
  ['throttle', 'the worker is told to slow down: it asks again, and writes once', 1],
  ['fail', 'the service fails: the worker asks again, and writes once', 1],
])('%s: %s', async (does, _, times) => {
  expect(await timesWith(`by ${does}`, { ...update, does }, times)).toBe(times);
});

test('a message that is delivered twice at once, and again later, is seen as often', async () => {
  expect(await timesWith('twice', { function: 'work', does: 'deliverTwice' }, 2)).toBe(2);
  expect(await timesWith('again', { function: 'work', does: 'deliverAgain', seconds: 1 }, 2)).toBe(2);
  expect(await timesWith('late', { function: 'work', does: 'deliverLate', seconds: 1 }, 1)).toBe(1);
});

test('a schedule that is sent twice is seen twice', async () => {
  await idle();
  const before = (await seen('sweep'))?.times ?? 0;
  await plan({ rules: [{ does: 'sendTwice' }] });
  await engine.schedules.runAll();
  await eventually(async () => ((await seen('sweep'))?.times ?? 0) >= before + 2 || undefined);
});

test('the plan is told with its seed and what it has done; a wrong one is refused with what there is', async () => {
  const { body } = await plan({ rules: [{ does: 'fail', share: 0.5 }] });
  expect(body).toMatchObject({ seed: expect.any(Number), rules: [{ does: 'fail', share: 0.5 }], injected: {} });
  const refused = await plan({ rules: [{ does: 'nothing' }] });
  expect(refused).toMatchObject({ status: 400, body: { faults: expect.arrayContaining(['dieBefore', 'sendTwice']) } });
  await plan({});
  expect(await (await fetch(`${engine.url}/_local/faults`)).json()).toMatchObject({ rules: [] });
});

test('what the role of a function does not allow is denied, and said in the log of the engine', async () => {
  await idle();
  await plan({ redeliverAfterSeconds: 1 });
  await send('deny me');
  const log = () => readFileSync(join(folder.path, 'data/logs/engine.log'), 'utf8');
  await eventually(async () => log().includes('work may not dynamodb:DeleteItem') || undefined);
  expect(log()).toMatch(
    /work may not dynamodb:DeleteItem on resource: arn:aws:dynamodb:\S+:table\/Sample-Table\w+ with keys \.\.\.: its/,
  );
});

const accessKeys = () => readAccessKeys(join(folder.path, 'data', accessKeyFile));

test('the user of this machine may do everything, also by the address of a queue as functions know it', async () => {
  const of = (accessKeyId: string) =>
    new SQSClient({
      region: 'us-east-1',
      endpoint: engine.iamProxy,
      credentials: { accessKeyId, secretAccessKey: 'local' },
    });
  const client = of(accessKeys().of('local'));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: output('Queue'), AttributeNames: ['QueueArn'] }),
  );
  expect(Attributes?.QueueArn).toMatch(/^arn:aws:sqs:/);
  const asking = of(accessKeys().of('somebody')).send(new GetQueueAttributesCommand({ QueueUrl: output('Queue') }));
  await expect(asking).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('an address that a function signed is good until its end, and for what its role allows (case 36)', async () => {
  const { name } = engine.system.functions.find(({ title }) => title === 'work') ?? { name: '' };
  const put = async (date: string) => {
    const query = new URLSearchParams({
      'X-Amz-Credential': `${accessKeys().of(name)}/20261127/us-east-1/s3/aws4_request`,
      'X-Amz-Date': date,
      'X-Amz-Expires': '60',
    });
    const answer = await fetch(`${engine.iamProxy}/${output('Bucket')}/late.csv?${query}`, {
      method: 'PUT',
      body: 'x',
    });
    return [answer.status, /<Message>([^<]*)/.exec(await answer.text())?.[1]];
  };
  expect(await put('20200101T000000Z')).toEqual([403, 'Request has expired']);
  expect(await put('29990101T000000Z')).toEqual([
    403,
    expect.stringContaining('not authorized to perform: s3:PutObject'),
  ]);
});
