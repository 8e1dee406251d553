import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../../shared/domain/imports/import-options.ts';
import { noProgress } from '../../../../shared/domain/imports/import-progress.ts';
import { outcomeOf } from '../../../../shared/work/imports/run/import-outcome.ts';
import { job } from '../../../fakes/people.ts';

const progress = { ...noProgress(), created: 30, refused: 10 };
const tried = { options: { ...defaultOptions, dryRun: true } };
const cancelled = { stage: 'settled', status: 'cancelled', rows: 100 } as const;
const failed = (code: 'TooManyRefusals' | 'FileUnavailable' | 'HeadingsUnknown') =>
  ({ stage: 'settled', status: 'failed', rows: 100, refusal: { code } }) as const;

test.each<[string, Partial<ImportJob>, string[]]>([
  ['an import', { stage: 'settled', status: 'succeeded' }, []],
  ['a dry run', { ...tried, stage: 'settled', status: 'succeeded' }, ['apply']],
  ['an undo', { kind: 'undo', stage: 'settled', status: 'succeeded' }, []],
  ['a cancelled import', cancelled, ['resume', 'undo']],
  ['a cancelled dry run', { ...tried, ...cancelled }, ['resume']],
  ['a cancelled undo', { ...cancelled, kind: 'undo' }, ['resume', 'undo']],
  ['one with too many refusals', failed('TooManyRefusals'), ['resume', 'undo']],
  ['one whose file is gone', failed('FileUnavailable'), ['resume', 'undo']],
  ['one that failed for good', failed('HeadingsUnknown'), ['undo']],
  ['a dry run that failed for good', { ...tried, ...failed('HeadingsUnknown') }, []],
])('what can be asked next of %s', (_name, change, steps) => {
  expect(outcomeOf(job('people.csv', change), progress).nextSteps).toEqual(steps);
});

test('rows that only kept somebody as they were leave nothing to take back', () => {
  const quiet = { ...noProgress(), unchanged: 30, refused: 10 };
  expect(outcomeOf(job('people.csv', cancelled), quiet)).toMatchObject({ nextSteps: ['resume'], done: 40, rows: 100 });
});
