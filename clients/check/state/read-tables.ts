/** Everything that the tables and their indexes hold, read once. */
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds, type Instant } from '../../../shared/domain/time.ts';
import type { Pace } from './pace.ts';
import type { Item, SeenItem } from './seen.ts';
import { seenEntry, seenItem } from './seen-item.ts';

/** The tables, by what they are called. */
export type TableNames = { directory: string; imports: string };

/** How the tables are read. */
export type TableReader = { client: DynamoDBDocumentClient; tables: TableNames; pace: Pace };

/** Segments that are read at the same time. */
const segments = 4;

/** Shows every item of both tables, each as it is at that moment; then every entry of the indexes that point to people. */
export const readTables = async (reader: TableReader, now: Instant, see: (seen: SeenItem) => void): Promise<void> => {
  const { directory, imports } = reader.tables;
  const isThere = (item: Item) => !isExpired(item, now);
  await scan(reader, { TableName: imports, ConsistentRead: true }, (item) => {
    if (isThere(item)) see(seenItem('imports', item));
  });
  await scan(reader, { TableName: directory, ConsistentRead: true }, (item) => {
    if (isThere(item)) see(seenItem('directory', item));
  });
  for (const index of ['due', 'people'] as const) {
    await scan(reader, { TableName: directory, IndexName: index }, (item) => see(seenEntry(index, item)));
  }
};

/** Whether an item has outlived its time: DynamoDB removes it only days later, and nobody reads it any more. */
export const isExpired = ({ expiresAt }: Item, now: Instant): boolean =>
  expiresAt !== undefined && Number(expiresAt) <= epochSeconds(now);

type Source = { TableName: string; IndexName?: string; ConsistentRead?: boolean };

const scan = async ({ client, pace }: TableReader, source: Source, take: (item: Item) => void): Promise<void> => {
  const readSegment = async (Segment: number): Promise<void> => {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const {
        Items = [],
        LastEvaluatedKey,
        ConsumedCapacity,
      } = await client.send(
        new ScanCommand({
          ...source,
          Segment,
          TotalSegments: segments,
          ReturnConsumedCapacity: 'TOTAL',
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      for (const item of Items) take(item);
      ExclusiveStartKey = LastEvaluatedKey;
      await pace.take(ConsumedCapacity?.CapacityUnits);
    } while (ExclusiveStartKey);
  };
  await Promise.all(Array.from({ length: segments }, (_, segment) => readSegment(segment)));
};
