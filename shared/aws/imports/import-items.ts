/** How imports, their results and their counters lie in the Imports table. */
import type { ImportJob } from '../../domain/imports/import-job.ts';
import {
  type ChunkResult,
  type ImportProgress,
  noProgress,
  type RoleRow,
  rowOutcomes,
} from '../../domain/imports/import-progress.ts';
import { addDays, epochSeconds, type Instant, instant } from '../../domain/time.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { importKinds } from '../item-kinds.ts';
import { ownerAttributes, ownerOf } from './import-owner.ts';

/**
 * Days that an import and its results are kept. A message lives for as long as dead letters are kept, its days in the
 * queue among them (infra/parts/work-queue.ts); sent back on the last day, it lives as long again; and a deleted person
 * can be restored for 30 days. A chunk that comes after all of that must still find its result, which a test holds.
 */
const keptDays = 90;

/** Counters over which an import's chunks are spread, so that no item takes more than a share of the writes. */
const counters = 16;

const padded = (rowNumber: number) => String(rowNumber).padStart(10, '0');

export const jobKey = (id: string) => ({ pk: `${importKinds.jobs}${id}`, sk: 'IMPORT' });
/** There while somebody wants the import to stop. */
export const cancelKey = (id: string) => ({ pk: `${importKinds.jobs}${id}`, sk: 'IMPORT#CANCEL' });
/** A part of a set of rows that the plan keeps. */
export const rowSetKey = (id: string, name: string, part: number) => ({
  pk: `${importKinds.jobs}${id}`,
  sk: `ROWS#${name}#${String(part).padStart(4, '0')}`,
});
/** Somebody whose roles a row changed. */
export const roleRowKey = (id: string, rowNumber: number) => ({
  pk: `${importKinds.jobs}${id}`,
  sk: `${roleRows}${padded(rowNumber)}`,
});
export const roleRows = 'ROLE#';
export const chunkKey = (id: string, firstRow: number) => ({
  pk: `${importKinds.jobs}${id}`,
  sk: `CHUNK#${padded(firstRow)}`,
});
export const counterPartition = (id: string) => `${importKinds.counters}${id}`;
/** All imports by time, for the list. */
export const listKey = ({ createdDateTime, id }: Pick<ImportJob, 'createdDateTime' | 'id'>) => ({
  pk: importKinds.list,
  sk: `${createdDateTime}#${id}`,
});
/** Imports that are not closed: what a sweep looks at. */
export const openKey = (id: string) => ({ pk: importKinds.open, sk: id });

/** A place among the open imports of one owner: there are as many as the owner may have open at once. */
export const placeKey = (ownerId: string, place: number) => ({
  pk: `${importKinds.places}${ownerId}`,
  sk: String(place).padStart(4, '0'),
});

/** The TTL of everything that belongs to an import. */
export const expiry = (createdDateTime: Instant) => ({ expiresAt: epochSeconds(addDays(createdDateTime, keptDays)) });

/** A job as an item; two of its facts go by older names there. */
export const jobItem = (job: ImportJob): Record<string, unknown> => {
  const { isOwnerNotifiedOfHold: toldOnHold, expectsExistingPeople: looksUp, ...others } = job;
  return {
    ...jobKey(job.id),
    ...others,
    ...ownerAttributes(job),
    ...(toldOnHold !== undefined && { toldOnHold }),
    ...(looksUp !== undefined && { looksUp }),
    ...expiry(job.createdDateTime),
  };
};

/** The job in an item. */
export const jobOf = (item: Record<string, unknown>): ImportJob => {
  const { pk: _pk, sk: _sk, expiresAt: _ttl, toldOnHold, looksUp, ...job } = item;
  return {
    ...job,
    ...ownerOf(item),
    ...(toldOnHold !== undefined && { isOwnerNotifiedOfHold: toldOnHold }),
    ...(looksUp !== undefined && { expectsExistingPeople: looksUp }),
  } as ImportJob;
};

/** Records a result once, and counts it in the same breath; nothing without one. `replaced` is what stood in its place. */
export const resultActions = (
  table: string | undefined,
  result: ChunkResult | undefined,
  replaced?: ChunkResult,
): Action[] => {
  if (!result) return [];
  const { importId, importedAt, finishedDateTime, roleRows: notes = [], ...item } = result;
  const ttl = expiry(importedAt);
  const sums = sumsOf(result);
  const names = Object.keys(sums);
  return [
    {
      Put: {
        TableName: table,
        // In short, since it is written for every fifty people: 10 bytes.
        Item: { ...chunkKey(importId, item.firstRow), ...ttl, ...item, at: Date.parse(finishedDateTime) },
        ...(replaced?.cancelledIn === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'cancelledIn = :was',
              ExpressionAttributeValues: { ':was': replaced.cancelledIn },
            }),
      },
    },
    {
      Update: {
        TableName: table,
        Key: { pk: counterPartition(importId), sk: String(counterOf(item.firstRow)) },
        UpdateExpression: `${add(names)}SET expiresAt = :ttl, lastChunkDateTime = :now`,
        ...(names.length > 0 && {
          ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
        }),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name, index) => [`:n${index}`, sums[name]])),
          ':ttl': ttl.expiresAt,
          ':now': finishedDateTime,
        },
      },
    },
    ...notes.map(
      (note): Action => ({
        Put: { TableName: table, Item: { ...roleRowKey(importId, note.rowNumber), ...ttl, ...note } },
      }),
    ),
  ];
};

/** The moment of a result in an item; undefined in one of an earlier release. */
export const momentOf = ({ at }: Record<string, unknown>): { finishedDateTime?: Instant } =>
  at === undefined ? {} : { finishedDateTime: instant(Number(at)) };

/** The note of roles in an item. */
export const roleRowOf = ({ pk: _pk, sk: _sk, expiresAt: _ttl, ...note }: Record<string, unknown>): RoleRow =>
  note as RoleRow;

const add = (names: readonly string[]): string =>
  names.length > 0 ? `ADD ${names.map((_, index) => `#n${index} :n${index}`).join(', ')} ` : '';

/** What a result adds to the counters; what is 0 is left out. */
const sumsOf = ({ rows, seats, waiting, completes, cancelledIn, mails = 0 }: ChunkResult): Record<string, number> => {
  const sums: Record<string, number> = {
    chunks: completes !== undefined && cancelledIn === undefined ? 1 : 0,
    ...(cancelledIn !== undefined && { [`cancelled/${cancelledIn}`]: 1 }),
    mails,
    ...Object.fromEntries(
      rowOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
    ),
    ...Object.fromEntries(Object.entries(seats).map(([skuId, n]) => [`seats/${skuId}`, n])),
    ...Object.fromEntries(Object.entries(waiting).map(([skuId, n]) => [`waiting/${skuId}`, n])),
  };
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0));
};

/** The sum of counters. */
export const progressOf = (items: readonly Record<string, unknown>[]): ImportProgress => {
  const sum = noProgress();
  for (const counter of items) addCounter(sum, counter);
  return sum;
};

const addCounter = (sum: ImportProgress, counter: Record<string, unknown>) => {
  for (const name of [...rowOutcomes, 'chunks', 'mails'] as const) {
    sum[name] += Number(counter[name] ?? 0);
  }
  for (const [name, n] of Object.entries(counter)) {
    const [kind, key] = name.split('/');
    if ((kind === 'seats' || kind === 'waiting' || kind === 'cancelled') && key) {
      sum[kind][key] = (sum[kind][key] ?? 0) + Number(n);
    }
  }
  const at = counter.lastChunkDateTime as Instant | undefined;
  if (at && at > (sum.lastChunkDateTime ?? '')) sum.lastChunkDateTime = at;
};

/** Neighbouring chunks, which are in work at the same time, count in different places: multiply by a large odd number. */
const counterOf = (firstRow: number) => (Math.imul(firstRow, 0x9e3779b1) >>> 0) % counters;
