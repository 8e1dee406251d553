import { type ImportJob, newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { paceOf } from '../../../shared/domain/imports/import-pace.ts';
import { type ImportProgress, noProgress } from '../../../shared/domain/imports/import-progress.ts';
import { sentenceOf } from '../../../shared/domain/refusals.ts';
import { addSeconds, instant } from '../../../shared/domain/time.ts';
import { importResource, reportLine } from '../../../shared/graph/imports/import-resource.ts';

const began = instant('2026-03-01T09:00:00Z');
const owner = { kind: 'person', id: 'ada', displayName: 'Ada', roles: ['User Administrator'] } as const;
const file = { bucket: 'files', key: 'people.csv', versionId: '1' };
const job = (change: Partial<ImportJob> = {}): ImportJob => ({
  ...newImportJob({ id: 'one', file, options: defaultOptions, owner }, began),
  ...{ stage: 'provisioning', status: 'running', rows: 100 },
  ...change,
});
const progress = (change: Partial<ImportProgress> = {}): ImportProgress => ({ ...noProgress(), ...change });

test('the pace is that of all rows with an outcome since the import began', () => {
  const done = progress({ created: 20, updated: 10, unchanged: 5, refused: 5 });
  expect(paceOf(job(), done, addSeconds(began, 16))).toEqual({ rowsPerSecond: 2.5, secondsLeft: 24 });
  expect(paceOf(job(), progress({ created: 3 }), addSeconds(began, 9))).toEqual({
    rowsPerSecond: 0.3,
    secondsLeft: 291,
  });
  expect(paceOf(job(), progress({ created: 100 }), addSeconds(began, 10))).toMatchObject({ secondsLeft: 0 });
});

test.each<[string, Partial<ImportJob>, number, number]>([
  ['is over', { status: 'succeeded', stage: 'settled' }, 100, 10],
  ['is on hold', { status: 'onHold', stage: 'holding' }, 10, 10],
  ['has done nothing', {}, 0, 10],
  ['began this very moment', {}, 10, 0],
])('an import that %s has none', (_, change, created, seconds) => {
  const pace = paceOf(job(change), progress({ created }), addSeconds(began, seconds));
  expect(pace).toEqual({ rowsPerSecond: null, secondsLeft: null });
});

test('what is left is unknown while the rows are', () => {
  const { rows: _rows, ...unknown } = job();
  expect(paceOf(unknown as ImportJob, progress({ created: 10 }), addSeconds(began, 10))).toEqual({
    rowsPerSecond: 1,
    secondsLeft: null,
  });
});

test('the resource shows nothing of the import’s inside', () => {
  const shown = importResource(job({ seats: [{ ...plan, granted: 2 }] }), progress(), began);
  const inside = [
    'stage',
    'rules',
    'owner',
    'nextRow',
    'chunks',
    'revivals',
    'resumptions',
    'roles',
    'exempt',
    'seats',
  ];
  const text = JSON.stringify(shown);
  expect(inside.filter((name) => text.includes(`"${name}"`))).toEqual([]);
  expect(shown).toMatchObject({ kind: 'import', createdBy: { kind: 'person', id: 'ada', displayName: 'Ada' } });
});

const plan = { skuId: 'sku', skuPartNumber: 'E3', needed: 5 };

test('an import on hold says what to buy before anybody waits', () => {
  const held = job({ stage: 'holding', status: 'onHold', seats: [{ ...plan, granted: 0 }] });
  const toBuy = (free?: number) =>
    importResource(held, progress(), began, free === undefined ? {} : { free: new Map([['sku', free]]) }).licences;
  expect(toBuy(2)).toEqual([{ ...plan, granted: 0, free: 2, short: 5, seatsToBuy: 3 }]);
  expect(toBuy(7)).toMatchObject([{ seatsToBuy: 0 }]);
  expect(toBuy()).toMatchObject([{ free: null, seatsToBuy: 5 }]);
});

test('a running one says what those who wait need', () => {
  const waiting = progress({ waiting: { sku: 2 }, seats: { sku: 2 } });
  const running = job({ seats: [{ ...plan, granted: 2 }] });
  expect(importResource(running, waiting, began).licences).toEqual([
    { ...plan, granted: 2, free: null, short: 3, seatsToBuy: 2 },
  ]);
});

test('mails are told of a dry run alone', () => {
  const dryRun = job({ options: { ...defaultOptions, dryRun: true } });
  expect(importResource(dryRun, progress({ mails: 7 }), began).mails).toBe(7);
  expect(importResource(job(), progress({ mails: 7 }), began).mails).toBeNull();
});

test('a line says what was changed, and what there is not is null', () => {
  const row = { rowNumber: 3, userPrincipalName: '', outcome: 'updated' } as const;
  const changes = [
    { property: 'city', to: 'Gouda' },
    { property: 'department', from: 'Sales' },
  ];
  expect(reportLine({ ...row, changes }, 'ada', sentenceOf)).toEqual({
    ...{
      rowNumber: 3,
      userPrincipalName: null,
      outcome: 'updated',
      code: null,
      target: null,
      fact: null,
      message: null,
    },
    personId: 'ada',
    changes: [
      { property: 'city', from: null, to: 'Gouda' },
      { property: 'department', from: 'Sales', to: null },
    ],
  });
  expect(reportLine({ ...row, outcome: 'refused', code: 'UserNameMissing' }, undefined, sentenceOf)).toMatchObject({
    personId: null,
    message: expect.stringContaining('missing'),
  });
});

test('a file whose headings are unknown has the options to begin with', () => {
  const proposal = '{"columns":{"Mail":"userPrincipalName","*":"ignored"}}';
  const { error } = importResource(
    job({ status: 'failed', refusal: { code: 'HeadingsUnknown', fact: 'Mail', proposal } }),
    progress(),
    began,
  );
  expect(error).toMatchObject({
    code: 'HeadingsUnknown',
    options: { columns: { Mail: 'userPrincipalName', '*': 'ignored' } },
  });
  expect(error?.message).toContain(proposal);
  const other = importResource(job({ status: 'failed', refusal: { code: 'EmptyFile' } }), progress(), began);
  expect(other.error).not.toHaveProperty('options');
});
