/** What no function can work off ends among the dead letters, holds nobody back, and is sent back when its cause is gone. */
import { join } from 'node:path';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, NumberValue, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { chunkKey } from '../../../shared/aws/imports/import-items.ts';
import { gathered } from '../driver/api.ts';
import { bounceOf } from '../driver/bounce.ts';
import { newCrowd, peopleOf } from '../driver/crowd.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { someone } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { redrive } from '../driver/redrive.ts';
import type { RequestedImport, User } from '../driver/resources.ts';
import { sharedMuster, sharedOutputsFile, testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

let shared: Muster;
beforeAll(async () => {
  shared = await sharedMuster();
});
afterAll(() => shared.close());

const whenDelivery = (id: string, status: string) =>
  waitFor(
    `the mail to be ${status}`,
    () => shared.api.user(id),
    ({ credentialMail }) => credentialMail.deliveryStatus === status,
  );

/** What the command says once it says all of this: whoever else looks at letters of this engine hides them for some seconds. */
const said = (wanted: readonly RegExp[], ...options: string[]): Promise<string> =>
  waitFor(
    `"npm run redrive -- ${options.join(' ')}" to say ${wanted.join(' and ')}`,
    () => redrive(sharedOutputsFile, ...options).catch(({ stderr }: { stderr: string }) => stderr),
    (text) => wanted.every((pattern) => pattern.test(text)),
    { every: 2 },
  );

test('letters are shown by ids alone, do their work when they are sent back, or are dropped (case 18)', async () => {
  const person = someone('Marked');
  const { id } = await shared.api.addUser(person);
  await whenDelivery(id, 'sent');
  // As EventBridge leaves what it could not deliver.
  const { DeliveriesDeadLetterQueueUrl: news, RowsDeadLetterQueueUrl: rows } = shared.outputs;
  const { MessageId: bounce = '' } = await shared.queues.send(news, bounceOf({ id, ...person }));
  const { MessageId: noWork = '' } = await shared.queues.send(rows, { text: 'Marked-Kookaburra/7+' });

  const shown = await said([
    new RegExp(`${bounce}.* news of a bounce`),
    new RegExp(`${noWork}.* no work of this queue`),
  ]);
  expect(shown).not.toMatch(/marked|contoso|example|kookaburra/i);

  await said([new RegExp(`Dropped ${noWork} of rows`)], '--drop', noWork);
  await said([/^Sent [1-9]\d* back to deliveries\.$/m], '--send-back', 'deliveries');
  await whenDelivery(id, 'bounced');
  const left = [...(await shared.queues.peek(rows)), ...(await shared.queues.peek(news))];
  expect(left.filter((body) => body.includes('Kookaburra') || body.includes(id))).toEqual([]);
});

const isLetterOf = (id: string) => (body: string) => body.includes(id);

/**
 * Local, since here an engine can have short tries: a message that crashes its function is hidden for its time limit and
 * five minutes, which for rows are seven minutes.
 */
describe('a chunk that crashes every time', () => {
  const engine = ownEngine();
  let muster: Muster;
  const run = (...options: string[]) => redrive(join(dataFolderOf(engine.home), 'outputs.json'), ...options);
  const crowd = newCrowd(60, { skuPartNumber: '' });
  let poisoned: RequestedImport;
  /** The letter, as it was. */
  let letter: string;
  beforeAll(async () => {
    if (!isLocal) return;
    muster = await engine.start();
    const Attributes = { VisibilityTimeout: '1' };
    await muster.clients.sqs.send(new SetQueueAttributesCommand({ QueueUrl: muster.outputs.RowsQueueUrl, Attributes }));
  }, 120_000);
  afterAll(() => engine.end());

  const lettersInRows = () => muster.queues.peek(muster.outputs.RowsDeadLetterQueueUrl);

  testLocally('is a dead letter after its tries, and holds nobody else back (case 18)', async () => {
    poisoned = await muster.api.requestImport({ fileName: 'poisoned.csv', credentials: 'none' });
    // A record among the results of the second chunk that nobody can read: its number is too large and too exact.
    const unreadable = { ...chunkKey(poisoned.id, 55), firstRow: NumberValue.from('9007199254740993.5') };
    const TableName = muster.outputs.ImportsTableName;
    await muster.clients.dynamodb.send(new PutCommand({ TableName, Item: unreadable }));
    await muster.queues.send(muster.outputs.RowsQueueUrl, { no: 'chunk' });
    await muster.files.upload(poisoned, crowd.file());

    const others = newCrowd(60, { skuPartNumber: '' });
    const other = await muster.files.importFile('others.csv', others.file(), { credentials: 'none' });
    expect(other).toMatchObject({ status: 'succeeded', created: 60 });
    await waitFor('two dead letters', lettersInRows, (bodies) => bodies.length === 2, { show: ({ length }) => length });
    expect(await muster.api.import(poisoned.id)).toMatchObject({ status: 'running', created: 49 });
    letter = (await lettersInRows()).find(isLetterOf(poisoned.id)) ?? '';
    const shown = await run();
    expect(shown).toContain(`rows 50 to 60 of import ${poisoned.id}`);
    expect(shown).not.toContain(crowd.run);
    const [, noWork = ''] = /│ ([\w-]{36}) │ .* │ no work of this queue/.exec(shown) ?? [];
    expect(await run('--drop', noWork)).toContain(`Dropped ${noWork} of rows`);
    await muster.clients.dynamodb.send(new DeleteCommand({ TableName, Key: chunkKey(poisoned.id, 55) }));
  });

  testLocally('is done when it is sent back after its cause is gone (case 18)', async () => {
    expect(await run('--send-back')).toContain('Sent 1 back to rows.');
    expect(await muster.files.follow(poisoned.id)).toMatchObject({ status: 'succeeded', created: 60, refused: 0 });
    expect((await peopleOf(muster, crowd)).map(({ userPrincipalName }) => userPrincipalName)).toEqual(crowd.names);
  });

  testLocally('makes nobody anew when it is sent back after everybody was deleted, or purged (case 15)', async () => {
    const control = controlOf(muster);
    const sendBackAgain = async () => {
      await muster.queues.send(muster.outputs.RowsDeadLetterQueueUrl, JSON.parse(letter));
      await run('--send-back', 'rows');
      await control.quiet(/Files|RowsQueue|Credentials/);
      expect(await peopleOf(muster, crowd)).toEqual([]);
    };
    const undo = await muster.api.askOfImport(poisoned.id, 'undo');
    expect(await muster.files.follow(undo.id)).toMatchObject({ status: 'succeeded', deleted: 60 });
    await sendBackAgain();
    expect(await deletedPeople()).toHaveLength(60);

    await control.daysAfter(await control.now(), 31);
    await waitFor('everybody to be purged', deletedPeople, ({ length }) => length === 0, {
      show: ({ length }) => length,
    });
    // Later than a message can be that lived its fourteen days twice, once among the dead letters.
    await control.daysAfter(await control.now(), 28);
    await expire(muster.outputs.ImportsTableName, await control.now());
    await sendBackAgain();
    expect(await muster.api.import(poisoned.id)).toMatchObject({ status: 'succeeded', created: 60 });
  });

  /** What DynamoDB's time to live does in AWS. */
  const expire = async (TableName: string, now: Date) => {
    const client = muster.clients.dynamodb;
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      for (const { pk, sk, expiresAt } of Items) {
        if (expiresAt * 1000 <= now.getTime()) await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    }
  };

  const deletedPeople = () => gathered(muster.api.walk<User>('/v1.0/directory/deletedItems/microsoft.graph.user'));
});
