/** Files by any name, and files that are announced more than once. */
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

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
])('a file called %s is imported (case 44)', async (name) => {
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
  expect(second).toMatchObject({ rows: 2, created: 1, unchanged: 1, refused: 0 });
  expect(await muster.files.importsOf(key)).toHaveLength(2);
});

test('an object that is announced again and again is imported once (case 12)', async () => {
  const run = unique();
  const key = `keys/${run}.csv`;
  const { VersionId, ETag = '' } = await muster.files.putFile(key, fileOf(run));
  const { file, id } = await muster.files.importOf(key);
  const version = VersionId && { 'version-id': VersionId };
  const object = { key, etag: ETag.replaceAll('"', ''), sequencer: '0064E98F3A1B2C3D4E', ...version };
  const announcement = { 'detail-type': 'Object Created', detail: { bucket: { name: file.bucket }, object } };
  const queue = await muster.queues.before(muster.outputs.FilesDeadLetterQueueUrl);
  for (let times = 0; times < 3; times += 1) await muster.queues.send(queue, announcement);

  // What was announced before this file is nearly always done when this file is.
  await muster.files.importFile(`keys/${run} later.csv`, fileOf(`${run}.later`));
  const imports = await muster.files.importsOf(key);
  // S3 itself tells the version. The engines that do not have told another sequencer than ours: for them ours are one more.
  expect(imports.length).toBeLessThanOrEqual(2);
  expect(imports.map((each) => each.id)).toContain(id);
  expect(imports.reduce((sum, { created }) => sum + created, 0)).toBe(1);
});
