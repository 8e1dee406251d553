/** Claims on keys of sources in memory. */
import { heldUserName } from '../../shared/domain/people/held-names.ts';
import { heldKeys, type SourceKey } from '../../shared/domain/people/source-keys.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { KeyTaken } from '../../shared/work/directory.ts';
import type { EarlierKeys } from '../../shared/work/enforcement/claim-earlier-keys.ts';
import { type Memory, turn } from './memory.ts';

/** The claims of people of an earlier release, in memory. */
export const fakeEarlierKeys = ({ people, keys, keysDone }: Memory): EarlierKeys => ({
  read: async () => {
    await turn();
    return keysDone.since && { since: keysDone.since, done: [...keysDone.shards] };
  },
  begin: async (since, done) => {
    await turn();
    keysDone.since ??= since;
    for (const shard of done) keysDone.shards.add(shard);
  },
  finish: async (shard) => {
    await turn();
    keysDone.shards.add(shard);
  },
  unclaimed: async (some) => {
    await turn();
    return some.filter((person) => heldKeys(person).some((key) => !keys.get(textOfKey(key))?.includes(person.id)));
  },
  claim: async (person) => {
    await turn();
    if (people.get(person.id)?.version !== person.version) return false;
    for (const key of heldKeys(person)) {
      const ids = keys.get(textOfKey(key)) ?? [];
      if (!ids.includes(person.id)) keys.set(textOfKey(key), [...ids, person.id]);
    }
    return true;
  },
});

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
    const { before, after } = transition;
    for (const key of taken(transition)) keys.set(textOfKey(key), [after?.id ?? '']);
    if (!before || !after || heldUserName(before) === heldUserName(after)) continue;
    for (const key of heldKeys(after)) {
      const ids = keys.get(textOfKey(key)) ?? [];
      if (!ids.includes(after.id)) keys.set(textOfKey(key), [...ids, after.id]);
    }
  }
};

const giveUp = (keys: Keys, transition: Transition): void => {
  for (const key of given(transition)) {
    const left = (keys.get(textOfKey(key)) ?? []).filter((id) => id !== transition.before?.id);
    if (left.length > 0) keys.set(textOfKey(key), left);
    else keys.delete(textOfKey(key));
  }
};
