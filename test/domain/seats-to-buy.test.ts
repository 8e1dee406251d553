import { type ImportProgress, noProgress, seatsToBuyFor } from '../../shared/domain/import-progress.ts';

const plan = { skuId: 'e3', skuPartNumber: 'ENTERPRISEPACK', needed: 10, granted: 6 };
const progress = (seats: number, waiting: number): ImportProgress => ({
  ...noProgress(),
  ...{ chunks: 1, created: seats + waiting, refused: 10 - seats - waiting },
  seats: { e3: seats },
  waiting: { e3: waiting },
});

test.each([
  ['nobody was refused', progress(6, 4), 4],
  ['a row that waited was refused', progress(6, 3), 3],
  ['a row that had a seat was refused, so that one who waits gets it', progress(5, 4), 3],
  ['refused rows leave seats over', progress(1, 4), 0],
])('when %s, %j needs %i more seats', (_case, done, seats) => {
  expect(seatsToBuyFor(plan, done)).toBe(seats);
});
