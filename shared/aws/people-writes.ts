/** The transactions that add and change people, and what their losers met. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Person } from '../domain/person.ts';
import type { Policy } from '../policy.ts';
import type { Addition, AdditionLost, ChangesLost, Directory, PersonChange } from '../work/directory.ts';
import { auditKey, nameKey, personItem, skuKey, waitingKey } from './directory-items.ts';
import { resultActions } from './import-items.ts';
import { type Action, type Met, transact } from './transact.ts';

/** Names of the tables that a transaction may span. */
export type Tables = { directory: string; imports?: string };

/** What an action is about, beside it: so that its loss can be told. */
type Meaning = { person?: Person; claimBy?: string; skuId?: string; result?: true };
type Step = { action: Action; meaning: Meaning };

export const peopleWrites = (
  client: DynamoDBDocumentClient,
  tables: Tables,
  policy: Policy,
): Pick<Directory, 'addPeople' | 'changePeople'> => {
  const put = (person: Person, condition: object): Step => ({
    action: { Put: { TableName: tables.directory, Item: personItem(person, policy), ...condition } },
    meaning: { person },
  });
  const seats = (takes: Map<string, number>) =>
    [...takes].flatMap(([skuId, n]) => seatStep(tables.directory, skuId, n));

  return {
    addPeople: async ({ people, seatsFrom, result }: Addition) => {
      const steps = [
        ...people.flatMap((person) => [put(person, ifAbsent), claimStep(tables.directory, person)]),
        ...people.flatMap((person) => waitingSteps(tables.directory, undefined, person)),
        ...(seatsFrom === 'free' ? seats(seatTakes(people.map((after) => ({ after })))) : []),
        ...resultActions(tables.imports, result).map((action): Step => ({ action, meaning: { result: true } })),
      ];
      const met = await transact(
        client,
        steps.map(({ action }) => action),
      );
      return met ? additionLost(steps, met) : { kind: 'added' };
    },
    changePeople: async (changes: readonly PersonChange[]) => {
      const steps = [
        ...changes.map(({ before, after }) =>
          put({ ...after, version: before.version + 1 }, ifVersion(before.version)),
        ),
        ...changes.flatMap(({ before, after }) => waitingSteps(tables.directory, before, after)),
        ...changes.flatMap(({ audit }): Step[] =>
          audit
            ? [
                {
                  action: { Put: { TableName: tables.directory, Item: { ...auditKey(audit), ...audit } } },
                  meaning: {},
                },
              ]
            : [],
        ),
        ...seats(seatTakes(changes)),
      ];
      const met = await transact(
        client,
        steps.map(({ action }) => action),
      );
      return met ? changesLost(steps, met) : { kind: 'changed' };
    },
  };
};

const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };
const ifVersion = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const claimStep = (table: string, { id, userPrincipalName }: Person): Step => ({
  action: { Put: { TableName: table, Item: { ...nameKey(userPrincipalName), id }, ...ifAbsent } },
  meaning: { claimBy: id },
});

/** Waiting-list entries that come and go with a change. */
const waitingSteps = (table: string, before: Person | undefined, after: Person): Step[] => {
  const old = new Map((before?.waitingLicenses ?? []).map((entry) => [entry.place + entry.skuId, entry]));
  const fresh = after.waitingLicenses.filter(({ place, skuId }) => !old.delete(place + skuId));
  return [
    ...fresh.map(({ skuId, place }): Step => {
      const Item = { ...waitingKey(skuId, place), id: after.id };
      return { action: { Put: { TableName: table, Item } }, meaning: {} };
    }),
    ...[...old.values()].map(({ skuId, place }): Step => {
      return { action: { Delete: { TableName: table, Key: waitingKey(skuId, place) } }, meaning: {} };
    }),
  ];
};

/** How many seats of each licence the changes take (negative: give back). */
const seatTakes = (changes: readonly { before?: Person; after: Person }[]): Map<string, number> => {
  const takes = new Map<string, number>();
  const add = (person: Person | undefined, n: number) => {
    for (const { skuId } of person?.assignedLicenses ?? []) takes.set(skuId, (takes.get(skuId) ?? 0) + n);
  };
  for (const { before, after } of changes) {
    add(after, 1);
    add(before, -1);
  }
  return takes;
};

const seatStep = (table: string, skuId: string, take: number): Step[] =>
  take === 0
    ? []
    : [
        {
          action: {
            Update: {
              TableName: table,
              Key: skuKey(skuId),
              UpdateExpression: 'SET #free = #free - :take',
              // Giving seats back needs no free ones, but the licence must exist.
              ConditionExpression: '#free >= :least',
              ExpressionAttributeNames: { '#free': 'free' },
              ExpressionAttributeValues: { ':take': take, ':least': Math.max(take, 0) },
            },
          },
          meaning: { skuId },
        },
      ];

const lostSteps = (steps: readonly Step[], met: readonly Met[]) =>
  steps.flatMap(({ meaning }, index) => {
    const found = met[index];
    return found && !found.held ? [{ meaning, item: found.item }] : [];
  });

const additionLost = (steps: readonly Step[], met: readonly Met[]): AdditionLost => {
  const lost: AdditionLost = { kind: 'lost', nameTaken: [], alreadyAdded: [], short: [], resultRecorded: false };
  for (const { meaning, item } of lostSteps(steps, met)) {
    if (meaning.person) lost.alreadyAdded.push(meaning.person.id);
    if (meaning.claimBy && item?.id !== meaning.claimBy) lost.nameTaken.push(meaning.claimBy);
    if (meaning.skuId) lost.short.push(meaning.skuId);
    if (meaning.result) lost.resultRecorded = true;
  }
  return { ...lost, nameTaken: lost.nameTaken.filter((id) => !lost.alreadyAdded.includes(id)) };
};

const changesLost = (steps: readonly Step[], met: readonly Met[]): ChangesLost => {
  const lost: ChangesLost = { kind: 'lost', stale: [], short: [] };
  for (const { meaning } of lostSteps(steps, met)) {
    if (meaning.person) lost.stale.push(meaning.person.id);
    if (meaning.skuId) lost.short.push(meaning.skuId);
  }
  return lost;
};
