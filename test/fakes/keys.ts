/** Claims on keys of sources in memory. */
import { heldKeys, type SourceKey } from '../../shared/domain/people/source-keys.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { KeyTaken } from '../../shared/work/directory.ts';

type Transition = { before?: Person; after?: Person };

/** Ids of those who have a key, by source and key. */
export type Keys = Map<string, string[]>;

export const textOfKey = ({ source, key }: SourceKey): string => `${source}\n${key}`;

const isSame = (one: SourceKey) => (other: SourceKey) => textOfKey(one) === textOfKey(other);

/** What is given up and what is taken. */
const given = ({ before, after }: Transition) => heldKeys(before).filter((key) => !heldKeys(after).some(isSame(key)));
const taken = ({ before, after }: Transition) => heldKeys(after).filter((key) => !heldKeys(before).some(isSame(key)));

/** Keys that somebody else has, and keeps, or takes in the same transaction. */
export const keysLost = (keys: Keys, transitions: readonly Transition[]): KeyTaken[] => {
  const now = new Map([...keys].map(([text, ids]) => [text, [...ids]]));
  for (const transition of transitions) giveUp(now, transition);
  return transitions.flatMap((transition) => {
    const id = transition.after?.id ?? '';
    return taken(transition).flatMap((key) => {
      const holders = (now.get(textOfKey(key)) ?? []).filter((holder) => holder !== id);
      now.set(textOfKey(key), [...holders, id]);
      return holders.length > 0 ? [{ id, source: key.source, holders }] : [];
    });
  });
};

/** Moves the keys of these people. */
export const moveKeys = (keys: Keys, transitions: readonly Transition[]): void => {
  for (const transition of transitions) giveUp(keys, transition);
  for (const transition of transitions) {
    for (const key of taken(transition)) keys.set(textOfKey(key), [transition.after?.id ?? '']);
  }
};

const giveUp = (keys: Keys, transition: Transition): void => {
  for (const key of given(transition)) {
    const left = (keys.get(textOfKey(key)) ?? []).filter((id) => id !== transition.before?.id);
    if (left.length > 0) keys.set(textOfKey(key), left);
    else keys.delete(textOfKey(key));
  }
};
