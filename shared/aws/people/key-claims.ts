/**
 * Claims on keys of sources: what a transaction does to each key, over all of its people, since a transaction may touch an
 * item once. A claim holds the id of the person; `sharedWith` names further people who had the same key before keys were
 * unique. Whoever has such a key may give it up, and nobody else can take it as long as one of them is left.
 */
import { heldUserName } from '../../domain/people/held-names.ts';
import { heldKeys, type SourceKey } from '../../domain/people/source-keys.ts';
import type { Person } from '../../domain/person.ts';
import type { KeyTaken } from '../../work/directory.ts';
import { sourceKeyKey } from '../directory-items.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import type { Transition } from './transition.ts';

/**
 * What happens to a key: who gives it up, and who takes it; or who had it and keeps it, claimed or not. Whoever takes it
 * must be alone with it, whoever keeps it not.
 */
export type KeyMove = SourceKey & { from: readonly string[]; to?: string; keeps?: string };

/** What becomes of keys, and who would take one that somebody else of the same transaction takes. */
export type KeyMoves = { moves: KeyMove[]; clashes: KeyTaken[] };

const textOf = ({ source, key }: SourceKey) => `${source}\n${key}`;

/**
 * The keys that a transaction is about: those that change hands, and those of whoever gets another user name. People of
 * an earlier release are given their claims in the order of user names: nobody is to slip through by another name.
 */
export const keyMoves = (transitions: readonly Transition[]): KeyMoves => {
  const moves = new Map<string, KeyMove>();
  const clashes: KeyTaken[] = [];
  const change = (key: SourceKey, more: Partial<KeyMove>) =>
    moves.set(textOf(key), { ...key, from: [], ...moves.get(textOf(key)), ...more });
  for (const { before, after } of transitions) {
    const old = new Map(heldKeys(before).map((key) => [textOf(key), key]));
    const isRenamed = before && after && heldUserName(before) !== heldUserName(after);
    for (const key of heldKeys(after)) {
      const id = after?.id ?? '';
      const isOld = old.delete(textOf(key));
      if (isOld && !isRenamed) continue;
      const { to, keeps } = moves.get(textOf(key)) ?? {};
      const other = to ?? keeps;
      if (other !== undefined) clashes.push({ id, source: key.source, holders: [other] });
      else change(key, isOld ? { keeps: id } : { to: id });
    }
    for (const key of old.values()) {
      change(key, { from: [...(moves.get(textOf(key))?.from ?? []), before?.id ?? ''] });
    }
  }
  return { moves: [...moves.values()], clashes };
};

/** The keys that a person has, as they are to be claimed where they are not. */
export const keptKeys = (person: Person): KeyMove[] =>
  heldKeys(person).map((key) => ({ ...key, from: [], keeps: person.id }));

/** A claim as it lies in the table. */
export type KeyClaim = { id: string; sharedWith?: readonly string[] };

/** The claim in an item. */
export const keyClaimOf = ({ id, sharedWith }: Record<string, unknown>): KeyClaim => ({
  id: String(id),
  ...(Array.isArray(sharedWith) && { sharedWith: sharedWith.map(String) }),
});

/** Everybody who has the key of a claim. */
export const holdersIn = ({ id, sharedWith = [] }: KeyClaim): string[] => [id, ...sharedWith];

/** Who has the key of a claim after a move. */
const holdersAfter = (claim: KeyClaim, { from, to, keeps }: KeyMove): string[] => {
  const staying = holdersIn(claim).filter((id) => !from.includes(id));
  const more = [to, keeps].filter((id) => id !== undefined && !staying.includes(id));
  return [...staying, ...more.map(String)];
};

/** Who bars a move: they have the key that somebody is to take, and keep it. */
export const barring = (move: KeyMove, claim: KeyClaim): string[] =>
  move.to === undefined ? [] : holdersAfter(claim, move).filter((id) => id !== move.to);

/**
 * The action that makes a move which nobody bars. Where the claim is not known it is written as nearly always is right:
 * free, or alone of who gives it up, takes or keeps it. Where it turned out to be another, it is given, and must still be
 * that.
 */
export const keyAction = (table: string, move: KeyMove, known?: KeyClaim): Action => {
  const at = { TableName: table, Key: sourceKeyKey(move) };
  const condition = known ? stillAs(known) : freeOrOwn(move);
  const holders = known ? holdersAfter(known, move) : [move.to ?? move.keeps].flatMap((id) => id ?? []);
  // Who gives a key up may never have held the claim: then it is put as it is.
  const item = keyItem(move, holders);
  return item ? { Put: { TableName: table, Item: item, ...condition } } : { Delete: { ...at, ...condition } };
};

/** The claim on a key as an item; undefined where nobody has it any more. */
const keyItem = (key: SourceKey, [id, ...others]: readonly string[]): Record<string, unknown> | undefined =>
  id === undefined ? undefined : { ...sourceKeyKey(key), id, ...(others.length > 0 && { sharedWith: others }) };

const freeOrOwn = ({ from, to, keeps }: KeyMove) => {
  const own = [...from, to, keeps].filter((id) => id !== undefined);
  const names = own.map((_, index) => `:own${index}`);
  return {
    ConditionExpression: `attribute_not_exists(pk) OR (id IN (${names.join(', ')}) AND attribute_not_exists(sharedWith))`,
    ExpressionAttributeValues: Object.fromEntries(own.map((id, index) => [`:own${index}`, id])),
  };
};

/** The condition that a claim is as it was seen. */
const stillAs = ({ id, sharedWith }: KeyClaim) => ({
  ConditionExpression: `id = :id AND ${sharedWith ? 'sharedWith = :sharedWith' : 'attribute_not_exists(sharedWith)'}`,
  ExpressionAttributeValues: { ':id': id, ...(sharedWith && { ':sharedWith': [...sharedWith] }) },
});
