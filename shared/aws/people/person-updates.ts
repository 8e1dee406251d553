/** Changes of people's own records, each for itself: half the price of a transaction, and one that loses stops no other. */
import { isDeepStrictEqual } from 'node:util';
import type { BatchStatementResponse } from '@aws-sdk/client-dynamodb';
import { BatchExecuteStatementCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import pRetry, { AbortError } from 'p-retry';
import { actsAsGlobalAdministrator } from '../../domain/access/roles.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory, OwnChange } from '../../work/directory.ts';
import { personKey } from '../directory-items.ts';
import { keyMoves } from './key-claims.ts';
import { personItem } from './person-item.ts';
import { nameSteps, personSteps } from './person-steps.ts';

/** Most statements of one batch. */
const maxStatements = 25;

/** Errors that judge no change: the same statement may go through a moment later. */
const passing = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'ThrottlingError',
  'TransactionConflict',
]);

const pauses = { retries: 9, minTimeout: 20, maxTimeout: 8_000, factor: 2.2, randomize: true };

type Outcome = 'changed' | 'stale';

/** A change as the table sees it: the items before and after, both as they lie there. */
type Rewrite = { id: string; version: number; old: Record<string, unknown>; fresh: Record<string, unknown> };

export const personUpdates = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Policy,
): Pick<Directory, 'changePeopleEach'> => {
  const rewriteOf = ({ before, after }: OwnChange): Rewrite => {
    refuseOthers({ before, after }, table, policy);
    const version = before.version + 1;
    const [old, fresh] = [personItem(before, policy), personItem({ ...after, version }, policy)];
    return { id: before.id, version: before.version, old, fresh };
  };

  /** Runs statements until each has its outcome; throws what is wrong with one of them. */
  const runBatch = async (batch: readonly Rewrite[]): Promise<(readonly [string, Outcome])[]> => {
    const outcomes: (readonly [string, Outcome])[] = [];
    let open = batch;
    await pRetry(async () => {
      const Statements = open.map((rewrite) => statementOf(table, rewrite));
      const { Responses = [] } = await client.send(new BatchExecuteStatementCommand({ Statements })).catch(givenUp);
      const judged = open.map((rewrite, index) => ({ rewrite, outcome: outcomeOf(Responses[index]) }));
      for (const { rewrite, outcome } of judged) if (outcome !== 'again') outcomes.push([rewrite.id, outcome]);
      open = judged.filter(({ outcome }) => outcome === 'again').map(({ rewrite }) => rewrite);
      if (open.length > 0) throw Object.assign(new Error('changes were put off'), { $retryable: {} });
    }, pauses);
    return outcomes;
  };

  return {
    changePeopleEach: async (changes) => {
      const rewrites = changes.map(rewriteOf);
      const whole = rewrites.filter(losesAttributes);
      const partial = rewrites.filter((rewrite) => !losesAttributes(rewrite));
      const batches = Array.from({ length: Math.ceil(partial.length / maxStatements) }, (_, index) =>
        partial.slice(index * maxStatements, (index + 1) * maxStatements),
      );
      const ends = await Promise.all([
        ...batches.map(runBatch),
        ...whole.map(async (rewrite) => [[rewrite.id, await putWhole(client, table, rewrite)] as const]),
      ]);
      const outcomes = new Map(ends.flat());
      return changes.map(({ before }) => outcomes.get(before.id) ?? 'stale');
    },
  };
};

/** What else a change would have to write belongs into a transaction; asking for it here is a fault of ours. */
const refuseOthers = (change: OwnChange, table: string, policy: Policy): void => {
  const { before, after } = change;
  const sameSeats = isDeepStrictEqual(before.assignedLicenses, after.assignedLicenses);
  const sameRank = actsAsGlobalAdministrator(before) === actsAsGlobalAdministrator(after);
  const sameKeys = keyMoves([change]).moves.length === 0 && nameSteps(table, [change]).length === 0;
  if (personSteps(table, change, policy).length === 1 && sameKeys && sameSeats && sameRank) return;
  throw new Error('a change of names, keys, seats, roles or lists needs a transaction');
};

/** Statements set attributes; a record that loses some is written as a whole, since statements differ on taking away. */
const losesAttributes = ({ old, fresh }: Rewrite): boolean =>
  Object.entries(old).some(([name, value]) => value !== undefined && fresh[name] === undefined);

const statementOf = (table: string, { id, version, old, fresh }: Rewrite) => {
  const set = Object.entries(fresh).filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(value, old[name]),
  );
  const { pk, sk } = personKey(id);
  return {
    Statement: `UPDATE "${table}" SET ${set.map(([name]) => `"${name}" = ?`).join(', ')} WHERE "pk" = ? AND "sk" = ? AND "version" = ?`,
    Parameters: [...set.map(([, value]) => value), pk, sk, version],
  };
};

const outcomeOf = (response: BatchStatementResponse | undefined): Outcome | 'again' => {
  const error = response?.Error;
  if (!error) return 'changed';
  if (error.Code === 'ConditionalCheckFailed') return 'stale';
  if (passing.has(error.Code ?? '')) return 'again';
  // Its message may repeat values of the statement.
  throw new AbortError(`a person could not be changed: ${error.Code}`);
};

const putWhole = async (
  client: DynamoDBDocumentClient,
  table: string,
  { version, fresh }: Rewrite,
): Promise<Outcome> => {
  const condition = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  };
  try {
    await client.send(new PutCommand({ TableName: table, Item: fresh, ...condition }));
    return 'changed';
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return 'stale';
    throw error;
  }
};

/** The client has its own retries: what it gives up on is not asked again. */
const givenUp = (error: unknown): never => {
  throw error instanceof Error ? new AbortError(error) : error;
};
