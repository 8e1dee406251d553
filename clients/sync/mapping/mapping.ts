/** Which attribute of the directory becomes which property in Muster: Graph's names, and the settings' own choice. */
import * as z from 'zod';
import { transformations } from './transformations.ts';

/** Properties of text, and the attribute of each where the settings say nothing (as Microsoft Entra Connect has them). */
export const usualAttributes = {
  userPrincipalName: 'userPrincipalName',
  displayName: 'displayName',
  mailNickname: 'mailNickname',
  givenName: 'givenName',
  surname: 'sn',
  jobTitle: 'title',
  department: 'department',
  officeLocation: 'physicalDeliveryOfficeName',
  mobilePhone: 'mobile',
  faxNumber: 'facsimileTelephoneNumber',
  streetAddress: 'streetAddress',
  city: 'l',
  state: 'st',
  postalCode: 'postalCode',
  country: 'co',
  employeeId: 'employeeID',
  preferredLanguage: 'preferredLanguage',
  mail: 'mail',
} as const;

/** A property that the settings can map. */
export type MappedProperty = keyof typeof usualAttributes | 'businessPhones';

const attributeName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be the name of an attribute');

const target = z.union([
  attributeName,
  z.strictObject({ attribute: attributeName, transform: transformations }),
  // Not synchronised: it stays as it is in Muster.
  z.literal(false),
]);

const properties = [...(Object.keys(usualAttributes) as (keyof typeof usualAttributes)[]), 'businessPhones'] as const;

/** The mapping in the settings: what it does not name is as usual. */
export const mappingSettings = z.partialRecord(
  z.enum(properties as unknown as [MappedProperty, ...MappedProperty[]]),
  target,
);

/** Where a property comes from. */
export type Origin = { attribute: string; steps: z.output<typeof transformations> };

/** All properties that are synchronised, with where each comes from. */
export type Mapping = ReadonlyMap<MappedProperty, Origin>;

/** The whole mapping. */
export const mappingOf = (chosen: z.output<typeof mappingSettings>): Mapping => {
  const usual = { ...usualAttributes, businessPhones: 'telephoneNumber' };
  const origins = properties.flatMap((property): [MappedProperty, Origin][] => {
    const said = chosen[property] ?? usual[property];
    if (said === false) return [];
    return [
      [
        property,
        typeof said === 'string'
          ? { attribute: said, steps: [] }
          : { attribute: said.attribute, steps: said.transform },
      ],
    ];
  });
  return new Map(origins);
};

/** What is read of every person, whatever is mapped. */
const always = [
  ...['userAccountControl', 'sAMAccountName', 'objectSid', 'proxyAddresses', 'cn', 'isCriticalSystemObject'],
  ...['mS-DS-ConsistencyGuid', 'msExchRecipientTypeDetails', 'mail', 'mailNickname', 'userPrincipalName'],
];

/** All attributes to be read, each once. */
export const attributesToRead = (mapping: Mapping): string[] => [
  ...new Set([...always, ...[...mapping.values()].map(({ attribute }) => attribute)]),
];
