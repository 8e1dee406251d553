/** Whom an object on premises is here: by its keys first, then by its names, and never by chance. */
import { heldRoles } from '../access/roles.ts';
import type { SynchronizationSettings } from '../organisation.ts';
import { anchorKeys } from '../people/anchors.ts';
import type { OnPremises, Person } from '../person.ts';
import type { Refusal, RefusalCode } from '../refusals.ts';

/** Everybody who has a key or name of an object now. Of the deleted keys alone are kept. */
export type Candidates = {
  byKey: readonly Person[];
  byUserName?: Person | undefined;
  byPrimaryAddress?: Person | undefined;
};

/** `known`: by its own objectGUID; `hard`: by the anchor alone; `soft`: by a name. */
export type Match = { how: 'new' } | { how: 'known' | 'hard' | 'soft'; person: Person } | { refusal: Refusal };

/** An object's keys, and what the organisation allows. */
export type Matching = {
  object: Required<Pick<OnPremises, 'onPremisesImmutableId' | 'onPremisesObjectGuid'>>;
  switches: Pick<SynchronizationSettings, 'blockSoftMatchEnabled' | 'blockCloudObjectTakeoverThroughHardMatchEnabled'>;
};

/**
 * Microsoft's order: anchor, user name, primary address. Whoever holds a role is taken over by none of them, and nobody who
 * has another anchor is. It follows from the candidates alone, whatever order they come in.
 */
export const matchOf = ({ byKey, byUserName, byPrimaryAddress }: Candidates, matching: Matching): Match => {
  const people = [...new Map(byKey.map((person) => [person.id, person])).values()];
  const [first, other] = people;
  if (first && other) return refusal('InvalidHardMatch', people);
  if (first) return hardMatch(first, matching);
  const named = byUserName ?? byPrimaryAddress;
  return named ? softMatch(named, matching) : { how: 'new' };
};

const hardMatch = (person: Person, { object, switches }: Matching): Match => {
  const isKnown = person.onPremisesObjectGuid === object.onPremisesObjectGuid;
  if (isKnown && person.onPremisesImmutableId !== object.onPremisesImmutableId)
    return refusal('AnchorChanged', [person]);
  if (isKnown) return { how: 'known', person };
  // The anchor of one is only the objectGUID of the other: two objects, and one person.
  if (person.onPremisesImmutableId !== object.onPremisesImmutableId) return refusal('InvalidHardMatch', [person]);
  if (switches.blockCloudObjectTakeoverThroughHardMatchEnabled) return refusal('InvalidHardMatch', [person]);
  return heldRoles(person).length > 0 ? refusal('PersonProtected', [person]) : { how: 'hard', person };
};

const softMatch = (person: Person, { switches }: Matching): Match => {
  if (anchorKeys(person).length > 0) return refusal('InvalidSoftMatch', [person]);
  if (heldRoles(person).length > 0) return refusal('PersonProtected', [person]);
  return switches.blockSoftMatchEnabled ? refusal('InvalidSoftMatch', [person]) : { how: 'soft', person };
};

/** Names whoever is here, in one order; the row names the other object. */
const refusal = (code: RefusalCode, people: readonly Person[]): Match => ({
  refusal: {
    code,
    fact: people
      .map(({ displayName, id }) => `${displayName.slice(0, 64)} (${id})`)
      .sort()
      .join(', '),
  },
});
