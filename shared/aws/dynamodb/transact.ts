/** DynamoDB transactions whose losers can be told apart. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import pRetry, { AbortError } from 'p-retry';
import { type Action, transactCommand } from './transact-command.ts';
/** What an action met: `held` when its condition held or was not reached, else the item as it is. */
export type ConditionOutcome = { isMet: true } | { isMet: false; item: Record<string, unknown> | undefined };

/** Reasons that judge no action: the same transaction may go through a moment later. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const passingErrors = new Set(['TransactionInProgressException', 'RequestLimitExceeded', 'ThrottlingException']);

type Cancelled = Error & { CancellationReasons?: { Code?: string; Item?: Parameters<typeof unmarshall>[0] }[] };

/**
 * Runs a transaction. Undefined when it was written; else what each action met, in order, at least one of them not
 * `held`. Conflicts and throttling are tried again with growing, jittered pauses for about half a minute, then thrown.
 */
export const transact = (
  client: DynamoDBDocumentClient,
  actions: readonly Action[],
): Promise<ConditionOutcome[] | undefined> =>
  pRetry(() => once(client, actions), { retries: 9, minTimeout: 20, maxTimeout: 8_000, factor: 2.2, randomize: true });

const once = async (
  client: DynamoDBDocumentClient,
  actions: readonly Action[],
): Promise<ConditionOutcome[] | undefined> => {
  try {
    await client.send(transactCommand(actions.map(returningItem)));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reasons = (error as Cancelled).CancellationReasons;
    if (!reasons) throw passingErrors.has(error.name) ? error : new AbortError(error);
    if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return reasons.map(met);
    throw reasons.every(({ Code = 'None' }) => Code === 'None' || passing.has(Code)) ? error : new AbortError(error);
  }
};

const met = ({ Code, Item }: { Code?: string; Item?: Parameters<typeof unmarshall>[0] }): ConditionOutcome =>
  Code === 'ConditionalCheckFailed' ? { isMet: false, item: Item && unmarshall(Item) } : { isMet: true };

/** A failed condition returns the item that stood in the way. */
const returningItem = (action: Action): Action =>
  Object.fromEntries(
    Object.entries(action).map(([kind, input]) => [kind, { ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }]),
  ) as Action;
