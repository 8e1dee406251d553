/** A large file: what a dry run shows, the same done, and done again. */
import { parse } from 'csv-parse/sync';
import { type Crowd, holdersAmong, mailsAbout, newCrowd, peopleOf, seatsOf, whenMailed } from '../driver/crowd.ts';
import { importedRows as count } from '../driver/how-many.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence } from '../driver/names.ts';
import { nobody, tally } from '../driver/outcomes.ts';
import { followed, importRequested, reportText } from '../driver/requested-imports.ts';
import type { Import, Licence, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { isLocal } from '../driver/which-engine.ts';

let muster: Muster;
let plan: Licence;
let crowd: Crowd;
let shown: Import;
let applied: Import;
let people: User[];
/** Fewer than rows, so that the order of the rows decides who has one. */
const seats = count - 10;
const minutes = 60_000;
const fileName = () => `${crowd.run}.csv`;

beforeAll(async () => {
  muster = await sharedMuster();
  plan = await newLicence(muster, seats);
  crowd = newCrowd(count, plan);
});
afterAll(() => muster.close());

/** The results mail is the last thing that an import does. */
const whenTold = (times: number) => muster.mailbox.mails({ to: administrator, about: fileName() }, times);

test(
  `a dry run of ${count} rows says what would be, and nothing is written`,
  async () => {
    shown = await importRequested(muster, fileName(), crowd.file(), { dryRun: true });
    expect(shown).toMatchObject({ status: 'succeeded', kind: 'import', ...nobody, rows: count, created: count });
    const { skuId, skuPartNumber } = plan;
    expect(shown.licences).toEqual([
      { skuId, skuPartNumber, needed: count, granted: seats, short: 10, free: null, seatsToBuy: 10 },
    ]);
    const lines = await muster.api.report(shown.id, '?$top=1000');
    expect(tally(lines)).toEqual({ created: crowd.rowNumbers });
    expect(lines.map(({ userPrincipalName }) => userPrincipalName)).toEqual(crowd.names);
    expect(lines.every(({ personId, changes }) => personId === null && changes.length === 0)).toBe(true);

    await whenTold(1);
    expect(await peopleOf(muster, crowd)).toEqual([]);
    expect((await muster.api.ask('GET', `/v1.0/users/${crowd.nameOf(1)}`)).status).toBe(404);
    expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: 0, reserved: 0 });
    expect(await mailsAbout(muster, crowd)).toEqual({ credentials: 0, all: 1 });
  },
  10 * minutes,
);

test(
  'applied, it makes exactly these people, and mails them as it was told',
  async () => {
    applied = await followed(muster, await muster.api.askOfImport(shown.id, 'apply'));
    expect(applied).toMatchObject({ status: 'succeeded', applies: shown.id, ...nobody, rows: count, created: count });
    expect(applied.id).not.toBe(shown.id);
    expect((await muster.api.askOfImport(shown.id, 'apply')).id).toBe(applied.id);

    people = await whenMailed(muster, crowd);
    expect(people.map(({ userPrincipalName }) => userPrincipalName)).toEqual(crowd.names);
    expect(people.map(({ assignedLicenses }) => assignedLicenses.length)).toEqual(
      crowd.rowNumbers.map((row) => (row <= seats ? 1 : 0)),
    );
    expect(holdersAmong(people)).toEqual({ holding: seats, waiting: 10 });
    expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: seats, reserved: 0 });
    const sent = (await mailsAbout(muster, crowd)).credentials;
    // A mail names fewer people where an account may send few mails a second.
    if (isLocal) expect(sent).toBe(shown.mails);
    else expect(sent).toBeGreaterThanOrEqual(shown.mails ?? 0);
  },
  15 * minutes,
);

test(
  'its report says the same as JSON, as CSV and as lines of JSON, and of one outcome alone',
  async () => {
    const lines = await muster.api.report(applied.id, '?$top=1000');
    expect(tally(lines)).toEqual({ created: crowd.rowNumbers });
    expect(lines.map(({ personId }) => personId)).toEqual(people.map(({ id }) => id));
    const jsonLines = (await reportText(muster, applied, { $format: 'jsonl' })).trimEnd().split('\n');
    expect(jsonLines.map((line) => JSON.parse(line))).toEqual(lines);
    const text = await reportText(muster, applied, { $format: 'csv' });
    const [headings, ...rows] = parse(text, { bom: true }) as string[][];
    expect(headings).toEqual(['Row', 'User name', 'Outcome', 'Code', 'Message', 'Changes']);
    expect(rows).toEqual(crowd.rowNumbers.map((row) => [String(row), crowd.nameOf(row), 'created', '', '', '']));
    expect(await muster.api.report(applied.id, '?outcome=created&$top=1000')).toEqual(lines);
    expect(await muster.api.report(applied.id, '?outcome=refused')).toEqual([]);
    expect(await reportText(muster, applied, { $format: 'jsonl', outcome: 'refused' })).toBe('');
  },
  5 * minutes,
);

test(
  'the same file again changes nobody, and mails nobody',
  async () => {
    const before = await mailsAbout(muster, crowd);
    const again = await importRequested(muster, fileName(), crowd.file());
    expect(again).toMatchObject({ status: 'succeeded', ...nobody, rows: count, unchanged: count });
    const lines = await muster.api.report(again.id, '?$top=1000');
    expect(tally(lines)).toEqual({ unchanged: crowd.rowNumbers });
    expect(lines.map(({ personId }) => personId)).toEqual(people.map(({ id }) => id));
    await whenTold(3);
    // Their versions are in it.
    expect(await peopleOf(muster, crowd)).toEqual(people);
    expect(await seatsOf(muster, plan)).toEqual({ enabled: seats, consumed: seats, reserved: 0 });
    expect(await mailsAbout(muster, crowd)).toEqual({ ...before, all: before.all + 1 });
  },
  10 * minutes,
);
