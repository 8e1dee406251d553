/** A few subjects with all that belongs to them, read again. */
import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicationKey, auditPartition, personKey, skuKey } from '../../../shared/aws/directory-items.ts';
import { readItems } from '../../../shared/aws/dynamodb/document-client.ts';
import { counterPartition, jobKey } from '../../../shared/aws/imports/import-items.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Expected, Subject } from '../invariant.ts';
import { type Key, textOfKey } from './key.ts';
import { isExpired, type TableReader } from './read-tables.ts';
import type { Item, SeenItem } from './seen.ts';
import { seenEntry, seenItem } from './seen-item.ts';

/** What to read: subjects, items that doubts were concluded from, and how what is found leads to more items. */
export type Around = {
  subjects: Iterable<Subject>;
  reads: Iterable<Key>;
  expects: (seen: SeenItem) => Iterable<Expected>;
};

/** Everything about the subjects, consistent as far as it goes: an index, as ever, may be behind. */
export const readAround = async (reader: TableReader, around: Around, now: Instant): Promise<SeenItem[]> => {
  const own = await readEach([...new Set(around.subjects)], (subject) => readSubject(reader, subject));
  const known = new Set(own.map(({ key }) => textOfKey(key)));
  const wanted = new Map<string, Key>();
  const expected = own.flatMap((seen) => [...around.expects(seen)].map(({ key }) => key));
  for (const key of [...around.reads, ...expected]) if (!known.has(textOfKey(key))) wanted.set(textOfKey(key), key);
  return [...own, ...(await readKeys(reader, [...wanted.values()]))].filter(({ item }) => !isExpired(item, now));
};

/** Reads at the same time: a doubtful moment in a busy system leaves thousands of doubts. */
const atOnce = 16;

const readEach = async <Of>(all: readonly Of[], read: (of: Of) => Promise<SeenItem[]>): Promise<SeenItem[]> => {
  const found: SeenItem[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    for (const some of await Promise.all(all.slice(start, start + atOnce).map(read))) found.push(...some);
  }
  return found;
};

/** A subject's own items: of a person with the audit, of an import with its results and counters. */
const readSubject = async (reader: TableReader, subject: Subject): Promise<SeenItem[]> => {
  const [kind, id] = [subject.slice(0, subject.indexOf(' ')), subject.slice(subject.indexOf(' ') + 1)];
  switch (kind) {
    case 'person':
      // Entries of earlier releases lie beside the person.
      return [
        ...(await readPartition(reader, 'directory', personKey(id).pk)),
        ...(await readPartition(reader, 'directory', auditPartition({ type: 'User', id }))),
      ];
    case 'import':
      return [
        ...(await readPartition(reader, 'imports', jobKey(id).pk)),
        ...(await readPartition(reader, 'imports', counterPartition(id))),
      ];
    case 'licence':
      return readKeys(reader, [{ in: 'directory', ...skuKey(id) }]);
    case 'application':
      return readKeys(reader, [{ in: 'directory', ...applicationKey(id) }]);
    default:
      return [];
  }
};

const readPartition = async (
  { client, tables }: TableReader,
  table: 'directory' | 'imports',
  pk: string,
): Promise<SeenItem[]> => {
  const found: SeenItem[] = [];
  const input = {
    TableName: tables[table],
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateQuery({ client }, input)) {
    found.push(...Items.map((item) => seenItem(table, item)));
  }
  return found;
};

const readKeys = async ({ client, tables }: TableReader, keys: readonly Key[]): Promise<SeenItem[]> => {
  const found: SeenItem[] = [];
  for (const table of ['directory', 'imports'] as const) {
    const own = keys.filter((key) => key.in === table).map(({ pk, sk }) => ({ pk, sk }));
    found.push(...(await readItems(client, tables[table], own)).map((item) => seenItem(table, item)));
  }
  for (const index of ['due', 'people'] as const) {
    const own = keys.filter((key) => key.in === index);
    found.push(
      ...(await readEach(own, async ({ pk, sk }) =>
        (await readEntries(client, tables.directory, index, [pk, sk])).map((item) => seenEntry(index, item)),
      )),
    );
  }
  return found;
};

/** Names of the keys of each index. */
const indexKeys = { due: ['dueShard', 'dueAt'], people: ['listShard', 'listName'] } as const;

const readEntries = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  index: 'due' | 'people',
  [pk, sk]: readonly [string, string],
): Promise<Item[]> => {
  const [pkName, skName] = indexKeys[index];
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: index,
      KeyConditionExpression: '#pk = :pk AND #sk = :sk',
      ExpressionAttributeNames: { '#pk': pkName, '#sk': skName },
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    }),
  );
  return Items;
};
