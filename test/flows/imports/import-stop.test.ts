/** Imports that are stopped: by somebody, or by their refused rows; and what resuming them adds. */
import { type Crowd, holdersAmong, newCrowd, peopleOf, seatsOf } from '../driver/crowd.ts';
import { someRows as count } from '../driver/how-many.ts';
import { csv, reportRows } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence } from '../driver/names.ts';
import { nobody, tally } from '../driver/outcomes.ts';
import { followed, importRequested, requestImport } from '../driver/requested-imports.ts';
import type { Import, Licence } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
let plan: Licence;
let crowd: Crowd;
const minutes = 60_000;

beforeAll(async () => {
  muster = await sharedMuster();
});
beforeEach(() => newPlanAndCrowd(count));
afterAll(() => muster.close());

const newPlanAndCrowd = async (rows: number): Promise<void> => {
  plan = await newLicence(muster, rows - 10);
  crowd = newCrowd(rows, plan);
};
const seatsOfPlan = () => plan.prepaidUnits.enabled;

const report = ({ id }: Import) => muster.api.report(id, '?$top=1000');
const doneOf = ({ created, unchanged, refused }: Import) => created + unchanged + refused;

/** A stopped import has done a part of its rows, and holds no seat but those of people. */
const expectStopped = async (stopped: Import) => {
  expect(stopped.rows).toBe(crowd.count);
  expect(doneOf(stopped)).toBeLessThan(crowd.count);
  const people = await peopleOf(muster, crowd);
  const lines = await report(stopped);
  expect(new Set(lines.map(({ rowNumber }) => rowNumber)).size).toBe(doneOf(stopped));
  const created = lines.filter(({ outcome }) => outcome === 'created');
  expect(created).toHaveLength(stopped.created);
  const ids = new Set(people.map(({ id }) => id));
  expect(created.filter(({ personId }) => !ids.has(personId ?? ''))).toEqual([]);
  const { holding } = holdersAmong(people);
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seatsOfPlan(), consumed: holding, reserved: 0 });
  // Its report shows what was left, to be seen.
  const left = reportRows(await muster.files.reportFile(stopped)).filter(({ Outcome }) => Outcome === 'not done');
  expect(left).toHaveLength(crowd.count - doneOf(stopped));
};

/** A resumed import does the rest: each row has one outcome, and the seats have gone to the first of those who want one. */
const expectWhole = async (whole: Import, before: Import) => {
  expect(whole.id).toBe(before.id);
  const lines = await report(whole);
  expect(lines.map(({ rowNumber }) => rowNumber)).toEqual(crowd.rowNumbers);
  expect(doneOf(whole)).toBe(crowd.count);
  const people = await peopleOf(muster, crowd);
  expect(people.map(({ userPrincipalName }) => userPrincipalName)).toEqual(crowd.names);
  const { holding, waiting } = holdersAmong(people);
  expect(holding + waiting).toBe(whole.created);
  expect(holding).toBe(Math.min(seatsOfPlan(), whole.created));
  expect(await seatsOf(muster, plan)).toEqual({ enabled: seatsOfPlan(), consumed: holding, reserved: 0 });
};

/** An import that was cancelled between its first row and its last: where it was faster than that, a longer one. */
const cancelledHalfWay = async (): Promise<Import> => {
  for (let times = 1; times <= 6; times += 1) {
    await newPlanAndCrowd(count * times);
    const asked = await requestImport(muster, `${crowd.run}.csv`, crowd.file());
    await waitFor(
      'the first people',
      () => muster.api.import(asked.id),
      ({ created }) => created > 0,
      { every: 0.05 },
    );
    const { status } = await muster.api.ask('POST', `/v1.0/imports/${asked.id}/cancel`);
    const ended = await followed(muster, asked);
    if (status === 202 && ended.status !== 'succeeded') return ended;
  }
  throw new Error('Every import was over before it could be cancelled.');
};

test(
  'cancelled in the middle and resumed, each row has one outcome, and seats are exact',
  async () => {
    const cancelled = await cancelledHalfWay();
    expect(cancelled).toMatchObject({ status: 'cancelled', error: null });
    await expectStopped(cancelled);

    await muster.api.askOfImport(cancelled.id, 'resume');
    const whole = await followed(muster, cancelled);
    expect(whole).toMatchObject({ status: 'succeeded', ...nobody, created: crowd.count });
    await expectWhole(whole, cancelled);
    expect((await muster.api.ask('POST', `/v1.0/imports/${cancelled.id}/resume`)).status).toBe(409);
    expect((await muster.api.ask('POST', `/v1.0/imports/${cancelled.id}/cancel`)).status).toBe(409);
  },
  15 * minutes,
);

test(
  'too many faulty rows: it fails before anything has changed, and goes on when that is meant',
  async () => {
    const isFaulty = (row: number) => row % 50 === 0;
    const content = crowd.file((row) => (isFaulty(row) ? { 'Display Name': '' } : {}));
    const options = { stopAfterRefusals: 5 };
    const failed = await importRequested(muster, `${crowd.run}.csv`, content, options);
    expect(failed).toMatchObject({ status: 'failed', ...nobody, error: { code: 'TooManyRefusals' } });
    expect(await peopleOf(muster, crowd)).toEqual([]);
    expect(await seatsOf(muster, plan)).toEqual({ enabled: seatsOfPlan(), consumed: 0, reserved: 0 });

    await muster.api.askOfImport(failed.id, 'resume');
    const whole = await followed(muster, failed);
    const faulty = crowd.rowNumbers.filter(isFaulty);
    expect(whole).toMatchObject({
      status: 'succeeded',
      ...nobody,
      created: count - faulty.length,
      refused: faulty.length,
      error: null,
    });
    expect(tally(await report(whole))['refused DisplayNameMissing']).toEqual(faulty);
  },
  15 * minutes,
);

test(
  'too many names that are taken: it stops half way, keeps what it did, and goes on when that is meant',
  async () => {
    const taken = crowd.rowNumbers.slice(0, 100);
    const others = taken.map((row) => [crowd.nameOf(row), `Somebody ${row}`]);
    await muster.files.importFile(`stop/${crowd.run}-others.csv`, csv(['User Name', 'Display Name'], others));

    const options = { stopAfterRefusals: 40 };
    const failed = await importRequested(muster, `${crowd.run}.csv`, crowd.file(), options);
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'TooManyRefusals' } });
    expect(failed.refused).toBeGreaterThanOrEqual(40);
    await expectStopped(failed);

    await muster.api.askOfImport(failed.id, 'resume');
    const whole = await followed(muster, failed);
    expect(whole).toMatchObject({ status: 'succeeded', ...nobody, created: count - 100, refused: 100, error: null });
    expect(tally(await report(whole))['refused UserNameTaken']).toEqual(taken);
    await expectWhole(whole, failed);
  },
  15 * minutes,
);
