/** What the tables hold, as the memory of the fakes, so that check A judges both alike. */
import type { Directory } from '../../shared/work/directory.ts';
import type { DueDates } from '../../shared/work/enforcement/recompute-due-dates.ts';
import type { Imports } from '../../shared/work/imports/imports.ts';
import type { Memory } from '../fakes/memory.ts';

const lastRow = 9_999_999_999;

/** Fills a memory with everybody who is not deleted and when they are due, every licence and every import. */
export const remember = async (
  { directory, imports, dates }: { directory: Directory; imports: Imports; dates: DueDates },
  memory: Memory,
): Promise<void> => {
  const pages = { top: 100 };
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { people, next } = await directory.listPeople({ ...pages, ...(after && { after }) });
    for (const person of people) {
      memory.people.set(person.id, person);
      const holders = await directory.holdersOf([person.userPrincipalName]);
      for (const [name, id] of holders) memory.names.set(name, id);
    }
    after = next;
  }
  for (let shard = 0; shard < 16; shard += 1) {
    const { people } = await dates.datedPeople({ shard, top: 1000 });
    for (const { person, dueAt } of people) if (dueAt) memory.due.set(person.id, dueAt);
  }
  for (const sku of await directory.catalogue()) memory.skus.set(sku.skuId, sku);
  for (const job of (await imports.list(pages)).jobs) {
    memory.jobs.set(job.id, job);
    const results = await imports.readResults(job.id, 0, lastRow);
    memory.chunks.set(job.id, new Map(results.map((result) => [result.firstRow, result])));
  }
};
