/**
 * A client for one request, which holds what is kept between requests against the table before anything is written by it.
 * The first batch of items that the request reads anyway brings the kept items' present state along, so that this takes
 * no call of its own.
 */
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { Outdated } from '../../domain/settings/outdated.ts';
import { maxKeys, readItems } from './document-client.ts';

type Item = Record<string, unknown>;

/** An item of what is kept: where it lies, and whether the request was judged by it as it is now; undefined where there is none. */
export type Mark = { key: { pk: string; sk: string }; holds: (item: Item | undefined) => boolean };

export type CheckingClient = {
  /** Its reads are the client's own; its first batch, and its first write, throw `Outdated` where a mark does not hold. */
  client: DynamoDBDocumentClient;
  /** Has one more item checked; false, and it is not, where the check was made before. */
  watch: (mark: Mark) => boolean;
  /** Checks now, unless that was done before. Throws `Outdated`. */
  check: () => Promise<void>;
};

/** Once a check has held, the request goes on by what it began with, as one that had read it at its beginning. */
export const checkingClient = (client: DynamoDBDocumentClient, table: string, first: Mark): CheckingClient => {
  const marks = [first];
  let isHeld = false;
  let checking: Promise<void> | undefined;

  /** Asked by several at once it is made once; one that could not be made whole is made again. */
  const once = async (make: () => Promise<readonly Item[] | undefined>): Promise<void> => {
    const making = make().then((items) => {
      const outdated = items && marks.filter(({ key, holds }) => !holds(items.find(isAt(key))));
      if (outdated && outdated.length > 0) throw new Outdated();
      isHeld = items !== undefined;
    });
    checking = making.finally(() => {
      checking = undefined;
    });
    await checking;
  };
  const readMarks = () => {
    const keys = marks.map(({ key }) => key);
    return readItems(client, table, keys);
  };
  const check = async (): Promise<void> => {
    while (!isHeld) await (checking ?? once(readMarks));
  };
  /** The batch, with the marks beside what it asks for. */
  const sendAlong = async (command: BatchGetCommand): Promise<unknown> => {
    let own: unknown;
    await once(async () => {
      const { answer, items } = withoutMarks(await client.send(withMarks(command, table, marks)), table, marks);
      own = answer;
      return items;
    });
    return own;
  };
  const send = async (command: unknown): Promise<unknown> => {
    const isFirst = !isHeld && !checking;
    if (isFirst && command instanceof BatchGetCommand && hasRoom(command, table, marks)) return sendAlong(command);
    if (![BatchGetCommand, GetCommand, QueryCommand].some((read) => command instanceof read)) await check();
    return client.send(command as BatchGetCommand);
  };
  return {
    // The paginators of the SDK ask for an instance of its client.
    client: Object.assign(Object.create(client) as DynamoDBDocumentClient, { send }),
    watch: (mark) => {
      if (isHeld || checking) return false;
      marks.push(mark);
      return true;
    },
    check,
  };
};

const isAt =
  ({ pk, sk }: Mark['key']) =>
  (item: Item): boolean =>
    item.pk === pk && item.sk === sk;

const keysOf = ({ input }: BatchGetCommand, table: string): Item[] => input.RequestItems?.[table]?.Keys ?? [];

const hasRoom = (command: BatchGetCommand, table: string, marks: readonly Mark[]): boolean => {
  const keys = keysOf(command, table);
  return keys.length > 0 && keys.length + marks.length <= maxKeys;
};

const withMarks = (command: BatchGetCommand, table: string, marks: readonly Mark[]): BatchGetCommand => {
  const Keys = [...keysOf(command, table), ...marks.map(({ key }) => key)];
  const RequestItems = { ...command.input.RequestItems, [table]: { Keys, ConsistentRead: true } };
  return new BatchGetCommand({ ...command.input, RequestItems });
};

/** The answer as it would be without marks, and their items; undefined, where the service left a mark for another time. */
const withoutMarks = (answer: BatchGetCommandOutput, table: string, marks: readonly Mark[]) => {
  const isMark = (item: Item) => marks.some(({ key }) => isAt(key)(item));
  const all = answer.Responses?.[table] ?? [];
  const open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  const rest = open.filter((key) => !isMark(key));
  const UnprocessedKeys = rest.length > 0 ? { [table]: { Keys: rest, ConsistentRead: true } } : {};
  const own = { ...answer, Responses: { [table]: all.filter((item) => !isMark(item)) }, UnprocessedKeys };
  return { answer: own, items: rest.length === open.length ? all.filter(isMark) : undefined };
};
