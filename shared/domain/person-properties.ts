/**
 * The properties of a person that administrators set, one line each: columns, limits, audit, updates and the API's
 * schemas are read from here. A new one is a line in `Profile`, a line here and a test; what is forgotten does not compile.
 */
import type { OnPremises, Profile } from './person.ts';

/** What is known of a property. */
type PropertyFacts = {
  kind: 'text' | 'texts' | 'yesOrNo';
  /** Most characters, of a list those of each text (Microsoft 365's template and Entra); absent where another rule bounds it. */
  maxLength?: number;
  /** A row of a file changes it of somebody who exists. */
  isChangeable: boolean;
  /** An audit entry shows its values. */
  isAudited: boolean;
  /** Who decides of it for a person who comes from a directory on premises: that one, or the directory here. */
  ownedBy: 'onPremises' | 'cloud';
};

const ordinary = { kind: 'text', isChangeable: true, isAudited: true, ownedBy: 'onPremises' } as const;

/** Facts by property, in the order in which a person is shown. */
export const personProperties = {
  displayName: { ...ordinary, maxLength: 256 },
  mailNickname: { ...ordinary, maxLength: 64 },
  accountEnabled: { ...ordinary, kind: 'yesOrNo' },
  givenName: { ...ordinary, maxLength: 64 },
  surname: { ...ordinary, maxLength: 64 },
  jobTitle: { ...ordinary, maxLength: 64 },
  department: { ...ordinary, maxLength: 64 },
  officeLocation: { ...ordinary, maxLength: 128 },
  businessPhones: { ...ordinary, kind: 'texts', maxLength: 64 },
  mobilePhone: { ...ordinary, maxLength: 64 },
  faxNumber: { ...ordinary, maxLength: 64 },
  streetAddress: { ...ordinary, maxLength: 1023 },
  city: { ...ordinary, maxLength: 128 },
  state: { ...ordinary, maxLength: 128 },
  postalCode: { ...ordinary, maxLength: 40 },
  country: { ...ordinary, maxLength: 128 },
  otherMails: { ...ordinary, kind: 'texts', ownedBy: 'cloud' },
  preferredLanguage: ordinary,
  employeeId: { ...ordinary, maxLength: 16 },
  usageLocation: { ...ordinary, ownedBy: 'cloud' },
} as const satisfies Record<keyof Profile | NamedElsewhere, PropertyFacts>;

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

/** Properties that every person has, and lists. */
type NamedElsewhere = 'displayName' | 'mailNickname' | 'accountEnabled' | 'businessPhones' | 'otherMails';

/** A property of the table. */
export type PersonProperty = keyof typeof personProperties;

/** A property that is one text. */
export type TextProperty = keyof Profile | 'displayName' | 'mailNickname';

/** The names of all properties of which something is true. */
const namesWhere = (isMeant: (facts: PropertyFacts) => boolean): PersonProperty[] =>
  (Object.keys(personProperties) as PersonProperty[]).filter((name) => isMeant(personProperties[name]));

export const textProperties = namesWhere(({ kind }) => kind === 'text') as TextProperty[];
export const listProperties = namesWhere(({ kind }) => kind === 'texts') as ('businessPhones' | 'otherMails')[];
export const changeableProperties = namesWhere(({ isChangeable }) => isChangeable);
export const auditedProperties = namesWhere(({ isAudited }) => isAudited);

/** A value for each property that is one text. */
export const forEachText = <Value>(make: (name: TextProperty) => Value): Record<TextProperty, Value> =>
  Object.fromEntries(textProperties.map((name) => [name, make(name)])) as Record<TextProperty, Value>;
