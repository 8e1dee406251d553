/** The DynamoDB client: one for each function, made on cold start. */
import { DynamoDBClient, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pRetry, { AbortError } from 'p-retry';
import { Refused } from '../../domain/refusals.ts';

/**
 * A client that takes and gives plain objects; undefined properties are left out of items. Throttled calls, and plain
 * writes that meet a transaction, are tried again after growing, jittered pauses, eight times in all.
 */
export const documentClient = (): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({ maxAttempts: 8, retryMode: 'standard' });
  // Nobody reads its log, for which it looks at each attribute of a call and its answer: a tenth of the CPU of reading one
  // item, a fifth of reading a hundred.
  client.middlewareStack.remove('loggerMiddleware');
  retryConflicts(client);
  refuseWithoutIndex(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

/** A transaction that has the item in hand is over in a moment; the SDK would take it for a refusal. */
const retryConflicts = (client: DynamoDBClient): void =>
  client.middlewareStack.add(
    (next) => async (call) => {
      try {
        return await next(call);
      } catch (error) {
        if (error instanceof TransactionConflictException) throw Object.assign(error, { $retryable: {} });
        throw error;
      }
    },
    { step: 'deserialize', priority: 'high', name: 'retryConflicts' },
  );

/** Seconds after which to ask again: an index of a hundred thousand people fills in minutes. */
const untilFilled = '60';

/** `Cannot read from backfilling global secondary index: people`, `The table does not have the specified index: people`. */
const lacksIndex = (error: unknown): boolean =>
  error instanceof Error &&
  /^(ValidationException|ResourceNotFoundException)$/.test(error.name) &&
  /backfilling|specified index/.test(error.message);

/** Throws `Refused` IndexNotReady for a question to an index that a deployment is still making. */
const refuseWithoutIndex = (client: DynamoDBClient): void =>
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        try {
          return await next(call);
        } catch (error) {
          if (commandName === 'QueryCommand' && lacksIndex(error))
            throw new Refused({ code: 'IndexNotReady', fact: untilFilled });
          throw error;
        }
      },
    { step: 'initialize', name: 'refuseWithoutIndex' },
  );

const givenUp = (error: unknown) => {
  throw error instanceof Error ? new AbortError(error) : error;
};

/** The most keys of one BatchGetItem. */
export const maxKeys = 100;

/** The items of these keys, consistent, in no order; what the service leaves unprocessed is asked for again. */
export const readItems = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Record<string, string>[],
): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += maxKeys) {
    let open: Record<string, unknown>[] = keys.slice(start, start + maxKeys);
    await pRetry(
      async () => {
        const request = { RequestItems: { [table]: { Keys: open, ConsistentRead: true } } };
        // The client has its own retries: what it gives up on is not asked again.
        const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand(request)).catch(givenUp);
        items.push(...(Responses?.[table] ?? []));
        open = UnprocessedKeys?.[table]?.Keys ?? [];
        if (open.length > 0) throw Object.assign(new Error('keys left unprocessed'), { $retryable: {} });
      },
      { retries: 9, minTimeout: 20, maxTimeout: 8_000, randomize: true },
    );
  }
  return items;
};
