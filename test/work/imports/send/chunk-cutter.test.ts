/** Chunks are runs of neighbouring rows that fit one transaction, one message and one call. */

import fc from 'fast-check';
import type { CheckedRow } from '../../../../shared/work/imports/plan/check-rows.ts';
import { type Chunk, ChunkCutter } from '../../../../shared/work/imports/send/chunk-cutter.ts';
import { runs } from '../../../property-runs.ts';

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
  const cutter = new ChunkCutter();
  const chunks = rows.flatMap((row) => cutter.take(row) ?? []);
  return [...chunks, ...[cutter.rest() ?? []].flat()];
};

const actionsOf = ({ rows }: Chunk) => rows.reduce((sum, { draft }) => sum + (draft ? 2 : 0), 0);

test('whatever the rows: neighbours, all of them, in order, and never more than fits (case 22)', () => {
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
    { numRuns: runs(0.3) },
  );
});

test('the same rows give the same chunks, and a later start of the reading does not matter', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 300, size: 'max' }), (wishes) => {
      expect(cut(rowsOf(wishes))).toEqual(cut(rowsOf(wishes)));
    }),
    { numRuns: runs(0.1) },
  );
});

test('what becomes of seats is no matter of where chunks are cut', () => {
  const rows = rowsOf(Array.from({ length: 120 }, () => ({ skuIds: ['a'], text: 1, password: false, refused: false })));
  const cutter = new ChunkCutter();
  const withoutSeats = rows.flatMap((row) => cutter.take(row, { ...row, short: ['a'] }) ?? []);
  expect(withoutSeats.map(({ firstRow }) => firstRow)).toEqual(
    cut(rows)
      .slice(0, -1)
      .map(({ firstRow }) => firstRow),
  );
  expect(withoutSeats[0]?.rows[0]?.short).toEqual(['a']);
});

test('500 refused rows fill a chunk', () => {
  const refused = { skuIds: ['a'], text: 1, password: false, refused: true };
  const chunks = cut(rowsOf(Array.from({ length: 1001 }, () => refused)));
  expect(chunks.every(({ rows }) => rows.length <= 500)).toBe(true);
});

test('no rows are no chunk', () => {
  expect(cut([])).toEqual([]);
});
