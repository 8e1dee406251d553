/** Reading people by their ids or user names. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '../../work/directory.ts';
import { nameKey, personKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
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
