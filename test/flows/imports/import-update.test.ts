/** A file that changes people who exist: shown, done, and taken back. */
import { type Cells, type Crowd, mailsAbout, newCrowd, peopleOf, seatsOf, whenMailed } from '../driver/crowd.ts';
import { importedRows as count } from '../driver/how-many.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import { nobody, tally } from '../driver/outcomes.ts';
import { followed, importRequested, reportText } from '../driver/requested-imports.ts';
import type { Import, Licence, ReportLine, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
let plan: Licence;
let crowd: Crowd;
let people: User[];
let shown: Import;
let planned: ReportLine[];
let done: Import;
const minutes = 60_000;
const update = { existingPeople: 'update' } as const;

/** Every tenth row moves to another department; the first one gets another name. No row says a city any more. */
const changed = (row: number): Cells => ({
  City: '',
  ...(row % 10 === 0 && { Department: 'Moved' }),
  ...(row === 1 && { 'Display Name': 'Somebody Else' }),
});
const isMoved = (row: number) => row % 10 === 0;
const changesOf = (row: number) => {
  if (row === 1) return [{ property: 'displayName', from: 'Person 1', to: 'Somebody Else' }];
  return isMoved(row) ? [{ property: 'department', from: `Team ${row % 7}`, to: 'Moved' }] : [];
};
const backOf = (row: number) => changesOf(row).map(({ property, from, to }) => ({ property, from: to, to: from }));

const report = ({ id }: Import) => muster.api.report(id, '?$top=1000');
const patch = async (row: number, body: object) =>
  expect((await muster.api.ask('PATCH', `/v1.0/users/${crowd.nameOf(row)}`, body)).status).toBe(204);
const departments = (those: readonly User[]) => those.map(({ department }) => department);

beforeAll(async () => {
  muster = await sharedMuster();
  plan = await newLicence(muster, count);
  crowd = newCrowd(count, plan);
  await importRequested(muster, `${crowd.run}.csv`, crowd.file());
  people = await whenMailed(muster, crowd);
}, 15 * minutes);
afterAll(() => muster.close());

test(
  `a dry run says what it would change, from what to what, and changes nothing`,
  async () => {
    shown = await importRequested(muster, `${crowd.run}.csv`, crowd.file(changed), { ...update, dryRun: true });
    const moved = crowd.rowNumbers.filter(isMoved);
    const [updated, unchanged] = [moved.length + 1, count - moved.length - 1];
    expect(shown).toMatchObject({ status: 'succeeded', ...nobody, updated, unchanged, mails: 0 });
    planned = await report(shown);
    expect(tally(planned).updated).toEqual([1, ...moved]);
    expect(planned.map(({ changes }) => changes)).toEqual(crowd.rowNumbers.map(changesOf));
    expect(await peopleOf(muster, crowd)).toEqual(people);
  },
  10 * minutes,
);

test(
  'applied, it changes just that; who was changed meanwhile is left as they are',
  async () => {
    await patch(10, { department: 'Elsewhere' });
    const mails = await mailsAbout(muster, crowd);
    done = await followed(muster, await muster.api.askOfImport(shown.id, 'apply'));
    expect(done).toMatchObject({
      status: 'succeeded',
      updated: shown.updated - 1,
      unchanged: shown.unchanged,
      refused: 1,
    });
    const lines = await report(done);
    expect(tally(lines)['refused ChangedSincePlan']).toEqual([10]);
    const others = ({ rowNumber }: ReportLine) => rowNumber !== 10;
    expect(lines.filter(others)).toEqual(planned.filter(others));

    const now = await peopleOf(muster, crowd);
    const wanted = (row: number) => (isMoved(row) ? 'Moved' : `Team ${row % 7}`);
    expect(departments(now)).toEqual(crowd.rowNumbers.map((row) => (row === 10 ? 'Elsewhere' : wanted(row))));
    expect(now[0]?.displayName).toBe('Somebody Else');
    // A blank cell says nothing.
    expect(now.every(({ city }) => city === 'Delft')).toBe(true);
    const untouched = (those: readonly User[]) => those.filter((_, index) => changesOf(index + 1).length === 0);
    expect(untouched(now)).toEqual(untouched(people));
    expect(await seatsOf(muster, plan)).toEqual({ enabled: count, consumed: count, reserved: 0 });
    expect((await mailsAbout(muster, crowd)).credentials).toBe(mails.credentials);
  },
  10 * minutes,
);

test('the report as CSV tells each change in one cell', async () => {
  const text = await reportText(muster, done, { $format: 'csv', outcome: 'updated' });
  const [, first, second] = text.split('\r\n');
  expect(first).toBe(`1,${crowd.nameOf(1)},updated,,,displayName: Person 1 -> Somebody Else`);
  expect(second).toBe(`20,${crowd.nameOf(20)},updated,,,department: Team 6 -> Moved`);
  expect(text.trimEnd().split('\r\n')).toHaveLength(done.updated + 1);
});

test(
  'undone, everybody is as before, but who was changed since',
  async () => {
    await patch(20, { department: 'Again elsewhere' });
    const undone = await followed(muster, await muster.api.askOfImport(done.id, 'undo'));
    expect(undone).toMatchObject({ status: 'succeeded', refused: 1, updated: done.updated - 1 });
    expect(undone.unchanged).toBe(count - done.updated);
    const lines = await report(undone);
    expect(tally(lines)['refused ChangedSinceImport']).toEqual([20]);
    const isUntouched = (row: number) => row === 10 || row === 20;
    expect(lines.map(({ changes }) => changes)).toEqual(
      crowd.rowNumbers.map((row) => (isUntouched(row) ? [] : backOf(row))),
    );
    const kept: Record<number, string> = { 10: 'Elsewhere', 20: 'Again elsewhere' };
    const now = await peopleOf(muster, crowd);
    expect(departments(now)).toEqual(crowd.rowNumbers.map((row) => kept[row] ?? `Team ${row % 7}`));
    expect(now[0]?.displayName).toBe('Person 1');
    expect(await seatsOf(muster, plan)).toEqual({ enabled: count, consumed: count, reserved: 0 });
  },
  10 * minutes,
);

test('<clear> empties what a blank cell would leave', async () => {
  const { displayName, userPrincipalName } = someone('Mia');
  await muster.api.addUser({ displayName, userPrincipalName, department: 'Sales', city: 'Delft' });
  const headings = ['User Name', 'Display Name', 'Department', 'City'];
  const content = csv(headings, [[userPrincipalName, displayName, '<clear>', '']]);
  const over = await importRequested(muster, `clear-${unique()}.csv`, content, update);
  expect((await report(over))[0]?.changes).toEqual([{ property: 'department', from: 'Sales', to: null }]);
  expect(await muster.api.user(userPrincipalName)).toMatchObject({ department: null, city: 'Delft' });
});
