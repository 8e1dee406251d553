/** A batch of items that brings the present state of a few others along. */
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb';
import { maxKeys } from './document-client.ts';

export type Item = Record<string, unknown>;

/** An item of what is kept: where it lies, and whether the request was judged by it as it is now; undefined where there is none. */
export type Mark = { key: { pk: string; sk: string }; holds: (item: Item | undefined) => boolean };

/** Whether an item lies there. */
export const isAt =
  ({ pk, sk }: Mark['key']) =>
  (item: Item): boolean =>
    item.pk === pk && item.sk === sk;

const keysOf = ({ input }: BatchGetCommand, table: string): Item[] => input.RequestItems?.[table]?.Keys ?? [];

/** Whether the marks fit into the batch. */
export const hasRoom = (command: BatchGetCommand, table: string, marks: readonly Mark[]): boolean => {
  const keys = keysOf(command, table);
  return keys.length > 0 && keys.length + marks.length <= maxKeys;
};

/** The batch, and the marks. */
export const withMarks = (command: BatchGetCommand, table: string, marks: readonly Mark[]): BatchGetCommand => {
  const Keys = [...keysOf(command, table), ...marks.map(({ key }) => key)];
  const RequestItems = { ...command.input.RequestItems, [table]: { Keys, ConsistentRead: true } };
  return new BatchGetCommand({ ...command.input, RequestItems });
};

/** The answer as it would be without marks, and their items; undefined, where the service left a mark for another time. */
export const withoutMarks = (answer: BatchGetCommandOutput, table: string, marks: readonly Mark[]) => {
  const isMark = (item: Item) => marks.some(({ key }) => isAt(key)(item));
  const all = answer.Responses?.[table] ?? [];
  const open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  const rest = open.filter((key) => !isMark(key));
  const UnprocessedKeys = rest.length > 0 ? { [table]: { Keys: rest, ConsistentRead: true } } : {};
  const own = { ...answer, Responses: { [table]: all.filter((item) => !isMark(item)) }, UnprocessedKeys };
  return { answer: own, items: rest.length === open.length ? all.filter(isMark) : undefined };
};
