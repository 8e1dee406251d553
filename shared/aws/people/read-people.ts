/** Reading people by their ids or user names. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalKey } from '../../domain/people/source-keys.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import type { Directory } from '../../work/directory.ts';
import { nameKey, personKey, sourceKeyKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
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

/** The ids of those who hold these user names, by the name as it is compared. */
export const holdersOf =
  (client: DynamoDBDocumentClient, table: string): Directory['holdersOf'] =>
  async (userNames) => {
    const keys = [...new Set(userNames.map(canonicalUserName))].map(nameKey);
    const claims = await readItems(client, table, keys);
    return new Map(claims.map(({ sk, id }) => [String(sk), String(id)]));
  };

/** The ids of those who hold these keys of a source, by the key as it is compared. */
export const keyHolders =
  (client: DynamoDBDocumentClient, table: string): Directory['keyHolders'] =>
  async (source, keys) => {
    const canonical = [...new Set(keys.map((key) => canonicalKey(source, key)))].filter((key) => key !== '');
    const claims = await readItems(
      client,
      table,
      canonical.map((key) => sourceKeyKey({ source, key })),
    );
    return new Map(claims.map((item) => [String(item.sk), holdersIn(keyClaimOf(item))]));
  };

/** Reads of people by their ids or a name, for whoever lists none. */
export const peopleByName = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'readPeople' | 'findByUserName'> => ({
  readPeople: readPeople(client, table),
  findByUserName: findByUserName(client, table),
});
