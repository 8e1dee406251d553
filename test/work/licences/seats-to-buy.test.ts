import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { type ImportProgress, noProgress, seatsToBuyFor } from '../../../shared/domain/imports/import-progress.ts';

const plan = { skuId: 'e3', skuPartNumber: 'ENTERPRISEPACK', needed: 10, granted: 6 };
const progress = (seats: number, waiting: number): ImportProgress => ({
  ...noProgress(),
  ...{ chunks: 1, created: seats + waiting, refused: 10 - seats - waiting },
  seats: { e3: seats },
  waiting: { e3: waiting },
});

const job = { options: defaultOptions };

test.each([
  ['nobody was refused', progress(6, 4), 4],
  ['a row that waited was refused', progress(6, 3), 3],
  ['a row that had a seat was refused, so that one who waits gets it', progress(5, 4), 3],
  ['refused rows leave seats over', progress(1, 4), 0],
])('when %s, %j needs %i more seats', (_case, done, seats) => {
  expect(seatsToBuyFor(plan, job, done)).toBe(seats);
});

test('seats that were taken before an import was resumed are not those of its new plan', () => {
  expect(seatsToBuyFor(plan, { ...job, seatsBefore: { e3: 3 } }, progress(9, 4))).toBe(4);
  expect(seatsToBuyFor(plan, { ...job, seatsBefore: { e3: 3 } }, progress(8, 4))).toBe(3);
});

test('where rows without a seat are refused, seats are needed for those', () => {
  const rejecting = { options: { ...defaultOptions, seatsShort: 'reject' } } as const;
  expect(seatsToBuyFor(plan, rejecting, progress(6, 0))).toBe(4);
  expect(seatsToBuyFor(plan, rejecting, progress(5, 0))).toBe(4);
  expect(seatsToBuyFor({ ...plan, granted: 10 }, rejecting, progress(9, 0))).toBe(0);
});
