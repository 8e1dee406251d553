/** By what a directory on premises knows a person. */
import type { OnPremises } from '../person.ts';

/** Of an objectGUID as text, the base64 that an anchor made of it is: the first three groups have their bytes turned round. */
export const anchorOfGuid = (objectGuid: string): string => {
  const groups = objectGuid.toLowerCase().split('-');
  const turned = groups.map((group, index) => (index < 3 ? (group.match(/../g) ?? []).toReversed().join('') : group));
  const bytes = (turned.join('').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
};

/** The keys by which the directory on premises knows a person: the anchor, and objectGUID where the anchor is another. */
export const anchorKeys = ({ onPremisesImmutableId: anchor, onPremisesObjectGuid: guid }: OnPremises): string[] => [
  ...new Set([anchor, guid === undefined ? undefined : anchorOfGuid(guid)].filter((key) => key !== undefined)),
];
