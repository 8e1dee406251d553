/** What a restored directory holds that lets somebody in, held against the one that was lost. */
import { type DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type KeptToken, operatorTokenOf } from '../../shared/aws/access/token-items.ts';
import { readItems } from '../../shared/aws/dynamodb/document-client.ts';
import { directoryKinds, importKinds } from '../../shared/aws/item-kinds.ts';
import { personOf } from '../../shared/aws/people/person-item.ts';
import type { Application } from '../../shared/domain/access/application.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type Revived, revivedOf, withoutRevived } from './revived.ts';

type Item = Record<string, unknown>;
type Key = { pk: string; sk: string };

/** An application as the backup has it, and as it is to be. */
export type RevivedApplication = { before: Application; after: Application | 'remove' };

/** What is found. Without a lost table nothing is known of what came back. */
export type RestoredState = {
  operatorTokens: KeptToken[];
  /** Tokens of people and applications, sessions, and codes that begin one. */
  others: Key[];
  /** Whose sessions they are. */
  signedIn: string[];
  revived: Revived[];
  applications: RevivedApplication[];
  /** Who holds a role. */
  roleHolders: Person[];
};

/** What a table is called, and the one that it takes the place of; that may be gone. */
export type Compared = { restored: string; lost?: string };

/** Reads the restored table once, and of the lost one everybody who is in it. */
export const restoredState = async (client: DynamoDBDocumentClient, tables: Compared): Promise<RestoredState> => {
  const state: RestoredState = {
    ...{ operatorTokens: [], others: [], signedIn: [], revived: [], applications: [], roleHolders: [] },
  };
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tables.restored, ConsistentRead: true })) {
    for (const item of Items) takeToken(state, item);
    await takePeople(state, client, tables, Items.filter(isPerson).map(personOf));
    await takeApplications(state, client, tables, Items.filter(isApplication));
  }
  state.signedIn = [...new Set(state.signedIn)];
  return state;
};

const isPerson = ({ pk, sk }: Item): boolean => sk === 'USER' && String(pk).startsWith(directoryKinds.people);
const isApplication = ({ pk, sk }: Item): boolean =>
  sk === 'APPLICATION' && String(pk).startsWith(directoryKinds.applications);

const takeToken = ({ operatorTokens, others, signedIn }: RestoredState, item: Item): void => {
  const pk = String(item.pk);
  const { tokens, sessions, signInCodes } = directoryKinds;
  if (![tokens, sessions, signInCodes].some((kind) => pk.startsWith(kind))) return;
  const kept = pk.startsWith(tokens) ? operatorTokenOf(item) : undefined;
  if (kept) return void operatorTokens.push(kept);
  others.push({ pk, sk: String(item.sk) });
  const userId = (item.grant as { userId?: string } | undefined)?.userId;
  if (userId !== undefined) signedIn.push(userId);
};

const lostItems = async (
  client: DynamoDBDocumentClient,
  lost: string,
  keys: readonly Key[],
): Promise<Map<string, Item>> => new Map((await readItems(client, lost, keys)).map((item) => [String(item.pk), item]));

const takePeople = async (
  { revived, roleHolders }: RestoredState,
  client: DynamoDBDocumentClient,
  { lost }: Compared,
  people: readonly Person[],
): Promise<void> => {
  roleHolders.push(...people.filter(({ roles, deleted }) => roles.length > 0 && !deleted));
  if (lost === undefined) return;
  const keyOf = ({ id }: Person) => ({ pk: `${directoryKinds.people}${id}`, sk: 'USER' });
  const found = await lostItems(client, lost, people.map(keyOf));
  for (const person of people) {
    const item = found.get(keyOf(person).pk);
    const one = revivedOf(person, item && personOf(item));
    if (one) revived.push(one);
  }
};

const takeApplications = async (
  { applications }: RestoredState,
  client: DynamoDBDocumentClient,
  { lost }: Compared,
  items: readonly Item[],
): Promise<void> => {
  if (lost === undefined) return;
  const keys = items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  const found = await lostItems(client, lost, keys);
  for (const item of items) {
    const before = applicationOf(item);
    const now = found.get(String(item.pk));
    const after = withoutRevived(before, now && applicationOf(now));
    if (after) applications.push({ before, after });
  }
};

const applicationOf = ({ pk: _pk, sk: _sk, ...application }: Item): Application => application as Application;

/** Ids of imports that are in the lost table alone: what they did is gone. */
export const lostImports = async (client: DynamoDBDocumentClient, { restored, lost }: Compared): Promise<string[]> => {
  if (lost === undefined) return [];
  const [before, all] = await Promise.all([importsIn(client, restored), importsIn(client, lost)]);
  return all.filter((id) => !before.includes(id));
};

const importsIn = async (client: DynamoDBDocumentClient, TableName: string): Promise<string[]> => {
  const input = {
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': importKinds.list },
  };
  const ids: string[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, { ...input, ConsistentRead: true }))
    ids.push(...Items.map(({ id }) => String(id)));
  return ids;
};
