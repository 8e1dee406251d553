/** An object of the directory on premises as a draft: what is null there is empty here, what is absent is left alone. */
import type { Organisation } from '../organisation.ts';
import { anchorOfGuid } from '../people/anchors.ts';
import type { Draft } from '../people/draft.ts';
import { listProperties, onPremisesProperties, type PersonProperty, personProperties } from '../person-properties.ts';
import type { Refusal } from '../refusals.ts';
import { nicknameOf, userNameOf } from './user-name-of.ts';

type OwnedThere = Exclude<PersonProperty, 'otherMails' | 'usageLocation' | 'accountEnabled' | 'businessPhones'>;
type Texts =
  | OwnedThere
  | 'userPrincipalName'
  | 'mail'
  | 'onPremisesDistinguishedName'
  | 'onPremisesDomainName'
  | 'onPremisesSamAccountName'
  | 'onPremisesSecurityIdentifier';

/** An object in scope, as a run names it. */
export type ObjectOnPremises = { [Name in Texts]?: string | null | undefined } & {
  objectGuid: string;
  anchor: string;
  accountEnabled?: boolean | undefined;
  businessPhones?: readonly string[] | null | undefined;
  proxyAddresses?: readonly string[] | null | undefined;
};

/** Whoever is here already keeps the name that they have, and whoever is named nowhere keeps the display name. */
export type ObjectDraft = { draft: Draft; isNameMade: boolean; isDisplayNameMade: boolean };

/** Properties that nobody can be without: an empty one there is as one that is absent. */
const needed: ReadonlySet<string> = new Set(['displayName', 'mailNickname', 'userPrincipalName', 'accountEnabled']);

const owned = (Object.keys(personProperties) as PersonProperty[]).filter(
  (name) => personProperties[name].ownedBy === 'onPremises',
);

/** The draft, or why there can be none. Whether the object exists here is no matter yet. */
export const draftOfObject = (
  object: ObjectOnPremises,
  organisation: Pick<Organisation, 'verifiedDomains' | 'initialDomain'>,
): ObjectDraft | { refusal: Refusal } => {
  const name = userNameOf(object, organisation);
  if ('refusal' in name) return name;
  const fault = anchorFault(object);
  if (fault) return { refusal: fault };
  const values = valuesOf(object);
  const given = Object.entries(values).filter(([, value]) => !isEmpty(value));
  const cleared = Object.entries(values).flatMap(([property, value]) =>
    value !== undefined && isEmpty(value) && !needed.has(property) ? [property] : [],
  );
  const mailNickname = nicknameOf(object);
  const displayName = object.displayName?.trim() || undefined;
  const draft: Draft = {
    ...(Object.fromEntries(given) as Draft),
    userPrincipalName: name.userPrincipalName,
    displayName: displayName ?? standIn(object, name.userPrincipalName),
    ...(mailNickname !== undefined && { mailNickname }),
    cleared,
  };
  return { draft, isNameMade: name.isMade, isDisplayNameMade: displayName === undefined };
};

/** What the object says of each property, with lists in one order: a directory gives them in none. */
const valuesOf = (object: ObjectOnPremises): Record<string, unknown> => ({
  ...Object.fromEntries(owned.map((property) => [property, trimmed(object[property as keyof ObjectOnPremises])])),
  ...Object.fromEntries(
    onPremisesProperties.map((property) => [property, (object as Record<string, unknown>)[property]]),
  ),
  onPremisesImmutableId: object.anchor,
  onPremisesObjectGuid: object.objectGuid,
  onPremisesUserPrincipalName: object.userPrincipalName,
  proxyAddresses: object.proxyAddresses === undefined ? undefined : [...new Set(object.proxyAddresses ?? [])].sort(),
});

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const standIn = ({ givenName, surname, onPremisesSamAccountName }: ObjectOnPremises, userName: string): string =>
  [givenName, surname].filter(Boolean).join(' ').trim() || onPremisesSamAccountName || userName;

/** What is no base64 of a GUID was made by hand: it could be the anchor of anybody. */
const anchorFault = ({ anchor, objectGuid }: ObjectOnPremises): Refusal | undefined => {
  const isAnchor = /^[A-Za-z0-9+/]{22}==$/.test(anchor) || anchor === anchorOfGuid(objectGuid);
  return isAnchor ? undefined : { code: 'ValueInvalid', target: 'anchor', fact: 'it is the base64 of 16 bytes' };
};

/** The list properties that are owned there. */
export const listsOnPremises: readonly string[] = [
  ...listProperties.filter((name) => personProperties[name].ownedBy === 'onPremises'),
  'proxyAddresses',
];
