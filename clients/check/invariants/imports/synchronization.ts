import { jobKey } from '../../../../shared/aws/imports/import-items.ts';
import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import type { Doubt, Invariant, Watch } from '../../invariant.ts';

/** A watermark that holds before its run is over would leave people out whom the run still has to write. */
export const synchronization: Invariant = {
  name: 'synchronization',
  holds:
    'The watermark is that of a run that came through, and who came from a directory on premises has objectGUID and anchor.',
  judges: 'subject',
  watch: (): Watch => {
    const jobs = new Map<string, ImportJob>();
    const without: Doubt[] = [];
    let settled: string | undefined;
    let looked = 0;
    return {
      see: (seen) => {
        if (seen.kind === 'job' && seen.job.kind === 'synchronization') jobs.set(seen.job.id, seen.job);
        if (seen.kind === 'synchronization') settled = seen.state.settledImportId;
        if (seen.kind !== 'person') return;
        looked += 1;
        const { id, onPremisesImmutableId: anchor, onPremisesObjectGuid: guid } = seen.person;
        if ((anchor === undefined) !== (guid === undefined)) {
          without.push({ about: `person ${id}`, what: 'has only one of objectGUID and anchor' });
        }
      },
      *doubts() {
        yield* without;
        const job = jobs.get(settled ?? '');
        if (!job || (job.stage === 'settled' && job.status === 'succeeded')) return;
        const reads = [
          { in: 'imports', ...jobKey(job.id) } as const,
          { in: 'imports', pk: 'SYNCHRONIZATION', sk: 'STATE' } as const,
        ];
        yield { about: `import ${job.id}`, what: 'moved the watermark, and has not come through', reads };
      },
      looked: () => looked,
    };
  },
};
