/** The document client's commands, as requests in DynamoDB's JSON. */
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { attributesOf, type Plain } from './attributes.ts';
import { type KeysOfTables, ofTables } from './keys-of-tables.ts';

/** An operation by its name, and the body of a request for it. */
type Operation = { name: string; bodyOf: (input: Plain) => object };

/** The members of a request that hold plain values. */
const withAttributes = (input: Plain): object => {
  const { Key, Item, ExclusiveStartKey, ExpressionAttributeValues, ...others } = input as Record<string, Plain>;
  return {
    ...others,
    ...(Key && { Key: attributesOf(Key) }),
    ...(Item && { Item: attributesOf(Item) }),
    ...(ExclusiveStartKey && { ExclusiveStartKey: attributesOf(ExclusiveStartKey) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: attributesOf(ExpressionAttributeValues) }),
  };
};

/** By the class of the command, how its requests are written; a transaction has its attributes already. */
export const operations: ReadonlyMap<unknown, Operation> = new Map<unknown, Operation>([
  [GetCommand, { name: 'GetItem', bodyOf: withAttributes }],
  [QueryCommand, { name: 'Query', bodyOf: withAttributes }],
  [PutCommand, { name: 'PutItem', bodyOf: withAttributes }],
  [UpdateCommand, { name: 'UpdateItem', bodyOf: withAttributes }],
  [DeleteCommand, { name: 'DeleteItem', bodyOf: withAttributes }],
  [
    BatchGetCommand,
    {
      name: 'BatchGetItem',
      bodyOf: ({ RequestItems, ...others }) => ({
        ...others,
        RequestItems: ofTables(RequestItems as KeysOfTables<Plain>, attributesOf),
      }),
    },
  ],
  [TransactWriteItemsCommand, { name: 'TransactWriteItems', bodyOf: (input) => input }],
]);
