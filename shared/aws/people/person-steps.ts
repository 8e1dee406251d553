/**
 * What a change of a person writes: the person, the places in waiting lists, the memberships of roles and, while deleted,
 * the place in the list of the deleted. All of it follows from what the person is before and after, so that no list can
 * disagree with the person.
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

/** Everything that a transition writes, but for what it shares with others: names, keys of sources, and counters of seats. */
export const personSteps = (table: string, { before, after }: Transition, policy: Policy): Step[] => [
  ...personStep(table, { before, after }, policy),
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

/**
 * The claims on user names that transitions take, hand over and give up, over all of a transaction's people, since it may
 * touch an item once. Who takes a name that another of them gives up has it handed over: two people may change names.
 */
export const nameSteps = (table: string, transitions: readonly Transition[]): Step[] => {
  const givenUp = new Map<string, string>();
  const taken: { name: string; by: string }[] = [];
  for (const { before, after } of transitions) {
    const [old, fresh] = [heldUserName(before), heldUserName(after)];
    if (old === fresh) continue;
    if (old !== undefined && before) givenUp.set(old, before.id);
    if (fresh !== undefined && after) taken.push({ name: fresh, by: after.id });
  }
  const claims = taken.map(({ name, by }) => claim(table, { name, by, from: givenUp.get(name) }));
  for (const { name } of taken) givenUp.delete(name);
  return [...claims, ...[...givenUp.keys()].map((name) => release(table, name))];
};

const claim = (table: string, { name, by, from }: { name: string; by: string; from: string | undefined }): Step => ({
  action: { Put: { TableName: table, Item: { ...nameKey(name), id: by }, ...(from ? ifFreeOrOf(from) : ifAbsent) } },
  meaning: { claimBy: by },
});

const release = (table: string, name: string): Step => ({
  action: { Delete: { TableName: table, Key: nameKey(name) } },
  meaning: {},
});

const ifFreeOrOf = (id: string) => ({
  ConditionExpression: 'attribute_not_exists(pk) OR id = :from',
  ExpressionAttributeValues: { ':from': id },
});

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
