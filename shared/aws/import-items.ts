/** How imports, their chunks and their counters lie in the Imports table. */
import type { ChunkResult, ImportJob, RowOutcome } from '../domain/import-job.ts';
import { addDays, epochSeconds, type Instant } from '../domain/time.ts';
import type { Action } from './transact.ts';

/**
 * Days that an import and its results are kept: a message lives 14 days, then 14 more in the dead-letter queue, and a
 * deleted person 30; a chunk that is sent back later than all of that must still find its result.
 */
const keptDays = 90;

/** Counters over which an import's chunks are spread, so that no item takes more than a share of the writes. */
const counters = 16;

const padded = (rowNumber: number) => String(rowNumber).padStart(10, '0');

export const jobKey = (id: string) => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' });
export const chunkKey = (id: string, firstRow: number) => ({ pk: `IMPORT#${id}`, sk: `CHUNK#${padded(firstRow)}` });
export const counterPartition = (id: string) => `PROGRESS#${id}`;
/** All imports by time, for the list. */
export const listKey = ({ createdDateTime, id }: Pick<ImportJob, 'createdDateTime' | 'id'>) => ({
  pk: 'IMPORTS',
  sk: `${createdDateTime}#${id}`,
});
/** Imports that are not closed: what a sweep looks at. */
export const openKey = (id: string) => ({ pk: 'OPEN', sk: id });

/** The TTL of everything that belongs to an import. */
export const expiry = (createdDateTime: Instant) => ({ expiresAt: epochSeconds(addDays(createdDateTime, keptDays)) });

/** The job in an item. */
export const jobOf = ({ pk: _pk, sk: _sk, expiresAt: _ttl, ...job }: Record<string, unknown>): ImportJob =>
  job as ImportJob;

/** Records a chunk's result once, and counts it in the same breath; nothing without a result. */
export const resultActions = (table: string | undefined, result: ChunkResult | undefined): Action[] => {
  if (!result) return [];
  const { importId, importedAt, finishedDateTime, firstRow, rows, seats, waiting } = result;
  const ttl = expiry(importedAt);
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const sums: Record<string, number> = {
    chunks: 1,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    ...Object.fromEntries(Object.entries(seats).map(([skuId, n]) => [`seats/${skuId}`, n])),
    ...Object.fromEntries(Object.entries(waiting).map(([skuId, n]) => [`waiting/${skuId}`, n])),
  };
  const names = Object.keys(sums);
  return [
    {
      Put: {
        TableName: table,
        Item: { ...chunkKey(importId, firstRow), ...ttl, firstRow, rows, seats, waiting },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Update: {
        TableName: table,
        Key: { pk: counterPartition(importId), sk: String(counterOf(firstRow)) },
        UpdateExpression: `ADD ${names.map((_, index) => `#n${index} :n${index}`).join(', ')} SET expiresAt = :ttl, lastChunkDateTime = :now`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name, index) => [`:n${index}`, sums[name]])),
          ':ttl': ttl.expiresAt,
          ':now': finishedDateTime,
        },
      },
    },
  ];
};

/** Neighbouring chunks, which are in work at the same time, count in different places: multiply by a large odd number. */
const counterOf = (firstRow: number) => (Math.imul(firstRow, 0x9e3779b1) >>> 0) % counters;
