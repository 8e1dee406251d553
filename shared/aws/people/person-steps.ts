/**
 * What a change of a person writes: the person, the claim on the user name, the places in waiting lists, the memberships
 * of roles and, while deleted, the place in the list of the deleted. All of it follows from what the person is before and
 * after, so that no list can disagree with the person.
 */

import { heldRoles } from '../../domain/access/roles.ts';
import { heldUserName } from '../../domain/people/held-names.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { deletedKey, memberKey, nameKey, personKey, waitingKey } from '../directory-items.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import type { KeyMove } from './key-claims.ts';
import { personItem } from './person-item.ts';
import type { Transition } from './transition.ts';

/** What an action is about, beside it: so that its loss can be told. */
export type Meaning = {
  person?: Person;
  /** Whether the person was there before. */
  isChange?: boolean;
  claimBy?: string;
  /** What it does to a key of a source. */
  key?: KeyMove;
  skuId?: string;
  result?: true;
  /** Nobody would be left who can act as Global Administrator. */
  administrators?: true;
};
export type Step = { action: Action; meaning: Meaning };

const put = (TableName: string, Item: Record<string, unknown>, condition: object = {}): Action => ({
  Put: { TableName, Item, ...condition },
});
const remove = (TableName: string, Key: Record<string, string>, condition: object = {}): Action => ({
  Delete: { TableName, Key, ...condition },
});

const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };
const ifVersion = ({ version }: Person) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

/** Everything that a transition writes, but for what it shares with others: counters of seats, and keys of sources. */
export const personSteps = (table: string, { before, after }: Transition, policy: Policy): Step[] => [
  ...personStep(table, { before, after }, policy),
  ...nameSteps(table, before, after),
  ...listSteps(table, before, after),
];

const personStep = (table: string, { before, after }: Transition, policy: Policy): Step[] => {
  if (after) {
    const person = before ? { ...after, version: before.version + 1 } : after;
    return [
      {
        action: put(table, personItem(person, policy), before ? ifVersion(before) : ifAbsent),
        meaning: { person, isChange: before !== undefined },
      },
    ];
  }
  return before
    ? [{ action: remove(table, personKey(before.id), ifVersion(before)), meaning: { person: before, isChange: true } }]
    : [];
};

const nameSteps = (table: string, before: Person | undefined, after: Person | undefined): Step[] => {
  const [old, fresh] = [heldUserName(before), heldUserName(after)];
  if (old === fresh) return [];
  const steps: Step[] = [];
  if (old !== undefined) steps.push({ action: remove(table, nameKey(old)), meaning: {} });
  if (fresh !== undefined && after) {
    const action = put(table, { ...nameKey(fresh), id: after.id }, ifAbsent);
    steps.push({ action, meaning: { claimBy: after.id } });
  }
  return steps;
};

/** Places in lists that come and go with a change; an entry holds the person's id. */
const listSteps = (table: string, before: Person | undefined, after: Person | undefined): Step[] => {
  const old = new Map(listKeys(before).map((key) => [key.pk + key.sk, key]));
  const fresh = listKeys(after).filter(({ pk, sk }) => !old.delete(pk + sk));
  return [
    ...fresh.map((key): Step => ({ action: put(table, { ...key, id: after?.id }), meaning: {} })),
    ...[...old.values()].map((key): Step => ({ action: remove(table, key), meaning: {} })),
  ];
};

const listKeys = (person: Person | undefined): { pk: string; sk: string }[] =>
  person
    ? [
        ...person.waitingLicenses.map(({ skuId, place }) => waitingKey(skuId, place)),
        ...heldRoles(person).map((role) => memberKey(role, person.id)),
        ...(person.deleted ? [deletedKey(person)] : []),
      ]
    : [];
