/** The records of imports in memory. */
import type { ImportJob, ImportProgress, RowOutcome } from '../../shared/domain/import-job.ts';
import type { Imports } from '../../shared/work/imports.ts';
import { byText, copy, keyOf, type Memory, turn } from './memory.ts';

export const fakeImports = ({ jobs, open, chunks, skus }: Memory): Imports => {
  const resultsOf = (id: string) =>
    [...(chunks.get(id)?.values() ?? [])].sort((one, other) => one.firstRow - other.firstRow);
  const stands = (before: ImportJob, after: ImportJob) => {
    const now = jobs.get(before.id);
    return now !== undefined && now.stage === before.stage && now.nextRow <= after.nextRow;
  };
  const moveSeats = (skuId: string, { free, reserved }: { free: number; reserved: number }) => {
    const sku = skus.get(skuId);
    if (sku) skus.set(skuId, { ...sku, free: sku.free + free, reserved: sku.reserved + reserved });
  };
  const write = (job: ImportJob) => jobs.set(job.id, copy(job));

  return {
    begin: async (job) => {
      await turn();
      const earlier = jobs.get(job.id);
      if (earlier) return copy(earlier);
      write(job);
      open.add(job.id);
      return job;
    },
    read: async (id) => {
      await turn();
      return copy(jobs.get(id));
    },
    list: async ({ top, after = '~' }) => {
      await turn();
      const placeOf = ({ createdDateTime, id }: ImportJob) => `${createdDateTime}#${id}`;
      const later = [...jobs.values()].filter((job) => placeOf(job) < keyOf(after));
      const page = later.sort((one, other) => byText(placeOf(other), placeOf(one))).slice(0, top);
      const last = later.length > top ? page.at(-1) : undefined;
      return { jobs: copy(page), ...(last && { next: placeOf(last) }) };
    },
    advance: async (before, after) => {
      await turn();
      if (!stands(before, after)) return false;
      write(after);
      return true;
    },
    revive: async (before, after) => {
      await turn();
      const now = jobs.get(before.id);
      if (now?.stage !== before.stage || now.revivals !== before.revivals) return false;
      write(after);
      return true;
    },
    reserve: async (before, after) => {
      await turn();
      if (!stands(before, after)) return 'lost';
      if (after.seats.some(({ skuId, granted }) => granted > (skus.get(skuId)?.free ?? 0))) return 'short';
      for (const { skuId, granted } of after.seats) moveSeats(skuId, { free: -granted, reserved: granted });
      write(after);
      return 'reserved';
    },
    settle: async (before, after, held) => {
      await turn();
      if (!stands(before, after)) return false;
      for (const { skuId, granted } of before.seats) {
        moveSeats(skuId, { free: granted - (held[skuId] ?? 0), reserved: -granted });
      }
      write(after);
      return true;
    },
    progress: async (id) => {
      await turn();
      const sum: ImportProgress = {
        chunks: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        refused: 0,
        seats: {},
        waiting: {},
      };
      for (const { rows, seats, waiting, finishedDateTime } of resultsOf(id)) {
        const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
        sum.chunks += 1;
        for (const outcome of ['created', 'updated', 'unchanged', 'refused'] as const) sum[outcome] += count(outcome);
        for (const [skuId, n] of Object.entries(seats)) sum.seats[skuId] = (sum.seats[skuId] ?? 0) + n;
        for (const [skuId, n] of Object.entries(waiting)) sum.waiting[skuId] = (sum.waiting[skuId] ?? 0) + n;
        if (finishedDateTime > (sum.lastChunkDateTime ?? '')) sum.lastChunkDateTime = finishedDateTime;
      }
      return sum;
    },
    finishedChunks: async function* (id) {
      await turn();
      for (const { firstRow } of resultsOf(id)) yield firstRow;
    },
    readResult: async (id, firstRow) => {
      await turn();
      return copy(chunks.get(id)?.get(firstRow));
    },
    results: async function* (id) {
      await turn();
      for (const { rows } of resultsOf(id)) yield copy(rows);
    },
    resultPage: async (id, { top, after, outcome }) => {
      await turn();
      if (after > 9_999_999_999) throw new Error('ValidationException: the range ends before it begins');
      const rows = resultsOf(id).flatMap((chunk) => chunk.rows);
      const open = rows.filter((row) => row.rowNumber > after && (!outcome || row.outcome === outcome));
      const page = open.slice(0, top);
      const last = open.length > top ? page.at(-1)?.rowNumber : undefined;
      return { rows: copy(page), ...(last !== undefined && { next: last }) };
    },
    open: async () => {
      await turn();
      return [...open].sort(byText);
    },
    isOpen: async (id) => {
      await turn();
      return open.has(id);
    },
    close: async (id) => {
      await turn();
      open.delete(id);
    },
  };
};
