import fc from 'fast-check';
import { Refused } from '../../../shared/domain/refusals.ts';
import { readFile } from '../../../shared/files/reading/read-file.ts';
import { SharedStrings } from '../../../shared/files/workbook/shared-strings.ts';
import { contentOf, openZip } from '../../../shared/files/workbook/zip.ts';
import { storedFile } from '../../fakes/files.ts';
import { read, refusalsOf } from '../reading.ts';
import { partsOf, sheetOf, workbookOf } from './workbook-of.ts';
import { zipOf } from './zip-of.ts';

const megabyte = 1024 * 1024;
const headings = ['User Name', 'Display Name'];
const people = [{ name: 'People', rows: [headings, ['ada@contoso.com', 'Ada']] }];
const good = partsOf(people);
const sheet = 'xl/worksheets/sheet1.xml';
const start = '<worksheet><sheetData>';

const broken = (change: (bytes: Buffer) => Buffer | undefined): Buffer => {
  const bytes = workbookOf(people);
  return change(bytes) ?? bytes;
};
const without = (...names: string[]) =>
  zipOf(Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name))));

/** So many parts of nothing, with names of that length at least. */
const empty = (count: number, nameSize: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`.padEnd(nameSize, 'x'), '']));

test.each<[string, Buffer, string]>([
  [
    'an old workbook, or one with a password',
    Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
    'ExcelWorkbook',
  ],
  ['a zip with a password', workbookOf(people, {}, { isEncrypted: true }), 'ExcelWorkbook'],
  ['a way to pack that is not known', workbookOf(people, {}, { method: 12 }), 'ExcelWorkbook'],
  ['a wrong checksum', workbookOf(people, {}, { checksum: 7 }), 'ExcelWorkbook'],
  ['a workbook that was cut off', broken((bytes) => bytes.subarray(0, -200)), 'ExcelWorkbook'],
  ['a workbook whose parts are overwritten', broken((bytes) => bytes.fill(0xff, 60, 900)), 'ExcelWorkbook'],
  [
    'a list of parts that is elsewhere',
    broken((bytes) => void bytes.writeUInt32LE(9e6, bytes.length - 6)),
    'ExcelWorkbook',
  ],
  [
    'a list of parts that is longer than it says',
    broken((bytes) => void bytes.writeUInt16LE(3, bytes.length - 12)),
    'ExcelWorkbook',
  ],
  [
    'a list of parts that is shorter than it says',
    broken((bytes) => void bytes.writeUInt16LE(99, bytes.length - 12)),
    'ExcelWorkbook',
  ],
  ['a list of more parts than are held', zipOf({ ...good, ...empty(10_000, 0) }), 'WorkbookTooLarge'],
  ['a list of parts with long names', zipOf({ ...good, ...empty(70, 60_000) }), 'WorkbookTooLarge'],
  ['a comment that looks like the end', workbookOf(people, {}, { comment: 'PK\x05\x06'.padEnd(100) }), 'ExcelWorkbook'],
  ['a workbook without its sheet', without(sheet), 'ExcelWorkbook'],
  ['a workbook without its texts', without('xl/sharedStrings.xml'), 'ExcelWorkbook'],
  ['a workbook without relationships', without('xl/_rels/workbook.xml.rels'), 'ExcelWorkbook'],
  [
    'a binary workbook',
    zipOf({ ...good, '_rels/.rels': (good['_rels/.rels'] as string).replace('.xml"', '.bin"') }),
    'ExcelWorkbook',
  ],
  ['a sheet of OpenDocument', zipOf({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }), 'ExcelWorkbook'],
  ['a sheet of Numbers', zipOf({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'y' }), 'FormatUnknown'],
  [
    'a text document',
    zipOf({ ...good, '_rels/.rels': (good['_rels/.rels'] as string).replace('xl/workbook', 'word/document') }),
    'FormatUnknown',
  ],
  ['a zip of anything else', zipOf({ 'people.csv': 'User Name' }), 'CompressedFile'],
  ['a zip of nothing', zipOf({}), 'CompressedFile'],
  [
    'a text that no list has',
    zipOf({ ...good, [sheet]: `${start}<row><c t="s"><v>99</v></c></row>` }),
    'ExcelWorkbook',
  ],
  ['a place that is none', zipOf({ ...good, [sheet]: `${start}<row><c r="12"><v>9</v></c></row>` }), 'ExcelWorkbook'],
  ['entities of its own', zipOf({ ...good, [sheet]: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${start}` }), 'ExcelWorkbook'],
  ['markup that is cut off', zipOf({ ...good, [sheet]: `${start}<row><c` }), 'ExcelWorkbook'],
])('%s', async (_, bytes, code) => {
  expect(await refusalsOf(bytes)).toEqual([expect.objectContaining({ code })]);
});

/** A workbook with one part that unpacks to so many megabytes of a filler, and is small as it is. */
const bomb = (part: string, before: string, filler: string, megabytes: number): Buffer => {
  const content = Buffer.from(before + filler.repeat(Math.ceil((megabytes * megabyte) / filler.length)));
  return zipOf({ ...good, [part]: content });
};

const strings = 'xl/sharedStrings.xml';

test.each<[string, Buffer, object]>([
  [
    'a text without an end',
    bomb(sheet, `${start}<row r="7"><c t="str"><v>`, 'x', 20),
    { code: 'CellTooLarge', fact: '7' },
  ],
  ['a comment without an end', bomb(sheet, `${start}<!--`, '<v>', 20), { code: 'CellTooLarge' }],
  ['CDATA without an end', bomb(sheet, `${start}<![CDATA[`, '<v>', 20), { code: 'CellTooLarge' }],
  ['an attribute without an end', bomb(sheet, `${start}<row r="`, '>', 20), { code: 'CellTooLarge' }],
  [
    'a cell of many pieces',
    bomb(sheet, `${start}<row r="7"><c t="inlineStr"><is>`, '<t>xxxx</t>', 20),
    { code: 'CellTooLarge' },
  ],
  [
    'a value of many pieces',
    bomb(sheet, `${start}<row r="7"><c t="str">`, '<v>xxxx</v>', 20),
    { code: 'CellTooLarge' },
  ],
  [
    'a row of large cells',
    bomb(sheet, `${start}<row r="7">`, `<c t="str"><v>${'x'.repeat(60_000)}</v></c>`, 20),
    { code: 'CellTooLarge', fact: '7' },
  ],
  ['a row without an end', bomb(sheet, `${start}<row r="7">`, '<c><v>1</v></c>', 20), { code: 'TooManyColumns' }],
  ['a text of the list without an end', bomb(strings, '<sst><si><t>', 'x', 20), { code: 'CellTooLarge' }],
  [
    'a list of texts that is large',
    bomb(strings, '<sst>', `<si><t>${'x'.repeat(1000)}</t></si>`, 80),
    { code: 'WorkbookTooLarge' },
  ],
  [
    'styles that are large',
    bomb('xl/styles.xml', '<styleSheet>', `<font>${' '.repeat(60_000)}</font>`, 80),
    { code: 'WorkbookTooLarge' },
  ],
])('%s is refused in little memory', async (_, bytes, refusal) => {
  expect(bytes.length).toBeLessThan(megabyte);
  expect(await refusalsOf(bytes)).toEqual([expect.objectContaining(refusal)]);
});

test('of a text not only its bytes are counted, but what it takes beside them', () => {
  const strings = new SharedStrings();
  const text = 'x'.repeat(112);
  const adding = () => {
    for (let size = 0; size < 64 * megabyte; size += text.length) strings.add(text);
  };
  expect(adding).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ code: 'WorkbookTooLarge' })] }),
  );
});

test('what comes out is counted, whatever the zip says of its size', async () => {
  const bytes = zipOf({ part: Buffer.alloc(20 * megabyte, 'x') });
  const file = storedFile(bytes);
  const zip = await openZip(file);
  let taken = 0;
  const reading = async () => {
    for await (const piece of contentOf(zip, zip.parts.get('part') as never, 2 * megabyte)) taken += piece.length;
  };
  await expect(reading()).rejects.toMatchObject({
    refusals: [{ code: 'WorkbookTooLarge', fact: 'a part of it has more than 2 MiB' }],
  });
  expect(taken).toBeLessThanOrEqual(2 * megabyte);
});

test('people of a workbook are never held together', async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [`p${row}@contoso.com`, 'Somebody of the Analytical Engine']);
  const file = await readFile(storedFile(sheetOf(headings, ...rows)));
  let [most, all] = [0, 0];
  for await (const batch of file.rows) {
    most = Math.max(most, batch.length);
    all += batch.length;
  }
  expect(all).toBe(10_000);
  expect(most).toBeLessThan(2_000);
});

test('a file of more than 2 GiB is refused by its size, before a byte is read; a workbook of more than 512 MiB by its first ones', async () => {
  const file = {
    size: 2 ** 31 + 1,
    bytes: () => {
      throw new Error('read');
    },
    range: () => Promise.reject(new Error('read')),
  };
  await expect(readFile(file)).rejects.toMatchObject({ refusals: [{ code: 'FileTooLarge', fact: '2 GiB' }] });
  const workbook = { ...file, size: 2 ** 29 + 1, range: async () => workbookOf(people).subarray(0, 64) };
  await expect(readFile(workbook)).rejects.toMatchObject({ refusals: [{ code: 'FileTooLarge', fact: '512 MiB' }] });
});

test('with any bytes wrong it is read or refused, and nothing else happens', async () => {
  const bytes = workbookOf(people);
  const wrong = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
  const spoil = fc.asyncProperty(wrong, async (places) => {
    const spoilt = Buffer.from(bytes);
    for (const [at, byte] of places) spoilt[at] = byte;
    await read(spoilt).catch((error: unknown) => expect(error).toBeInstanceOf(Refused));
  });
  await fc.assert(spoil);
});
