/** The Imports table behind its port. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ChunkResult, DatedResult, RoleRow, RowResult } from '../../domain/imports/import-progress.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { importKinds } from '../item-kinds.ts';
import {
  cancelKey,
  chunkKey,
  counterPartition,
  jobKey,
  jobOf,
  momentOf,
  progressOf,
  roleRowOf,
  roleRows,
} from './import-items.ts';
import { ownedBy, ownerKeys } from './import-owner.ts';
import { importWrites } from './import-writes.ts';
import { newestIds } from './newest-ids.ts';
import { openImports } from './open-imports.ts';
import { rowSets } from './row-bitmaps.ts';

/**
 * The imports in DynamoDB; `tables.directory` is needed by who reserves and settles seats, and with `policy` by whose
 * writes the audit tells.
 */
export const imports = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory?: string },
  policy?: Pick<Policy, 'auditDays'>,
): Imports => {
  const table = tables.imports;
  const { openPage, isOpen, close } = openImports(client, table);
  const query = (pk: string, range = '', values: Record<string, unknown> = {}) => ({
    TableName: table,
    KeyConditionExpression: `pk = :pk${range}`,
    ExpressionAttributeValues: { ':pk': pk, ...values },
    ConsistentRead: true,
  });
  const chunks = (id: string, firstRow = 0, lastRow = 9_999_999_999) =>
    query(jobKey(id).pk, ' AND sk BETWEEN :first AND :last', {
      ':first': chunkKey(id, firstRow).sk,
      ':last': chunkKey(id, lastRow).sk,
    });
  const get = async (key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const read: Imports['read'] = async (id) => {
    const items = await readItems(client, table, [jobKey(id), ...ownerKeys(id)]);
    const item = items.find(({ pk }) => pk === jobKey(id).pk);
    return item && ownedBy(jobOf(item), items);
  };
  async function* items(input: ReturnType<typeof query> & { ProjectionExpression?: string; Limit?: number }) {
    for await (const { Items = [] } of paginateQuery({ client }, input)) yield* Items;
  }
  async function* datedResults(id: string, fromRow = 0, limit: { Limit?: number } = {}): AsyncGenerator<DatedResult[]> {
    // A result has at most 1,000 rows, so that of the wanted row begins no further back.
    const wanted = chunks(id, Math.max(fromRow - maxRowsInResult, 0));
    for await (const item of items({ ...wanted, ...limit })) {
      const rows = (item as unknown as ChunkResult).rows.filter(({ rowNumber }) => rowNumber >= fromRow);
      const moment = momentOf(item);
      if (rows.length > 0) yield rows.map((row) => ({ ...row, ...moment }));
    }
  }
  async function* results(id: string, fromRow = 0): AsyncGenerator<RowResult[]> {
    for await (const rows of datedResults(id, fromRow)) yield rows.map(({ finishedDateTime: _at, ...row }) => row);
  }

  return {
    ...importWrites(client, tables, read, policy),
    openPage,
    isOpen,
    close,
    ...rowSets(client, table),
    read,
    results,
    list: async (page) => {
      const { ids, next } = await newestIds(client, table, importKinds.list, page);
      const jobs = (await readItems(client, table, ids.map(jobKey))).map(jobOf);
      return { jobs: ids.flatMap((id) => jobs.find((job) => job.id === id) ?? []), ...(next && { next }) };
    },
    standing: async (id) => {
      const both = query(jobKey(id).pk, ' AND begins_with(sk, :job)', { ':job': jobKey(id).sk });
      const { Items = [] } = await client.send(new QueryCommand(both));
      const item = Items.find(({ sk }) => sk === jobKey(id).sk);
      if (!item) return undefined;
      const records = await readItems(client, table, ownerKeys(id));
      return { job: ownedBy(jobOf(item), records), isCancelled: Items.length > 1 };
    },
    isCancelled: async (id) => (await get(cancelKey(id))) !== undefined,
    isOwnerGone: async (id) => (await get(cancelKey(id)))?.because === 'OwnerGone',
    progress: async (id) => progressOf((await client.send(new QueryCommand(query(counterPartition(id))))).Items ?? []),
    async *finishedChunks(id) {
      for await (const item of items({ ...chunks(id), ProjectionExpression: 'completes, cancelledIn' })) {
        if (item.completes !== undefined && item.cancelledIn === undefined) yield Number(item.completes);
      }
    },
    readResults: async (id, firstRow, lastRow) => {
      const found: ChunkResult[] = [];
      for await (const item of items(chunks(id, firstRow, lastRow))) found.push(item as unknown as ChunkResult);
      return found;
    },
    resultPage: async (id, { top, after, outcome, look = Number.POSITIVE_INFINITY }) => {
      const rows: DatedResult[] = [];
      // Of all rows a page is not far to read; those of one outcome may be.
      const far = outcome ? look : top;
      const limit = Number.isFinite(far) ? { Limit: Math.ceil(far / usualRows) + lead } : {};
      let [looked, seen] = [0, after];
      for await (const some of datedResults(id, after + 1, limit)) {
        rows.push(...some.filter((row) => !outcome || row.outcome === outcome));
        [looked, seen] = [looked + some.length, some.at(-1)?.rowNumber ?? seen];
        if (rows.length > top) break;
        if (looked >= look) return { rows, next: seen };
      }
      const page = rows.slice(0, top);
      const last = page.at(-1)?.rowNumber;
      return { rows: page, ...(rows.length > top && last !== undefined && { next: last }) };
    },
    roleRows: async (id, most) => {
      const rows: RoleRow[] = [];
      let count = 0;
      for await (const item of items(query(jobKey(id).pk, ' AND begins_with(sk, :role)', { ':role': roleRows }))) {
        count += 1;
        if (rows.length < most) rows.push(roleRowOf(item));
      }
      return { rows, count };
    },
  };
};

/** Rows of a usual result, and how many results lie before a page at most, which belongs to the row that is asked for. */
const [usualRows, lead] = [50, 21];

/** Most rows in one result: whoever looks for the result of a row looks so far back. */
export const maxRowsInResult = 1000;
