/** What a person has from a directory on premises, under Graph's names where Graph has one. */
import type { Instant } from '../time.ts';

/** Absent throughout for who never came from one. */
export type OnPremises = {
  /** The anchor: base64 of mS-DS-ConsistencyGuid, else of objectGUID. Whoever has one came from on premises. */
  onPremisesImmutableId?: string;
  /** objectGUID as text: it alone tells who was deleted. Not shown. */
  onPremisesObjectGuid?: string;
  onPremisesDistinguishedName?: string;
  onPremisesDomainName?: string;
  onPremisesSamAccountName?: string;
  onPremisesSecurityIdentifier?: string;
  onPremisesUserPrincipalName?: string;
  /** All addresses, primary ones with `SMTP:`, sorted. They are kept, not claimed: two people may have one. */
  proxyAddresses?: string[];
  /** When a run last changed something of the person. */
  onPremisesLastSyncDateTime?: Instant;
};

/** The names of those that a row of a run sets. */
export const onPremisesProperties = [
  'onPremisesImmutableId',
  'onPremisesObjectGuid',
  'onPremisesDistinguishedName',
  'onPremisesDomainName',
  'onPremisesSamAccountName',
  'onPremisesSecurityIdentifier',
  'onPremisesUserPrincipalName',
  'proxyAddresses',
] as const satisfies readonly (keyof OnPremises)[];

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
