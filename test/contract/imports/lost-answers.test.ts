/** Written, and not told so: no answer means unknown, and whoever asks again finds what was written. */
import { chunkOnWire } from '../chunk-on-wire.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const transactions = 'TransactWriteItems';
const created = (count: number) => Array.from({ length: count }, () => 'created');

test('a transaction whose answer is lost is asked for again with its token, and written once (cases 5, 25)', async () => {
  const { deliver, faresBy, asked, outcomes, peopleOfRows, imports, id } = await chunkOnWire(dynoxide, { rows: 3 });
  faresBy(({ operation, before }) => (operation === transactions && before < 2 ? 'answer lost' : 'done'));
  expect(await deliver()).toBe('provisioned');
  const tokens = asked.filter(({ operation }) => operation === transactions).map(({ body }) => body.ClientRequestToken);
  expect([tokens.length, new Set(tokens).size]).toEqual([3, 1]);
  expect(await outcomes()).toEqual(created(3));
  expect(await peopleOfRows()).toHaveLength(3);
  expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 3, refused: 0 });
});

test('a function that dies of the lost answer: the next delivery finds its rows created, and mails them (cases 4, 5)', async () => {
  const { deliver, faresBy, outcomes, peopleOfRows, imports, id, mailed } = await chunkOnWire(dynoxide, { rows: 3 });
  faresBy(({ operation }) => (operation === transactions ? 'caller dies' : 'done'));
  await expect(deliver()).rejects.toThrow();
  const people = await peopleOfRows();
  expect([people.length, mailed()]).toEqual([3, []]);
  faresBy(() => 'done');
  expect(await deliver()).toBe('repeated');
  expect(await outcomes()).toEqual(created(3));
  expect(await peopleOfRows()).toEqual(people);
  expect(mailed().toSorted()).toEqual(people.toSorted());
  expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 3, refused: 0 });
});

test('whichever call the function dies of, the people are there once, and are mailed (cases 3, 4, 5)', async () => {
  for (let last = 0; ; last += 1) {
    const { deliver, faresBy, asked, outcomes, peopleOfRows, mailed } = await chunkOnWire(dynoxide, { rows: 2 });
    faresBy(() => (asked.length === last ? 'caller dies' : 'done'));
    const first = await deliver().catch(() => 'died');
    faresBy(() => 'done');
    if (first === 'died') await deliver();
    expect(await outcomes()).toEqual(created(2));
    expect(new Set(mailed())).toEqual(new Set(await peopleOfRows()));
    if (first !== 'died') break;
  }
});
