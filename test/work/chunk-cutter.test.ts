/** Chunks are runs of neighbouring rows that fit one transaction, one message and one call. */
import fc from 'fast-check';
import type { CheckedRow } from '../../shared/work/check-rows.ts';
import { type Chunk, ChunkCutter } from '../../shared/work/chunk-cutter.ts';

const seats = [
  { skuId: 'a', skuPartNumber: 'A', needed: 500, granted: 40 },
  { skuId: 'b', skuPartNumber: 'B', needed: 500, granted: 0 },
];

type Wish = { skuIds: string[]; text: number; password: boolean; refused: boolean };

const wish = fc.record({
  skuIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  text: fc.oneof(
    { weight: 9, arbitrary: fc.constant(10) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4000 }) },
  ),
  password: fc.boolean(),
  refused: fc.boolean(),
});

const rowsOf = (wishes: readonly Wish[]): CheckedRow[] =>
  wishes.map(({ skuIds, text, password, refused }, index) => {
    const row = { rowNumber: index + 1, userPrincipalName: `p${index}@contoso.com` };
    if (refused) return { ...row, refusal: { code: 'UserNameIllegal' } };
    const names = {
      userPrincipalName: row.userPrincipalName,
      displayName: 'x'.repeat(text),
      mailNickname: `p${index}`,
    };
    return { ...row, draft: { ...names, skuIds, ...(password && { password: 'Marked-Pa55word' }) } };
  });

const cut = (rows: readonly CheckedRow[]): Chunk[] => {
  const cutter = new ChunkCutter(seats);
  const chunks = rows.flatMap((row) => cutter.take(row) ?? []);
  return [...chunks, ...[cutter.rest() ?? []].flat()];
};

const actionsOf = ({ rows }: Chunk) =>
  rows.reduce((sum, { draft, short = [] }) => sum + (draft ? 2 + short.length : 0), 0);

test('whatever the rows: neighbours, all of them, in order, and never more than fits', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 400, size: 'max' }), (wishes) => {
      const rows = rowsOf(wishes);
      const chunks = cut(rows);
      expect(chunks.flatMap((chunk) => chunk.rows.map(({ rowNumber }) => rowNumber))).toEqual(
        rows.map(({ rowNumber }) => rowNumber),
      );
      for (const chunk of chunks) {
        expect([chunk.firstRow, chunk.lastRow]).toEqual([chunk.rows[0]?.rowNumber, chunk.rows.at(-1)?.rowNumber]);
        expect(actionsOf(chunk)).toBeLessThanOrEqual(98);
        expect(chunk.rows.filter(({ draft }) => draft?.password).length).toBeLessThanOrEqual(40);
        expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThan(51 * 1024);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same rows give the same chunks, and a later start of the reading does not matter', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 300, size: 'max' }), (wishes) => {
      expect(cut(rowsOf(wishes))).toEqual(cut(rowsOf(wishes)));
    }),
    { numRuns: 20 },
  );
});

test('seats go to the first rows that ask; the others are short, also of a licence that was not planned', () => {
  const plain = { text: 1, password: false, refused: false };
  const chunks = cut(rowsOf(Array.from({ length: 60 }, () => ({ ...plain, skuIds: ['a', 'b', 'c'] }))));
  const shorts = chunks.flatMap(({ rows }) => rows.map(({ short }) => short?.join('')));
  expect(shorts).toEqual([...Array(40).fill('bc'), ...Array(20).fill('abc')]);
});

test('a refused row takes no seat, and 500 of them fill a chunk', () => {
  const refused = { skuIds: ['a'], text: 1, password: false, refused: true };
  const chunks = cut(rowsOf(Array.from({ length: 1001 }, () => refused)));
  expect(chunks.every(({ rows }) => rows.length <= 500)).toBe(true);
  expect(chunks.flatMap(({ rows }) => rows.flatMap(({ short }) => short ?? []))).toEqual([]);
});

test('no rows are no chunk', () => {
  expect(cut([])).toEqual([]);
});
