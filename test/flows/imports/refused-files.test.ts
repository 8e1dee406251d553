/** Files that cannot be imported: each with its own code, and nothing changed. */
import { gzipSync } from 'node:zlib';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence, unique } from '../driver/names.ts';
import { importRequested } from '../driver/requested-imports.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const headings = ['User Name', 'Display Name', 'Usage Location', 'Licenses'];

/** The first bytes of a workbook: a zip whose first entry is Excel's. */
const workbook = Buffer.concat([
  Buffer.from('504b0304140006000800000021000000000000000000000000000000130000000000', 'hex').subarray(0, 26),
  Buffer.from([19, 0, 0, 0]),
  Buffer.from('[Content_Types].xml'),
  Buffer.alloc(2000, 'x'),
]);

/** A file whose one good row asks for a seat, spoiled in a way of its own. */
type Spoil = (good: string, name: string) => string | Uint8Array;

test.each<[string, string, Spoil]>([
  ['a workbook that was cut off', 'ExcelWorkbook', () => workbook],
  ['a gzip', 'CompressedFile', (good) => gzipSync(good)],
  ['nothing', 'EmptyFile', () => ''],
  ['headings alone', 'HeaderOnly', () => csv(headings, [])],
  ['a NUL', 'BinaryFile', (good, name) => good.replace(`Person ${name}`, 'Per\0son')],
  ['a quote that is never closed', 'UnclosedQuote', (good) => `${good}next@contoso.com,"Next\r\n`],
  ['a heading twice', 'DuplicateHeadings', (good) => good.replace('Licenses', 'User Name')],
  ['no user names', 'HeadingMissing', (good) => good.replace('User Name', 'City')],
  ['unknown headings', 'HeadingsUnknown', (good) => good.replace('Licenses', 'Shoe size')],
])('%s: %s, and nothing is changed (cases 40, 41)', async (_, code, spoil) => {
  const [name, plan] = [unique(), await newLicence(muster, 1)];
  const userName = `${name}@contoso.com`;
  const key = `refused/${code} ${name}.csv`;
  const good = csv(headings, [[userName, `Person ${name}`, 'NL', plan.skuPartNumber]]);
  const over = await muster.files.importFile(key, spoil(good, name));

  expect(over).toMatchObject({ status: 'failed', created: 0, refused: 0, report: null, error: { code } });
  expect(over.error?.message).toMatch(/^[A-Z].+\.$/);
  expect(over.completedDateTime).not.toBeNull();
  expect((await muster.api.ask('GET', `/v1.0/users/${userName}`)).status).toBe(404);
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 0, reservedUnits: 0 });
  const mail = await muster.mailbox.mail({ to: administrator, about: key });
  expect(mail.subject).toBe(`${key} was not imported`);
  const advice = over.error?.message.split('. ').at(-1) ?? '?';
  expect(mail.text.includes(advice)).toBe(true);
});

test('an empty file that came by the API is refused as one of the bucket is', async () => {
  const over = await importRequested(muster, `${unique()}.csv`, '');
  expect(over).toMatchObject({ status: 'failed', rows: null, error: { code: 'EmptyFile' } });
});

test('an object that is no list of people is left alone, and administrators hear of it', async () => {
  const run = unique();
  await muster.files.putFile(`other/${run}.json`, '{}');
  await muster.files.putFile(`other/${run}.docx`, workbook);
  const good = csv(headings.slice(0, 2), [[`${run}@contoso.com`, 'Somebody']]);
  expect(await muster.files.importFile(`other/${run}.csv`, good)).toMatchObject({ created: 1 });
  const keys = (await muster.api.imports()).map(({ file }) => file.key).filter((key) => key.includes(run));
  expect(keys).toEqual([`other/${run}.csv`]);
  // Others may have had such a mail within a quarter of an hour: then this one waits, which only a sweep can see.
  const mails = await muster.mailbox.mails({ to: administrator, about: 'in the import bucket' }, 1);
  expect(mails.length).toBeGreaterThan(0);
});
