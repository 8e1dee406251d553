import { type ImportJob, newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { resumedJob } from '../../../shared/domain/imports/resumed-job.ts';
import { instant } from '../../../shared/domain/time.ts';

const [began, now] = [instant('2026-03-01T09:00:00Z'), instant('2026-03-02T09:00:00Z')];
const owner = { kind: 'operator', id: 'ada', displayName: 'Ada', roles: [] } as const;
const file = { bucket: 'files', key: 'people.csv', versionId: '1' };
const job = (change: Partial<ImportJob>): ImportJob => ({
  ...newImportJob({ id: 'one', file, options: defaultOptions, owner }, began),
  ...change,
});
const ended = {
  stage: 'settled',
  rows: 100,
  nextRow: 60,
  chunks: 3,
  chunksBegun: 3,
  revivals: 4,
  continuations: 7,
  completedDateTime: began,
  report: { bucket: 'reports', key: 'one' },
} as const;

test('a cancelled one goes on from its plan, without what its end left', () => {
  const cancelled = job({ ...ended, status: 'cancelled' });
  const { completedDateTime: _end, chunks: _chunks, report: _report, ...rest } = cancelled;
  expect(resumedJob(cancelled, owner, now)).toEqual({
    ...rest,
    ...{ stage: 'planning', status: 'running', nextRow: 1, lastStepDateTime: now },
    ...{ resumptions: 1, revivals: 0, continuations: 0, chunksBegun: 0 },
  });
});

test.each(['FileUnavailable', 'TooManyRefusals'])('so does one that ended by %s', (code) => {
  const failed = job({ ...ended, status: 'failed', refusal: { code: code as never } });
  expect(resumedJob(failed, owner, now)).toMatchObject({ stage: 'planning', status: 'running' });
  expect(resumedJob(failed, owner, now)).not.toHaveProperty('refusal');
});

test('one that is on hold goes on without the seats', () => {
  const held = job({ stage: 'holding', status: 'onHold', options: { ...defaultOptions, seatsShort: 'hold' } });
  expect(resumedJob(held, owner, now)).toMatchObject({ stage: 'planning', options: { seatsShort: 'unlicensed' } });
});

test('a cancelled one keeps what it does without seats', () => {
  const options = { ...defaultOptions, seatsShort: 'hold' } as const;
  expect(resumedJob(job({ ...ended, status: 'cancelled', options }), owner, now)?.options).toEqual(options);
});

test.each<[string, Partial<ImportJob>]>([
  ['succeeded', { ...ended, status: 'succeeded' }],
  ['failed for good', { ...ended, status: 'failed', refusal: { code: 'EmptyFile' } }],
  ['runs', { stage: 'sending', status: 'running' }],
  ['waits for its file', { stage: 'uploading', status: 'notStarted' }],
  ['never had a file', { ...ended, status: 'cancelled', file: { bucket: 'files', key: 'people.csv' } }],
])('one that %s cannot go on', (_, change) => {
  expect(resumedJob(job(change), owner, now)).toBeUndefined();
});

test('an undo needs no file', () => {
  const file = { bucket: 'files', key: 'people.csv' };
  expect(resumedJob(job({ ...ended, kind: 'undo', status: 'cancelled', file }), owner, now)).toBeDefined();
});

describe('whoever resumes one stands behind it', () => {
  const cancelled = job({ ...ended, status: 'cancelled' });
  const bob = { ...owner, id: 'bob' };

  test('beside its owner, whose rights it was asked for with (weakness 4)', () => {
    expect(resumedJob(cancelled, bob, now)).toMatchObject({ owner, resumedBy: bob });
  });

  test('in the place of who resumed it before; the owner needs nobody', () => {
    expect(resumedJob({ ...cancelled, resumedBy: bob }, { ...bob, id: 'eve' }, now)?.resumedBy?.id).toBe('eve');
    expect(resumedJob({ ...cancelled, resumedBy: bob }, owner, now)).not.toHaveProperty('resumedBy');
  });

  test('an operator with another token is another one', () => {
    const again = { ...owner, credentialId: 'second' };
    expect(resumedJob(cancelled, again, now)?.resumedBy).toEqual(again);
  });
});
