/** The transactions that add and change people, and what their losers met. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Addition, AdditionLost, ChangesLost, Directory, PersonChange } from '../../work/directory.ts';
import { auditItem, skuKey } from '../directory-items.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { keyMoves } from './key-claims.ts';
import { type Loss, runWithKeys } from './key-transaction.ts';
import { administratorSteps } from './last-administrator.ts';
import { nameSteps, personSteps, type Step } from './person-steps.ts';
import type { Transition } from './transition.ts';
/** What records the result of a chunk in the transaction of its people. */
export type ResultActions = (result: Addition['result'], replaced: Addition['replaced']) => Action[];

/** `resultActions` is for who adds people with a chunk's result; without it, none may come. */
export const peopleWrites = (
  client: DynamoDBDocumentClient,
  table: string,
  policy: Policy,
  resultActions: ResultActions = noResults,
): Pick<Directory, 'addPeople' | 'changePeople'> => {
  const seats = (transitions: readonly Transition[]) =>
    [...seatTakes(transitions)].flatMap(([skuId, n]) => seatStep(table, skuId, n));
  /** Writes people with what follows from them, and with what else belongs to it; undefined when it was written. */
  const run = async (transitions: readonly Transition[], others: readonly Step[]): Promise<Loss[] | undefined> => {
    const { moves, clashes } = keyMoves(transitions);
    if (clashes.length > 0) return clashes.map((keyTaken) => ({ meaning: {}, keyTaken }));
    const steps = [
      ...transitions.flatMap((transition) => personSteps(table, transition, policy)),
      ...nameSteps(table, transitions),
      ...(await administratorSteps(client, table, transitions)),
      ...others,
    ];
    return runWithKeys(client, table, steps, moves);
  };

  return {
    addPeople: async ({ people, changes = [], seatsFrom, result, replaced, audit = [] }: Addition) => {
      const transitions: Transition[] = [...people.map((after) => ({ after })), ...changes];
      const entries = [...audit, ...changes.flatMap((change) => change.audit ?? [])];
      const losses = await run(transitions, [
        ...(seatsFrom === 'free' ? seats(transitions) : []),
        ...auditSteps(table, entries, policy),
        ...resultActions(result, replaced).map((action): Step => ({ action, meaning: { result: true } })),
      ]);
      return losses ? additionLost(losses) : { kind: 'added' };
    },
    changePeople: async (changes: readonly PersonChange[]) => {
      const entries = changes.flatMap(({ audit = [] }) => audit);
      const losses = await run(changes, [...auditSteps(table, entries, policy), ...seats(changes)]);
      return losses ? changesLost(losses) : { kind: 'changed' };
    },
  };
};

const noResults: ResultActions = (result) => {
  if (result) throw new Error('this directory records no results of chunks');
  return [];
};

const auditSteps = (table: string, entries: readonly AuditEntry[], policy: Policy): Step[] =>
  entries.map((entry) => ({ action: { Put: { TableName: table, Item: auditItem(entry, policy) } }, meaning: {} }));

/** How many seats of each licence the transitions take (negative: give back). */
const seatTakes = (transitions: readonly Transition[]): Map<string, number> => {
  const takes = new Map<string, number>();
  const add = (person: Person | undefined, n: number) => {
    for (const { skuId } of person?.assignedLicenses ?? []) takes.set(skuId, (takes.get(skuId) ?? 0) + n);
  };
  for (const { before, after } of transitions) {
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

const nothingLost = (): AdditionLost => ({
  kind: 'lost',
  ...{ nameTaken: [], holders: {}, keysTaken: [], alreadyAdded: [], short: [], stale: [] },
  ...{ lastAdministrator: false, resultRecorded: false },
});

const additionLost = (losses: readonly Loss[]): AdditionLost => {
  const lost = nothingLost();
  for (const { meaning, item, keyTaken } of losses) {
    if (meaning.person) (meaning.isChange ? lost.stale : lost.alreadyAdded).push(meaning.person.id);
    if (meaning.claimBy && item?.id !== meaning.claimBy) {
      lost.nameTaken.push(meaning.claimBy);
      lost.holders[meaning.claimBy] = String(item?.id);
    }
    if (keyTaken) lost.keysTaken.push(keyTaken);
    if (meaning.administrators) lost.lastAdministrator = true;
    if (meaning.skuId) lost.short.push(meaning.skuId);
    if (meaning.result) lost.resultRecorded = true;
  }
  const isNew = (id: string) => !lost.alreadyAdded.includes(id);
  return { ...lost, nameTaken: lost.nameTaken.filter(isNew), keysTaken: lost.keysTaken.filter(({ id }) => isNew(id)) };
};

const changesLost = (losses: readonly Loss[]): ChangesLost => {
  const lost: ChangesLost = {
    kind: 'lost',
    ...{ stale: [], short: [], nameTaken: [], keysTaken: [], lastAdministrator: false },
  };
  for (const { meaning, item, keyTaken } of losses) {
    if (meaning.person) lost.stale.push(meaning.person.id);
    if (meaning.claimBy) lost.nameTaken.push({ id: meaning.claimBy, holder: String(item?.id) });
    if (keyTaken) lost.keysTaken.push(keyTaken);
    if (meaning.skuId) lost.short.push(meaning.skuId);
    if (meaning.administrators) lost.lastAdministrator = true;
  }
  return lost;
};
