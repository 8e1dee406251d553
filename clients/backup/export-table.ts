/** Everything that a table holds, as lines. */
import { type DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Pace } from '../check/state/pace.ts';
import { lineOf } from './item-line.ts';

/**
 * Each item as it is when it is read: while somebody works, items of the same transaction may be of two moments. `see`
 * hears of each page how many items it had.
 */
export async function* linesOfTable(
  client: DynamoDBClient,
  TableName: string,
  pace: Pace,
  see: (items: number) => void,
): AsyncGenerator<string> {
  // By hand, since the SDK's paginator takes no document client, and that one would give an item without its types.
  let ExclusiveStartKey: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL', ExclusiveStartKey }),
    );
    for (const item of page.Items ?? []) yield lineOf(item);
    see(page.Items?.length ?? 0);
    ExclusiveStartKey = page.LastEvaluatedKey;
    await pace.take(page.ConsumedCapacity?.CapacityUnits);
  } while (ExclusiveStartKey);
}
