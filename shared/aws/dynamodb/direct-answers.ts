/** Answers in DynamoDB's JSON, as the document client gives them. */
import type { Plain } from './attributes.ts';
import type { Body } from './direct-failures.ts';
import { type KeysOfTables, ofTables } from './keys-of-tables.ts';
import { plainOf, type WireValue } from './plain-values.ts';

type Attributes = Record<string, WireValue>;

/** An answer with plain values. */
export const answerOf = (body: Body): Plain => {
  const { Item, Attributes, LastEvaluatedKey, Items, Responses, UnprocessedKeys, ...others } = body as {
    [Member in 'Item' | 'Attributes' | 'LastEvaluatedKey']?: Attributes;
  } & {
    Items?: Attributes[];
    Responses?: Record<string, Attributes[]>;
    UnprocessedKeys?: KeysOfTables<Attributes>;
  };
  return {
    ...others,
    ...(Item && { Item: plainOf(Item) }),
    ...(Attributes && { Attributes: plainOf(Attributes) }),
    ...(LastEvaluatedKey && { LastEvaluatedKey: plainOf(LastEvaluatedKey) }),
    ...(Items && { Items: Items.map(plainOf) }),
    ...(Responses && {
      Responses: Object.fromEntries(Object.entries(Responses).map(([table, items]) => [table, items.map(plainOf)])),
    }),
    ...(UnprocessedKeys && { UnprocessedKeys: ofTables(UnprocessedKeys, plainOf) }),
  };
};
