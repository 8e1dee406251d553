/** Who holds a role: the role's partition, then one read of the people. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { heldRoles } from '../../domain/access/roles.ts';
import type { Directory } from '../../work/directory.ts';
import { memberKey } from '../directory-items.ts';

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
