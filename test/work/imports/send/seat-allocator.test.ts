/** Reserved seats go to rows in their order, the same rows each time. */
import type { CheckedRow } from '../../../../shared/work/imports/plan/check-rows.ts';
import { SeatAllocator } from '../../../../shared/work/imports/send/seat-allocator.ts';
import { RowBitmap } from '../../../../shared/work/imports/sets/row-bitmap.ts';

const seats = [
  { skuId: 'a', skuPartNumber: 'A', needed: 500, granted: 4 },
  { skuId: 'b', skuPartNumber: 'B', needed: 500, granted: 0 },
];

const row = (rowNumber: number, ...skuIds: string[]): CheckedRow => {
  const userPrincipalName = `p${rowNumber}@contoso.com`;
  const draft = { userPrincipalName, displayName: 'P', mailNickname: 'p', skuIds };
  return { rowNumber, userPrincipalName, draft };
};

const shorts = (handOut: SeatAllocator, rows: readonly CheckedRow[]) =>
  rows.map((each) => {
    const { short, refusal } = handOut.take(each);
    return refusal?.code ?? short?.join('') ?? '';
  });

const ten = (...skuIds: string[]) => Array.from({ length: 10 }, (_, index) => row(index + 1, ...skuIds));

test('seats go to the first rows that ask; the others are short, also of a licence that was not planned', () => {
  const handOut = new SeatAllocator(seats, new Map(), 'unlicensed');
  expect(shorts(handOut, ten('a', 'b', 'c'))).toEqual([...Array(4).fill('bc'), ...Array(6).fill('abc')]);
});

test('rows that need none leave theirs to the next, and get none should that have changed', () => {
  const exempt = new RowBitmap();
  for (const rowNumber of [1, 2, 7]) exempt.add(rowNumber);
  const handOut = new SeatAllocator(seats, new Map([['a', RowBitmap.decode(exempt.encode().bytes)]]), 'unlicensed');
  expect(shorts(handOut, ten('a'))).toEqual(['a', 'a', '', '', '', '', 'a', 'a', 'a', 'a']);
});

test('where rows without seats are refused, they take no seat of another licence either', () => {
  const handOut = new SeatAllocator(
    [...seats, { ...seats[0], skuId: 'c', skuPartNumber: 'C' } as never],
    new Map(),
    'reject',
  );
  expect(shorts(handOut, [row(1, 'a', 'b'), ...ten('a').slice(1, 6)])).toEqual([
    'NoSeatForRow',
    '',
    '',
    '',
    '',
    'NoSeatForRow',
  ]);
});

test('a refused row, and one without licences, are left as they are', () => {
  const handOut = new SeatAllocator(seats, new Map(), 'reject');
  const refused: CheckedRow = { rowNumber: 1, userPrincipalName: '', refusal: { code: 'UserNameMissing' } };
  expect(handOut.take(refused)).toBe(refused);
  const plain = row(2);
  expect(handOut.take(plain)).toBe(plain);
});
