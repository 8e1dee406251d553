/** The records of imports in memory. */
import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { ImportJob } from '../../shared/domain/imports/import-job.ts';
import {
  type ChunkResult,
  type DatedResult,
  noProgress,
  rowOutcomes,
} from '../../shared/domain/imports/import-progress.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import type { Imports, OpenLimit } from '../../shared/work/imports/imports.ts';
import { byText, copy, keyOf, type Memory, turn } from './memory.ts';
import { moveState } from './synchronization.ts';

/** Whether a result keeps another one from being recorded in its place; that of a cancelled import may be replaced. */
export const isInTheWay = (there: ChunkResult | undefined, replaced: ChunkResult | undefined): boolean =>
  replaced?.cancelledIn === undefined ? there !== undefined : there?.cancelledIn !== replaced.cancelledIn;

/** Records a result; that of a cancelled chunk is also counted, for the counters keep it when it is replaced. */
export const recordResult = ({ chunks, cancelledChunks }: Memory, result: ChunkResult): void => {
  const { importId, firstRow, cancelledIn } = result;
  const results = chunks.get(importId) ?? new Map<number, ChunkResult>();
  chunks.set(importId, results.set(firstRow, copy(result)));
  if (cancelledIn === undefined) return;
  const counts = cancelledChunks.get(importId) ?? {};
  cancelledChunks.set(importId, { ...counts, [cancelledIn]: (counts[cancelledIn] ?? 0) + 1 });
};

export const fakeImports = (memory: Memory): Imports => {
  const { jobs, open, chunks, cancelledChunks, skus, cancelled, rowSets, audit } = memory;
  const tell = (entries: readonly AuditEntry[] = []) => audit.push(...copy(entries));
  const resultsOf = (id: string) =>
    [...(chunks.get(id)?.values() ?? [])].sort((one, other) => one.firstRow - other.firstRow);
  const stands = (before: ImportJob, after: ImportJob) => {
    const now = jobs.get(before.id);
    const isNoFurther = now !== undefined && now.nextRow <= after.nextRow;
    return isNoFurther && now.stage === before.stage && now.resumptions === before.resumptions;
  };
  const moveSeats = (skuId: string, { free, reserved }: { free: number; reserved: number }) => {
    const sku = skus.get(skuId);
    if (sku) skus.set(skuId, { ...sku, free: sku.free + free, reserved: sku.reserved + reserved });
  };
  const write = (job: ImportJob) => jobs.set(job.id, copy(job));
  /** Owners of the imports that have a place. */
  const places = new Map<string, string>();
  const takePlace = ({ id, owner }: ImportJob, limit: OpenLimit | undefined) => {
    if (!limit) return;
    const taken = [...places.values()].filter((ownerId) => ownerId === owner.id).length;
    if (taken >= limit.mostOpen) throw new Refused({ code: 'TooManyOpenImports', fact: String(limit.mostOpen) });
    places.set(id, owner.id);
  };

  return {
    begin: async (job, entries, limit) => {
      await turn();
      const earlier = jobs.get(job.id);
      if (earlier) return copy(earlier);
      takePlace(job, limit);
      write(job);
      open.add(job.id);
      tell(entries);
      return job;
    },
    read: async (id) => {
      await turn();
      return copy(jobs.get(id));
    },
    standing: async (id) => {
      await turn();
      const job = jobs.get(id);
      return job && { job: copy(job), isCancelled: cancelled.has(id) };
    },
    list: async ({ top, after = '~' }) => {
      await turn();
      const placeOf = ({ createdDateTime, id }: ImportJob) => `${createdDateTime}#${id}`;
      const later = [...jobs.values()].filter((job) => placeOf(job) < keyOf(after));
      const page = later.sort((one, other) => byText(placeOf(other), placeOf(one))).slice(0, top);
      const last = later.length > top ? page.at(-1) : undefined;
      return { jobs: copy(page), ...(last && { next: placeOf(last) }) };
    },
    advance: async (before, after, entries) => {
      await turn();
      if (!stands(before, after)) return false;
      write(after);
      tell(entries);
      return true;
    },
    revive: async (before, after) => {
      await turn();
      const now = jobs.get(before.id);
      const isAsBefore = now?.stage === before.stage && now.revivals === before.revivals;
      if (!isAsBefore || now?.resumptions !== before.resumptions) return false;
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
    settle: async (before, after, taken, { audit: entries, moved } = {}) => {
      await turn();
      if (!stands(before, after)) return false;
      if (moved && !moveState(memory, moved.before, moved.after)) return false;
      tell(entries);
      const granted = new Map(before.seats.map((plan) => [plan.skuId, plan.granted]));
      for (const skuId of new Set([...granted.keys(), ...Object.keys(taken)])) {
        const reserved = granted.get(skuId) ?? 0;
        moveSeats(skuId, { free: reserved - (taken[skuId] ?? 0), reserved: -reserved });
      }
      write(after);
      return true;
    },
    requestCancel: async (id, { because, audit } = {}) => {
      await turn();
      if (!jobs.has(id) || (cancelled.has(id) && !because)) return;
      cancelled.set(id, because);
      tell(audit);
    },
    isOwnerGone: async (id) => {
      await turn();
      return cancelled.get(id) === 'OwnerGone';
    },
    tell: async (entries) => {
      await turn();
      tell(entries);
    },
    isCancelled: async (id) => {
      await turn();
      return cancelled.has(id);
    },
    resume: async (before, after, entries, limit) => {
      await turn();
      if (!stands(before, before)) return false;
      if (!open.has(after.id)) takePlace(after, limit);
      tell(entries);
      write(after);
      open.add(after.id);
      cancelled.delete(after.id);
      return true;
    },
    keepRowSet: async ({ id }, name, bytes) => {
      await turn();
      rowSets.set(`${id}/${name}`, bytes);
    },
    rowSet: async (id, name) => {
      await turn();
      return rowSets.get(`${id}/${name}`) ?? new Uint8Array();
    },
    progress: async (id) => {
      await turn();
      const sum = { ...noProgress(), cancelled: cancelledChunks.get(id) ?? {} };
      for (const { rows, seats, waiting, finishedDateTime, completes, mails = 0 } of resultsOf(id)) {
        if (completes !== undefined) sum.chunks += 1;
        sum.mails += mails;
        for (const outcome of rowOutcomes) sum[outcome] += rows.filter((row) => row.outcome === outcome).length;
        for (const [skuId, n] of Object.entries(seats)) sum.seats[skuId] = (sum.seats[skuId] ?? 0) + n;
        for (const [skuId, n] of Object.entries(waiting)) sum.waiting[skuId] = (sum.waiting[skuId] ?? 0) + n;
        if (finishedDateTime > (sum.lastChunkDateTime ?? '')) sum.lastChunkDateTime = finishedDateTime;
      }
      return sum;
    },
    finishedChunks: async function* (id) {
      await turn();
      for (const { completes, cancelledIn } of resultsOf(id)) {
        if (completes !== undefined && cancelledIn === undefined) yield completes;
      }
    },
    readResults: async (id, firstRow, lastRow) => {
      await turn();
      return copy(resultsOf(id).filter((result) => result.firstRow >= firstRow && result.firstRow <= lastRow));
    },
    record: async (result, replaced) => {
      await turn();
      if (isInTheWay(chunks.get(result.importId)?.get(result.firstRow), replaced)) return false;
      recordResult(memory, result);
      return true;
    },
    results: async function* (id, fromRow = 0) {
      await turn();
      for (const result of resultsOf(id)) {
        const rows = result.rows.filter(({ rowNumber }) => rowNumber >= fromRow);
        if (rows.length > 0) yield copy(rows);
      }
    },
    resultPage: async (id, { top, after, outcome, look = Number.POSITIVE_INFINITY }) => {
      await turn();
      if (after > 9_999_999_999) throw new Error('ValidationException: the range ends before it begins');
      const found: DatedResult[] = [];
      let looked = 0;
      for (const { finishedDateTime, rows } of resultsOf(id)) {
        const later = rows.filter(({ rowNumber }) => rowNumber > after).map((row) => ({ ...row, finishedDateTime }));
        found.push(...later.filter((row) => !outcome || row.outcome === outcome));
        looked += later.length;
        if (found.length > top) break;
        const seen = later.at(-1)?.rowNumber;
        if (looked >= look && seen !== undefined) return { rows: copy(found), next: seen };
      }
      const page = found.slice(0, top);
      const last = found.length > top ? page.at(-1)?.rowNumber : undefined;
      return { rows: copy(page), ...(last !== undefined && { next: last }) };
    },
    roleRows: async (id, most) => {
      await turn();
      const rows = resultsOf(id).flatMap(({ roleRows = [] }) => roleRows);
      return { rows: copy(rows.slice(0, most)), count: rows.length };
    },
    openPage: async ({ top, after = '' }) => {
      await turn();
      const later = [...open].filter((id) => id > after).sort(byText);
      const ids = later.slice(0, top);
      const last = later.length > top ? ids.at(-1) : undefined;
      return { ids, ...(last !== undefined && { next: last }) };
    },
    isOpen: async (id) => {
      await turn();
      return open.has(id);
    },
    close: async (id) => {
      await turn();
      open.delete(id);
      places.delete(id);
    },
  };
};
