/** Files by any name, and files that are announced more than once. */
import { ListDeadLetterSourceQueuesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csv } from './driver/import-files.ts';
import type { Muster } from './driver/muster.ts';
import { unique } from './driver/names.ts';
import { sharedMuster, testDeployed } from './driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const fileOf = (name: string) => csv(['User Name', 'Display Name'], [[`${name}@contoso.com`, 'Somebody']]);

test.each([
  'new people.csv',
  'a+b.csv',
  'percent%2Bplus.csv',
  'percent%20space %.csv',
  'Nieuwe medewerkers – März/员工.csv',
  "it's (really) & here=there?.csv",
  'UPPER.CSV',
  'tabs.tsv',
  'text.txt',
])('a file called %s', async (name) => {
  const run = unique();
  const key = `keys/${run}/${name}`;
  const over = await muster.files.importFile(key, fileOf(run));
  expect(over).toMatchObject({ status: 'succeeded', created: 1, refused: 0, file: { key } });
  expect(over.report?.key).toBe(
    `${over.id}/${name
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]+$/, '')}.report.csv`,
  );
  expect(await muster.files.reportFile(over)).toContain(`${run}@contoso.com`);
});

test('the same key with new content is another import; with the same people, nobody is made twice', async () => {
  const run = unique();
  const key = `keys/${run}.csv`;
  const first = await muster.files.importFile(key, fileOf(run));
  const second = await muster.files.importFile(key, `${fileOf(run)}${run}.b@contoso.com,Another\r\n`);
  expect(second.id).not.toBe(first.id);
  expect(second).toMatchObject({ rows: 2, created: 1, refused: 1 });
  expect(await muster.files.importsOf(key)).toHaveLength(2);
});

// The local engine announces every object again when it starts: kill.test.ts.
testDeployed('an object that is announced twice is imported once', async () => {
  const run = unique();
  const key = `keys/${run}.csv`;
  const { VersionId, ETag = '' } = await muster.files.putFile(key, fileOf(run));
  const over = await muster.files.importOf(key);
  const { queueUrls: [queue] = [] } = await muster.clients.sqs.send(
    new ListDeadLetterSourceQueuesCommand({ QueueUrl: muster.outputs.FilesDeadLetterQueueUrl }),
  );
  const object = { key, etag: ETag.replaceAll('"', ''), 'version-id': VersionId };
  const announcement = { 'detail-type': 'Object Created', detail: { bucket: { name: over.file.bucket }, object } };
  const message = { QueueUrl: queue, MessageBody: JSON.stringify(announcement) };
  await muster.clients.sqs.send(new SendMessageCommand(message));
  // What was sent to the queue before this file has been seen when this file has.
  await muster.files.importFile(`keys/${run} later.csv`, fileOf(`${run}.later`));
  expect(await muster.files.importsOf(key)).toEqual([over]);
});
