/** The main job, from a file in the bucket to the last mail, beside what the database alone would need for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Muster } from '../infra/local/muster.ts';
import { bareMilliseconds } from './parts/bare-engine.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { median, ratio, repeated, shown } from './parts/numbers.ts';
import { licence, type PeopleFile } from './parts/people-file.ts';
import { importFile } from './parts/timed-imports.ts';

/** Milliseconds since the upload began. */
type Moments = { outcomes: number; settled: number; mails: number };

/** Rows of the file unless another number is asked for. */
const usualRows = 10_000;

const pollMilliseconds = 50;

/** Imports the file, every row of which must become somebody with a licence. */
const importEverybody = async (muster: Muster, file: PeopleFile): Promise<Omit<Moments, 'mails'>> => {
  const { over, outcomes, settled } = await importFile(muster, file);
  mustBe('people created', over.created, file.rows);
  mustBe('seats given', over.licences[0]?.granted, file.rows);
  return { outcomes, settled };
};

/** At a deployed system's pace mails take little of the machine: what is measured is the import, and the bare engine after it. */
const importWithBare = (file: PeopleFile) =>
  withMuster('deployed', async (muster) => {
    const moments = await importEverybody(muster, file);
    const { DIRECTORY_TABLE = '', IMPORTS_TABLE = '' } = functionNamed(muster, 'provision-users').environment;
    const names = { directory: DIRECTORY_TABLE, imports: IMPORTS_TABLE };
    return { ...moments, bare: await bareMilliseconds(file, muster.system.tables, names) };
  });

/** With mails as fast as they go: one to each person, and the results to the administrator. */
const importWithMails = (file: PeopleFile) =>
  withMuster('local', async (muster): Promise<Moments> => {
    const began = performance.now();
    const moments = await importEverybody(muster, file);
    while (muster.mailCount() < file.rows + 1) await sleep(pollMilliseconds);
    const mails = performance.now() - began;
    // Twice the same mail would come right behind.
    await sleep(1000);
    mustBe('mails', muster.mailCount(), file.rows + 1);
    return { ...moments, mails };
  });

/** Import of a file. */
export const importing: Benchmark = {
  name: 'import',
  measures: `Import of a file, each row with a licence (${licence.skuPartNumber}) and an address of its own for the mail`,
  run: async (smoke, rows = smoke ? 200 : usualRows) => {
    const file = { rows };
    const times = smoke || rows > usualRows ? 1 : 3;
    const plain = await repeated(times, () => importWithBare(file));
    // A long file would only show again that mails take longer than people.
    const mailing = rows > usualRows ? [] : await repeated(times, () => importWithMails(file));
    const rate = (milliseconds: readonly number[]) => (file.rows * 1000) / median(milliseconds);
    const outcomes = rate(plain.map((run) => run.outcomes));
    const bare = rate(plain.map((run) => run.bare));
    const perSecond = (people: number) => `${shown(people)} people/s`;
    return [
      { what: 'rows', measured: shown(file.rows), beside: `median of ${times}` },
      { what: 'until every row has its outcome', measured: perSecond(outcomes), beside: 'goal: 700' },
      { what: 'until the report is written', measured: perSecond(rate(plain.map((run) => run.settled))) },
      { what: 'the same transactions on the bare engine', measured: perSecond(bare) },
      // Of each run by itself, since what disturbs one disturbs both of its halves.
      {
        what: 'outcomes to bare engine',
        measured: ratio(median(plain.map((run) => run.bare / run.outcomes))),
        beside: 'goal: 0.7',
      },
      ...(mailing.length === 0
        ? []
        : [
            {
              what: 'until every row has its outcome, while mails leave as fast as they go',
              measured: perSecond(rate(mailing.map((run) => run.outcomes))),
            },
            { what: 'until every mail is sent', measured: perSecond(rate(mailing.map((run) => run.mails))) },
          ]),
    ];
  },
};
