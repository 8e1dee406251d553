/** Who somebody is and what they may, in one read. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { heldRoles } from '../../domain/access/roles.ts';
import type { Directory } from '../../work/directory.ts';
import { memberKey, personKey } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { personOf } from './person-item.ts';
import { countingRoles } from './role-members.ts';

/** A person with the roles that count, in one request where none is held but those that are expected; else in two. */
export const personAndRoles = (client: DynamoDBDocumentClient, table: string): Directory['personAndRoles'] => {
  const rolesOf = countingRoles(client, table);
  return async (id, expected) => {
    const members = expected.map((role) => memberKey(role, id));
    const items = await readItems(client, table, [personKey(id), ...members]);
    const item = items.find(({ pk }) => pk === personKey(id).pk);
    if (!item) return undefined;
    const person = personOf(item);
    const held = heldRoles(person);
    if (held.some((role) => !expected.includes(role))) return { person, roles: await rolesOf(person) };
    return { person, roles: held.filter((role) => items.some(({ pk }) => pk === memberKey(role, id).pk)) };
  };
};
