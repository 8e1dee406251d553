/**
 * The properties of a person that administrators set, one line each: columns, limits, audit, updates and the API's
 * schemas are read from here. A new one is a line in `Profile`, a line here and a test; what is forgotten does not compile.
 */
import type { Profile } from './person.ts';

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

const usual = { kind: 'text', isChangeable: true, isAudited: true, ownedBy: 'onPremises' } as const;

/** Facts by property, in the order in which a person is shown. */
export const personProperties = {
  displayName: { ...usual, maxLength: 256 },
  mailNickname: { ...usual, maxLength: 64 },
  accountEnabled: { ...usual, kind: 'yesOrNo' },
  givenName: { ...usual, maxLength: 64 },
  surname: { ...usual, maxLength: 64 },
  jobTitle: { ...usual, maxLength: 64 },
  department: { ...usual, maxLength: 64 },
  officeLocation: { ...usual, maxLength: 128 },
  businessPhones: { ...usual, kind: 'texts', maxLength: 64 },
  mobilePhone: { ...usual, maxLength: 64 },
  faxNumber: { ...usual, maxLength: 64 },
  streetAddress: { ...usual, maxLength: 1023 },
  city: { ...usual, maxLength: 128 },
  state: { ...usual, maxLength: 128 },
  postalCode: { ...usual, maxLength: 40 },
  country: { ...usual, maxLength: 128 },
  otherMails: { ...usual, kind: 'texts', ownedBy: 'cloud' },
  preferredLanguage: usual,
  employeeId: { ...usual, maxLength: 16 },
  usageLocation: { ...usual, ownedBy: 'cloud' },
} as const satisfies Record<keyof Profile | NamedElsewhere, PropertyFacts>;

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
