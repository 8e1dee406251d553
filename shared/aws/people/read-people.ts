/** Reading people by their ids or user names. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { canonicalKey, type SourceKey } from '../../domain/people/source-keys.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { Directory } from '../../work/directory.ts';
import { keyPartition, nameKey, personKey, sourceKeyKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { directoryKinds } from '../item-kinds.ts';
import { holdersIn, keyClaimOf } from './key-claims.ts';
import { personOf } from './person-item.ts';

/** People in the order of their ids, each as it is now. */
export const readPeople =
  (client: DynamoDBDocumentClient, table: string): Directory['readPeople'] =>
  async (ids) => {
    const people = (await readItems(client, table, [...new Set(ids)].map(personKey))).map(personOf);
    const byId = new Map(people.map((person) => [person.id, person]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };

/** The person who holds a user name now. */
export const findByUserName = (client: DynamoDBDocumentClient, table: string): Directory['findByUserName'] => {
  const byIds = readPeople(client, table);
  return async (userName) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: nameKey(userName), ConsistentRead: true }),
    );
    return Item && (await byIds([Item.id]))[0];
  };
};

/** Who holds user names and keys, in one read. */
export const claimHolders =
  (client: DynamoDBDocumentClient, table: string): Directory['claimHolders'] =>
  async ({ userNames, keys }) => {
    const names = [...new Set(userNames.map(canonicalUserName))].map(nameKey);
    const wanted = distinctKeys(keys);
    const items = await readItems(client, table, [...names, ...wanted.map(sourceKeyKey)]);
    const claims = Map.groupBy(items, ({ pk }) => String(pk).startsWith(directoryKinds.names));
    const held = new Map(claims.get(false)?.map((item) => [`${item.pk}\n${item.sk}`, holdersIn(keyClaimOf(item))]));
    return {
      names: new Map(claims.get(true)?.map(({ sk, id }) => [String(sk), String(id)])),
      keys: wanted.flatMap((key) => {
        const { pk, sk } = sourceKeyKey(key);
        const holders = held.get(`${pk}\n${sk}`);
        return holders ? [{ ...key, holders }] : [];
      }),
    };
  };

/** In the form in which they are compared, each once. */
const distinctKeys = (keys: readonly SourceKey[]): SourceKey[] => {
  const canonical = keys.map(({ source, key }) => ({ source, key: canonicalKey(source, key) }));
  const distinct = new Map(canonical.map((key) => [`${key.source}\n${key.key}`, key]));
  return [...distinct.values()].filter(({ key }) => key !== '');
};

/** The ids of those who hold these user names, by the name as it is compared. */
export const holdersOf = (client: DynamoDBDocumentClient, table: string): Directory['holdersOf'] => {
  const holders = claimHolders(client, table);
  return async (userNames) => (await holders({ userNames, keys: [] })).names;
};

/** The ids of those who hold these keys of a source, by the key as it is compared. */
export const keyHolders = (client: DynamoDBDocumentClient, table: string): Directory['keyHolders'] => {
  const holders = claimHolders(client, table);
  return async (source, keys) => {
    const found = await holders({ userNames: [], keys: keys.map((key) => ({ source, key })) });
    return new Map(found.keys.map(({ key, holders: ids }) => [key, ids]));
  };
};

/** Reads of people by their ids or a name, for whoever lists none. */
export const peopleByName = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'readPeople' | 'findByUserName'> => ({
  readPeople: readPeople(client, table),
  findByUserName: findByUserName(client, table),
});

/** All claims on keys of a source, a page of a partition at a time; each as it is when it is read. */
export const keyClaims = (client: DynamoDBDocumentClient, table: string): Directory['keyClaims'] =>
  async function* (source) {
    for (const shard of everyShard) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keyPartition(source, shard) },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        yield Items.map((item) => ({ key: String(item.sk), holders: holdersIn(keyClaimOf(item)) }));
      }
    }
  };
