/**
 * Claims on keys of sources: what a transaction does to each key, over all of its people, since a transaction may touch an
 * item once. A claim holds the id of the person; `sharedWith` names further people who had the same key before keys were
 * unique. Whoever has such a key may give it up, and nobody else can take it as long as one of them is left.
 */
import { heldKeys, type SourceKey } from '../../domain/people/source-keys.ts';
import type { KeyTaken } from '../../work/directory.ts';
import { sourceKeyKey } from '../directory-items.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import type { Transition } from './person-steps.ts';

/** What happens to a key: who gives it up, and who takes it. */
export type KeyMove = SourceKey & { from: readonly string[]; to?: string };

/** What becomes of keys, and who would take one that somebody else of the same transaction takes. */
export type KeyMoves = { moves: KeyMove[]; clashes: KeyTaken[] };

const textOf = ({ source, key }: SourceKey) => `${source}\n${key}`;

/** The keys that change hands in a transaction. */
export const keyMoves = (transitions: readonly Transition[]): KeyMoves => {
  const moves = new Map<string, KeyMove>();
  const clashes: KeyTaken[] = [];
  const change = (key: SourceKey, more: (move: KeyMove) => Partial<KeyMove>) => {
    const move = moves.get(textOf(key)) ?? { ...key, from: [] };
    moves.set(textOf(key), { ...move, ...more(move) });
  };
  for (const { before, after } of transitions) {
    const old = new Map(heldKeys(before).map((key) => [textOf(key), key]));
    const fresh = heldKeys(after).filter((key) => !old.delete(textOf(key)));
    for (const key of old.values()) change(key, ({ from }) => ({ from: [...from, before?.id ?? ''] }));
    for (const key of fresh) {
      const { to } = moves.get(textOf(key)) ?? {};
      const id = after?.id ?? '';
      if (to === undefined) change(key, () => ({ to: id }));
      else clashes.push({ id, source: key.source, holders: [to] });
    }
  }
  return { moves: [...moves.values()], clashes };
};

/** A claim as it lies in the table. */
export type KeyClaim = { id: string; sharedWith?: readonly string[] };

/** The claim in an item. */
export const keyClaimOf = ({ id, sharedWith }: Record<string, unknown>): KeyClaim => ({
  id: String(id),
  ...(Array.isArray(sharedWith) && { sharedWith: sharedWith.map(String) }),
});

/** Everybody who has the key of a claim. */
export const holdersIn = ({ id, sharedWith = [] }: KeyClaim): string[] => [id, ...sharedWith];

/** Who of a claim stays when a move is made. */
const staying = (claim: KeyClaim, { from, to }: KeyMove): string[] =>
  holdersIn(claim).filter((id) => id !== to && !from.includes(id));

/** Who bars a move: they have the key that somebody is to take, and keep it. */
export const barring = (move: KeyMove, claim: KeyClaim): string[] =>
  move.to === undefined ? [] : staying(claim, move);

/**
 * The action that makes a move which nobody bars. Where the claim is not known it is written as nearly always is right:
 * free, or its holder's alone. Where it turned out to be another, it is given, and must still be that.
 */
export const keyAction = (table: string, move: KeyMove, known?: KeyClaim): Action => {
  const at = { TableName: table, Key: sourceKeyKey(move) };
  const condition = known ? stillAs(known) : freeOrOwn(move);
  const holders = move.to === undefined ? (known ? staying(known, move) : []) : [move.to];
  const isUntouched = known !== undefined && move.to === undefined && holders.length === holdersIn(known).length;
  if (isUntouched) return { ConditionCheck: { ...at, ...condition } };
  const item = keyItem(move, holders);
  return item ? { Put: { TableName: table, Item: item, ...condition } } : { Delete: { ...at, ...condition } };
};

/** The claim on a key as an item; undefined where nobody has it any more. */
export const keyItem = (key: SourceKey, [id, ...others]: readonly string[]): Record<string, unknown> | undefined =>
  id === undefined ? undefined : { ...sourceKeyKey(key), id, ...(others.length > 0 && { sharedWith: others }) };

const freeOrOwn = ({ from, to }: KeyMove) => {
  const own = [...from, ...(to === undefined ? [] : [to])];
  const names = own.map((_, index) => `:own${index}`);
  return {
    ConditionExpression: `attribute_not_exists(pk) OR (id IN (${names.join(', ')}) AND attribute_not_exists(sharedWith))`,
    ExpressionAttributeValues: Object.fromEntries(own.map((id, index) => [`:own${index}`, id])),
  };
};

/** The condition that a claim is as it was seen. */
export const stillAs = ({ id, sharedWith }: KeyClaim) => ({
  ConditionExpression: `id = :id AND ${sharedWith ? 'sharedWith = :sharedWith' : 'attribute_not_exists(sharedWith)'}`,
  ExpressionAttributeValues: { ':id': id, ...(sharedWith && { ':sharedWith': [...sharedWith] }) },
});
