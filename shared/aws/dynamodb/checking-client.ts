/**
 * A client for one request, which holds what is kept between requests against the table before anything is written by it.
 * The first batch of items that the request reads anyway brings the kept items' present state along, so that this takes
 * no call of its own.
 */
import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Outdated } from '../../domain/settings/outdated.ts';
import { readItems } from './document-client.ts';
import { hasRoom, type Item, isAt, type Mark, withMarks, withoutMarks } from './marked-batch.ts';

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
