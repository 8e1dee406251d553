/** That somebody who can act as Global Administrator is left, whatever a transaction does to others. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { actsAsGlobalAdministrator, type RoleName } from '../../domain/access/roles.ts';
import { memberKey, personKey, rolePartition } from '../directory-items.ts';
import type { Step } from './person-steps.ts';
import { readPeople } from './read-people.ts';
import type { Transition } from './transition.ts';

const role: RoleName = 'Global Administrator';

/**
 * What a transaction that takes somebody's place as Global Administrator must hold on to, nothing for any other: another
 * one who stays, and whom two transactions cannot take at once, since one of them meets the other's write. Whoever was
 * taken meanwhile lets it lose without a name, so that it is tried again. Where nobody else is, its condition never holds.
 */
export const administratorSteps = async (
  client: DynamoDBDocumentClient,
  table: string,
  transitions: readonly Transition[],
): Promise<Step[]> => {
  const acts = (person: Transition['before']) => person !== undefined && actsAsGlobalAdministrator(person);
  const isTaken = transitions.some(({ before, after }) => acts(before) && !acts(after));
  if (!isTaken || transitions.some(({ after }) => acts(after))) return [];
  const touched = new Set(transitions.flatMap(({ before, after }) => (before ?? after)?.id ?? []));
  const other = await otherAdministrator(client, table, touched);
  return [other === undefined ? nobodyElse(table) : stays(table, other)];
};

/** Somebody who can act as Global Administrator, and is none of these people. */
const otherAdministrator = async (
  client: DynamoDBDocumentClient,
  table: string,
  but: ReadonlySet<string>,
): Promise<string | undefined> => {
  const input = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :members)',
    ExpressionAttributeValues: { ':pk': rolePartition(role), ':members': memberKey(role, '').sk },
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateQuery({ client, pageSize: 100 }, input)) {
    const ids = Items.map(({ id }) => String(id)).filter((id) => !but.has(id));
    const found = (await readPeople(client, table)(ids)).find(actsAsGlobalAdministrator);
    if (found) return found.id;
  }
  return undefined;
};

/** As the item says it: what is so for nearly everybody is left out there. */
const stays = (TableName: string, id: string): Step => ({
  action: {
    ConditionCheck: {
      TableName,
      Key: personKey(id),
      ConditionExpression:
        'contains(#roles, :role) AND attribute_not_exists(#deleted) AND (attribute_not_exists(#enabled) OR #enabled = :yes)',
      ExpressionAttributeNames: { '#roles': 'roles', '#deleted': 'deleted', '#enabled': 'accountEnabled' },
      ExpressionAttributeValues: { ':role': role, ':yes': true },
    },
  },
  meaning: {},
});

/** No such member is ever written. The transaction still says what else stands in its way. */
const nobodyElse = (TableName: string): Step => ({
  action: {
    ConditionCheck: { TableName, Key: memberKey(role, 'nobody'), ConditionExpression: 'attribute_exists(pk)' },
  },
  meaning: { administrators: true },
});
