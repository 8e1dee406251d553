/** As much of the directory as adding one person takes. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import type { CreatePorts } from '../../work/people/create-person.ts';
import type { Tables } from '../directory-items.ts';
import { skus } from '../licences/skus.ts';
import { waitlists } from '../licences/waitlists.ts';
import { peopleWrites } from './people-writes.ts';
import { claimHolders, readPeople } from './read-people.ts';

/** A function that adds people has no more of it, so that it starts sooner. */
export const addingDirectory = (
  client: DynamoDBDocumentClient,
  tables: Tables,
  policy: Policy,
): CreatePorts['directory'] => ({
  ...peopleWrites(client, tables.directory, policy),
  ...skus(client, tables.directory),
  ...waitlists(client, tables.directory),
  readPeople: readPeople(client, tables.directory),
  claimHolders: claimHolders(client, tables.directory),
});
