/** A transaction that moves keys of sources: whose claim turned out to be shared, or not theirs, is written as it is. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { KeyTaken } from '../../work/directory.ts';
import { transact } from '../dynamodb/transact.ts';
import { barring, type KeyClaim, type KeyMove, keyAction, keyClaimOf } from './key-claims.ts';
import type { Meaning, Step } from './person-steps.ts';

/** What stood in the way of a step, with the item that was met; of a key that somebody else has, who that is. */
export type Loss = { meaning: Meaning; item?: Record<string, unknown> | undefined; keyTaken?: KeyTaken };

/** Each round learns what a claim is; claims that others write meanwhile are learnt again, not for ever. */
const maxRounds = 10;

/**
 * Runs steps and moves of keys, all or none. Undefined when they were written, else what stood in the way: nothing, where
 * the claims were written by others each time. A claim that is only not as it nearly always is stands in nobody's way:
 * somebody from before keys were unique may hold none, or share it.
 */
export const runWithKeys = async (
  client: DynamoDBDocumentClient,
  table: string,
  steps: readonly Step[],
  moves: readonly KeyMove[],
): Promise<Loss[] | undefined> => {
  const known = new Map<KeyMove, KeyClaim>();
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    const keySteps = moves.map((key): Step => ({ action: keyAction(table, key, known.get(key)), meaning: { key } }));
    const all = [...steps, ...keySteps];
    const met = await transact(
      client,
      all.map(({ action }) => action),
    );
    if (!met) return undefined;
    const losses: Loss[] = [];
    for (const [index, { meaning }] of all.entries()) {
      const outcome = met[index];
      if (!outcome || outcome.isMet) continue;
      if (!meaning.key) losses.push({ meaning, item: outcome.item });
      else losses.push(...learn(meaning.key, outcome.item, known));
    }
    if (losses.length > 0) return losses;
  }
  return [];
};

/** Keeps what a claim turned out to be; it is a loss where somebody has the key who keeps it. */
const learn = (move: KeyMove, item: Record<string, unknown> | undefined, known: Map<KeyMove, KeyClaim>): Loss[] => {
  if (!item) {
    known.delete(move);
    return [];
  }
  const claim = keyClaimOf(item);
  known.set(move, claim);
  const holders = barring(move, claim);
  if (move.to === undefined || holders.length === 0) return [];
  return [{ meaning: {}, keyTaken: { id: move.to, source: move.source, holders } }];
};
