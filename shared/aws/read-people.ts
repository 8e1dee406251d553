/** Reading people by their ids. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '../work/directory.ts';
import { personKey, personOf } from './directory-items.ts';
import { readItems } from './document-client.ts';

/** People in the order of their ids, each as it is now. */
export const readPeople =
  (client: DynamoDBDocumentClient, table: string): Directory['readPeople'] =>
  async (ids) => {
    const people = (await readItems(client, table, [...new Set(ids)].map(personKey))).map(personOf);
    const byId = new Map(people.map((person) => [person.id, person]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
