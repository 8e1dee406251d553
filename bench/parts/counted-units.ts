/** Counts what DynamoDB would bill. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Request units: as DynamoDB counts them, a write in a transaction twice, and one for each index that it touches. */
export type Units = { writes: number; reads: number };

type Consumed = { CapacityUnits?: number };

const writers = /^(Put|Update|Delete|TransactWrite|BatchWrite|BatchExecuteStatement)/;

/** Has every answer of the client tell its units; the returned sum grows with each. */
export const countUnits = (client: DynamoDBClient): Units => {
  const units: Units = { writes: 0, reads: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (call) => {
        const asking = { ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } };
        const answer = await next(asking as typeof call);
        const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const sum = [ConsumedCapacity].flat().reduce((before, { CapacityUnits = 0 }) => before + CapacityUnits, 0);
        units[writers.test(commandName) ? 'writes' : 'reads'] += sum;
        return answer;
      },
    { step: 'initialize', name: 'countUnits' },
  );
  return units;
};
