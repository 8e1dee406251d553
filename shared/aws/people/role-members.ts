/** Who holds a role, by the person's record and by the role's own partition. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { heldRoles } from '../../domain/access/roles.ts';
import type { Directory } from '../../work/directory.ts';
import { memberKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';

/** A page of the members of a role, by id. Whoever lost the role since the list was read is left out. */
export const membersOf =
  (client: DynamoDBDocumentClient, table: string, readPeople: Directory['readPeople']): Directory['membersOf'] =>
  async (role, { top, after = '' }) => {
    const { pk, sk } = memberKey(role, after);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': pk, ':after': sk },
        // One more than the page, so that the last page is known to be the last.
        Limit: top + 1,
        ConsistentRead: true,
      }),
    );
    const ids = Items.slice(0, top).map(({ id }) => String(id));
    const people = (await readPeople(ids)).filter((person) => heldRoles(person).includes(role));
    const next = Items.length > top ? ids.at(-1) : undefined;
    return { people, ...(next !== undefined && { next }) };
  };

/**
 * The roles of a person that count: those of the record of which the person is a member, too. Whoever may write people
 * can write the record; members are written by functions that give roles, and by no other. One more request for whoever
 * holds a role, of one read unit for each role; none for everybody else.
 */
export const countingRoles =
  (client: DynamoDBDocumentClient, table: string): Directory['countingRoles'] =>
  async (person) => {
    const roles = heldRoles(person);
    if (roles.length === 0) return [];
    const items = await readItems(
      client,
      table,
      roles.map((role) => memberKey(role, person.id)),
    );
    const found = new Set(items.map(({ pk }) => pk));
    return roles.filter((role) => found.has(memberKey(role, person.id).pk));
  };
