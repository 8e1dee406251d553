/** The Imports table behind its port. */
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { ChunkResult, ImportProgress, RowResult } from '../domain/import-job.ts';
import type { Instant } from '../domain/time.ts';
import type { Imports } from '../work/imports.ts';
import { readItems } from './document-client.ts';
import { chunkKey, counterPartition, jobKey, jobOf, listKey, openKey } from './import-items.ts';
import { importWrites } from './import-writes.ts';

/** The imports in DynamoDB; `directoryTable` is needed only by who reserves and settles seats. */
export const imports = (client: DynamoDBDocumentClient, tables: { imports: string; directory?: string }): Imports => {
  const table = tables.imports;
  const query = (pk: string, range = '', values: Record<string, unknown> = {}) => ({
    TableName: table,
    KeyConditionExpression: `pk = :pk${range}`,
    ExpressionAttributeValues: { ':pk': pk, ...values },
    ConsistentRead: true,
  });
  const chunks = (id: string, firstRow = 0) =>
    query(jobKey(id).pk, ' AND sk BETWEEN :first AND :last', {
      ':first': chunkKey(id, firstRow).sk,
      ':last': chunkKey(id, 9_999_999_999).sk,
    });
  const read: Imports['read'] = async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: jobKey(id), ConsistentRead: true }));
    return Item && jobOf(Item);
  };
  async function* results(id: string, from = 0): AsyncGenerator<RowResult[]> {
    for await (const { Items = [] } of paginateQuery({ client }, chunks(id, from))) {
      for (const item of Items) yield (item as unknown as ChunkResult).rows;
    }
  }

  return {
    ...importWrites(client, tables, read),
    read,
    results,
    list: async ({ top, after }) => {
      const range = after === undefined ? '' : ' AND sk < :after';
      const values = after === undefined ? {} : { ':after': after };
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...query(listKey({ createdDateTime: '' as Instant, id: '' }).pk, range, values),
          Limit: top,
          ScanIndexForward: false,
        }),
      );
      const ids = Items.map(({ id }) => String(id));
      const jobs = (await readItems(client, table, ids.map(jobKey))).map(jobOf);
      const last = LastEvaluatedKey && String(Items.at(-1)?.sk);
      return { jobs: ids.flatMap((id) => jobs.find((job) => job.id === id) ?? []), ...(last && { next: last }) };
    },
    progress: async (id) => {
      const sum: ImportProgress = {
        chunks: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        refused: 0,
        seats: {},
        waiting: {},
      };
      const { Items = [] } = await client.send(new QueryCommand(query(counterPartition(id))));
      for (const counter of Items) addCounter(sum, counter);
      return sum;
    },
    async *finishedChunks(id) {
      const input = { ...chunks(id), ProjectionExpression: 'firstRow' };
      for await (const { Items = [] } of paginateQuery({ client }, input)) {
        for (const { firstRow } of Items) yield Number(firstRow);
      }
    },
    readResult: async (id, firstRow) => {
      const Key = chunkKey(id, firstRow);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item as ChunkResult | undefined;
    },
    resultPage: async (id, { top, after, outcome }) => {
      const rows: RowResult[] = [];
      // A chunk has at most 1,000 rows, so the chunk of the row behind `after` begins no further back.
      for await (const some of results(id, Math.max(after - mostRowsInChunk, 0))) {
        rows.push(...some.filter((row) => row.rowNumber > after && (!outcome || row.outcome === outcome)));
        if (rows.length > top) break;
      }
      const page = rows.slice(0, top);
      const last = page.at(-1)?.rowNumber;
      return { rows: page, ...(rows.length > top && last !== undefined && { next: last }) };
    },
    open: async () => {
      const ids: string[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query(openKey('').pk))) {
        ids.push(...Items.map(({ sk }) => String(sk)));
      }
      return ids;
    },
    isOpen: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: openKey(id), ConsistentRead: true }));
      return Item !== undefined;
    },
    close: async (id) => {
      await client.send(new DeleteCommand({ TableName: table, Key: openKey(id) }));
    },
  };
};

/** Most rows in a chunk: a page of results looks so far back for the chunk that it begins in. */
export const mostRowsInChunk = 1000;

const addCounter = (sum: ImportProgress, counter: Record<string, unknown>) => {
  for (const name of ['chunks', 'created', 'updated', 'unchanged', 'refused'] as const) {
    sum[name] += Number(counter[name] ?? 0);
  }
  for (const [name, n] of Object.entries(counter)) {
    const [kind, skuId] = name.split('/');
    if ((kind === 'seats' || kind === 'waiting') && skuId) sum[kind][skuId] = (sum[kind][skuId] ?? 0) + Number(n);
  }
  const at = counter.lastChunkDateTime as Instant | undefined;
  if (at && at > (sum.lastChunkDateTime ?? '')) sum.lastChunkDateTime = at;
};
