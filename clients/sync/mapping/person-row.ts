/** A person of the directory as a line of the file. */
import type { SynchronizationUpsert } from '../../../shared/messages/synchronization-file.ts';
import { guidBytes, sidText } from '../directory/guid.ts';
import type { DirectoryPerson } from '../source/account-source.ts';
import { orderedAddresses, primaryAddress } from './addresses.ts';
import type { MappedProperty, Mapping } from './mapping.ts';
import { transformed } from './transformations.ts';

/** ACCOUNTDISABLE of userAccountControl. */
const disabled = 0x2;

/** The line. What is mapped and empty is null; what is not mapped is not there. */
export const rowOf = (person: DirectoryPerson, mapping: Mapping, domainName: string): SynchronizationUpsert => {
  const { attributes, objectGuid, distinguishedName } = person;
  const first = (attribute: string): string | undefined => attributes[attribute.toLowerCase()]?.[0];
  const sid = first('objectSid');
  return {
    op: 'upsert',
    objectGuid,
    // Who was moved between forests keeps the first one's, in mS-DS-ConsistencyGuid.
    anchor: first('mS-DS-ConsistencyGuid') ?? guidBytes(objectGuid).toString('base64'),
    ...mapped(person, mapping),
    accountEnabled: (Number(first('userAccountControl') ?? disabled) & disabled) === 0,
    proxyAddresses: orderedAddresses(attributes.proxyaddresses ?? [], first('mail')),
    onPremisesDistinguishedName: distinguishedName,
    onPremisesDomainName: domainName,
    onPremisesSamAccountName: first('sAMAccountName') ?? null,
    onPremisesSecurityIdentifier: sid === undefined ? null : sidText(Buffer.from(sid, 'base64')),
  };
};

type Mapped = Partial<Record<MappedProperty, string | string[] | null>>;

const mapped = (person: DirectoryPerson, mapping: Mapping): Pick<SynchronizationUpsert, MappedProperty> => {
  const properties: Mapped = {};
  for (const [property, { attribute, steps }] of mapping) {
    const told = person.attributes[attribute.toLowerCase()] ?? [];
    const values = told.flatMap((one) => transformed(one, steps) ?? []).filter((one) => one !== '');
    // An attribute with several values has no order: the same one is taken each time.
    const value = values.toSorted()[0] ?? standIn(property, person);
    properties[property] = property === 'businessPhones' ? values.toSorted() : (value ?? null);
  }
  return properties as Pick<SynchronizationUpsert, MappedProperty>;
};

/** What Microsoft Entra Connect takes where the attribute is empty. */
const standIn = (property: MappedProperty, { attributes }: DirectoryPerson): string | undefined => {
  const first = (attribute: string) => attributes[attribute]?.[0];
  if (property === 'displayName') return first('cn');
  if (property !== 'mailNickname') return undefined;
  const mail = first('mail');
  const address = primaryAddress(attributes.proxyaddresses ?? [], mail) ?? mail ?? first('userprincipalname');
  return address?.split('@')[0] || first('samaccountname');
};
