/** A text is read on from a mark with the rows that it has without one, whatever is in it. */

import iconv from 'iconv-lite';
import type { Row } from '../../../shared/domain/dialects/draft-from-row.ts';
import type { Mark } from '../../../shared/domain/imports/reading-place.ts';
import { type Reading, readFile } from '../../../shared/files/reading/read-file.ts';
import { storedFile } from '../../fakes/files.ts';
import { gathered } from '../reading.ts';

const headings = 'User Name,Display Name,Job Title,Notes';

/** Rows of every kind: cells with line breaks and quotes, short rows, halves of rows, blank ones, marks that are none. */
const rowOf = (n: number, name: string): string => {
  const filler = 'x'.repeat(n % 400);
  if (n % 17 === 0) return `p${n}@contoso.com,"${name}, ${n}","on two\nlines, ""quoted""",${filler}`;
  if (n % 19 === 0) return ',,,';
  if (n % 23 === 0) return '';
  if (n % 29 === 0) return `p${n}@contoso.com,${name}\nno half of it,Chef,${filler}`;
  if (n % 31 === 0) return `p${n}@contoso.com,${name} ${n}`;
  if (n % 37 === 0) return `p${n}@contoso.com,"${name}\r\nin quotes\r\n${n}",Chef,${filler}`;
  return `p${n}@contoso.com,${name} ${n},Chef "of" it,${filler}`;
};

const textOf = (name: string, lineEnd: string, rows = 4000): string =>
  [headings, ...Array.from({ length: rows }, (_, n) => rowOf(n, n < 10 ? 'Ann' : name))].join(lineEnd);

/** All rows, and each mark with the row that stands behind it. */
const marked = async (bytes: Uint8Array, reading: Reading, pieceBytes?: number) => {
  const file = await readFile(storedFile(bytes, pieceBytes), reading);
  const rows: Row[] = [];
  const marks: Mark[] = [];
  for await (const batch of file.rows) {
    const mark = file.mark();
    if (mark) {
      expect(mark.rows).toBe(rows.length);
      marks.push(mark);
    }
    rows.push(...batch);
  }
  return { rows, marks };
};

const readOn = async (bytes: Uint8Array, reading: Reading, from: Mark, pieceBytes?: number) => {
  const file = await readFile(storedFile(bytes, pieceBytes), { ...reading, from });
  return { from: file.from, rows: await gathered(file.rows) };
};

const encodings = [
  ['utf-8', 'Zoë'],
  ['utf-16le', '上海'],
  ['utf-16be', 'Zoë'],
  ['gb18030', '张伟𠮷'],
  ['big5', '陳大文'],
  ['shift_jis', '山田表'],
  ['euc-jp', '山田太郎'],
  ['euc-kr', '김철수'],
  ['windows-1252', 'Zoë'],
  ['ibm850', 'Zoë'],
  ['utf-8', 'Ann'],
] as const;

test.each(encodings)('%s, %s: from every mark the rows are those of the whole file', async (encoding, name) => {
  for (const [lineEnd, pieceBytes] of [
    ['\n', 65_536],
    ['\r\n', 10_007],
    ['\r', 65_536],
  ] as const) {
    const bytes = iconv.encode(textOf(name, lineEnd), encoding);
    const reading = { foundEncoding: encoding };
    const { rows, marks } = await marked(bytes, reading, pieceBytes);
    // Returns alone are not looked for in UTF-16.
    expect(marks.length).toBeGreaterThan(lineEnd === '\r' && encoding.startsWith('utf-16') ? -1 : 0);
    // The first and the last of them, and whichever are in between at one place.
    for (const mark of new Set([marks[0], marks[marks.length >> 1], marks.at(-1)])) {
      if (!mark) continue;
      const later = await readOn(bytes, reading, mark, 30_011);
      expect(later.from).toEqual(mark);
      expect(later.rows).toEqual(rows.slice(mark.rows));
    }
  }
});

test('marks are the same however the file is cut, and a mark of a text read on is one of the whole text', async () => {
  const bytes = Buffer.from(`\ufeff${textOf('Zoë', '\r\n')}`);
  const { rows, marks } = await marked(bytes, {});
  const [first, ...others] = marks;
  const file = await readFile(storedFile(bytes, 999), { from: first as Mark });
  const count = rows.slice(first?.rows).length;
  let read = 0;
  const found: Mark[] = [];
  for await (const batch of file.rows) {
    const mark = file.mark();
    if (mark && read > 0) found.push(mark);
    read += batch.length;
  }
  expect(read).toBe(count);
  expect(found.length).toBeGreaterThanOrEqual(others.length - 1);
  for (const mark of found) expect((await readOn(bytes, {}, mark)).rows).toEqual(rows.slice(mark.rows));
});

test('no mark lies within a cell in quotes, however long', async () => {
  const long = `a@contoso.com,Ann,Chef,"${'line\n'.repeat(150_000)}"`;
  const bytes = Buffer.from([headings, 'b@contoso.com,Bob,Chef,', long, textOf('Zoë', '\n', 2000)].join('\n'));
  const { rows, marks } = await marked(bytes, {}).catch(() => ({ rows: [], marks: [] }));
  for (const mark of marks) expect((await readOn(bytes, {}, mark)).rows).toEqual(rows.slice(mark.rows));
  const words = `a@contoso.com,Ann,Chef,"${'line\n'.repeat(120_000)}"`;
  const short = Buffer.from(
    [headings, ...Array.from({ length: 5 }, () => words), textOf('Zoë', '\n', 2000)].join('\n'),
  );
  const read = await marked(short, {});
  expect(read.marks.length).toBeGreaterThan(1);
  for (const mark of read.marks) expect((await readOn(short, {}, mark)).rows).toEqual(read.rows.slice(mark.rows));
});

describe('a mark that does not fit: the rows are read from the first one', () => {
  test.each([
    ['its byte is that of another line', (mark: Mark) => ({ ...mark, byte: mark.byte + 7 })],
    ['it lies behind the end', (mark: Mark) => ({ ...mark, byte: 2 ** 40 })],
    ['its row is another', (mark: Mark) => ({ ...mark, rows: mark.rows + 1 })],
    ['its check is another', (mark: Mark) => ({ ...mark, check: '0'.repeat(16) })],
  ])('%s', async (_, spoilt) => {
    const bytes = Buffer.from(textOf('Zoë', '\n'));
    const { rows, marks } = await marked(bytes, {});
    const later = await readOn(bytes, {}, spoilt(marks.at(-1) as Mark));
    expect(later).toEqual({ from: undefined, rows });
  });

  test('the file is another', async () => {
    const { marks } = await marked(Buffer.from(textOf('Zoë', '\n')), {});
    const other = Buffer.from(textOf('Ann', '\n'));
    const later = await readOn(other, {}, marks[0] as Mark);
    expect(later.from).toBeUndefined();
    expect(later.rows).toEqual((await marked(other, {})).rows);
  });
});

test('a check tells nothing of a password', async () => {
  const withPassword = (password: string) =>
    Buffer.from(
      [
        'User Name,Display Name,Password',
        ...Array.from({ length: 9000 }, (_, n) => `p${n}@contoso.com,P ${n},${password}`),
      ].join('\n'),
    );
  const checks = async (password: string) => (await marked(withPassword(password), {})).marks.map(({ check }) => check);
  const found = await checks('Correct-Horse-17');
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(await checks('Battery-Staple-9'));
});
