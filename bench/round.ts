/** A dry run, the import, the same file again and the undo of it, each beside the import. */
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { withMuster } from './parts/local-muster.ts';
import { median, ratio, repeated, shown } from './parts/numbers.ts';
import { importFile, type TimedImport, undoImport } from './parts/timed-imports.ts';

const runOnce = (rows: number) =>
  withMuster('deployed', async (muster) => {
    const file = { rows };
    const dryRun = await importFile(muster, file, { dryRun: true });
    mustBe('people that would be created', dryRun.over.created, rows);
    // Credentials would go out beside the undo, and not beside the import.
    const imported = await importFile(muster, file, { credentials: 'none' });
    mustBe('people created', imported.over.created, rows);
    const again = await importFile(muster, file, { credentials: 'none' });
    mustBe('people unchanged', again.over.unchanged, rows);
    const undone = await undoImport(muster, imported.over);
    mustBe('people deleted', undone.over.deleted, rows);
    return { dryRun, imported, again, undone };
  });

/** Dry run, import, again, undo. */
export const round: Benchmark = {
  name: 'round',
  measures: 'A file dry-run, imported without mails, imported again and undone, until every row has its outcome',
  run: async (smoke, rows = smoke ? 200 : 10_000): Promise<Figure[]> => {
    const runs = await repeated(smoke ? 1 : 3, () => runOnce(rows));
    const figure = (what: string, of: (run: (typeof runs)[number]) => TimedImport, goal?: string): Figure => {
      const speed = median(runs.map((run) => run.imported.outcomes / of(run).outcomes));
      const cpu = median(runs.map((run) => of(run).cpu / run.imported.cpu));
      const perSecond = (rows * 1000) / median(runs.map((run) => of(run).outcomes));
      const ofRow = median(runs.map((run) => of(run).cpu)) / rows;
      return {
        what,
        measured: `${shown(perSecond)} rows/s, ${shown(ofRow)} ms of CPU each`,
        ...(goal && { beside: `${ratio(speed)} of the import's speed, ${ratio(cpu)} of its CPU; goal: ${goal}` }),
      };
    };
    return [
      { what: 'rows', measured: shown(rows), beside: `median of ${runs.length}` },
      figure('import', ({ imported }) => imported),
      figure('dry run', ({ dryRun }) => dryRun, '3'),
      figure('the same file again: all unchanged', ({ again }) => again, '1'),
      figure('undo', ({ undone }) => undone, '0.9'),
    ];
  },
};
