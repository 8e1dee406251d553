/** Migration batches in memory. */
import type { ImportJob } from '../../shared/domain/imports/import-job.ts';
import { noMarks } from '../../shared/domain/migrations/migration.ts';
import type { MigrationBatches } from '../../shared/work/imports/migration-batches.ts';
import { byText, copy, keyOf, type Memory, turn } from './memory.ts';

const placeOf = ({ createdDateTime, id }: ImportJob) => `${createdDateTime}#${id}`;

export const fakeMigrationBatches = ({ jobs, batches, audit }: Memory): MigrationBatches => ({
  list: async ({ top, after = '~' }) => {
    await turn();
    const marksOf = ({ id }: ImportJob) => batches.get(id) ?? noMarks;
    const later = [...jobs.values()].filter(
      (job) => job.migration && marksOf(job).removedDateTime === undefined && placeOf(job) < keyOf(after),
    );
    const page = later.sort((one, other) => byText(placeOf(other), placeOf(one))).slice(0, top);
    const last = later.length > top ? page.at(-1) : undefined;
    return { batches: copy(page.map((job) => ({ job, marks: marksOf(job) }))), ...(last && { next: placeOf(last) }) };
  },
  marks: async (id) => {
    await turn();
    return copy(batches.get(id) ?? noMarks);
  },
  mark: async ({ id }, before, after, entries = []) => {
    await turn();
    if ((batches.get(id)?.version ?? 0) !== before.version) return false;
    batches.set(id, { ...copy(after), version: before.version + 1 });
    audit.push(...copy(entries));
    return true;
  },
});
