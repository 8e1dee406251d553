/** A mailbox of a directory as a line of the file that `Get-Recipient | Export-Csv` writes. */
import { orderedAddresses, primaryAddress } from '../mapping/addresses.ts';
import type { DirectoryPerson } from '../source/account-source.ts';

/** The file's columns, and the attribute that each is of. */
const attributeOf = {
  Alias: 'mailNickname',
  DisplayName: 'displayName',
  FirstName: 'givenName',
  LastName: 'sn',
  Title: 'title',
  Department: 'department',
  Office: 'physicalDeliveryOfficeName',
  Phone: 'telephoneNumber',
  City: 'l',
  StateOrProvince: 'st',
  PostalCode: 'postalCode',
  CountryOrRegion: 'co',
} as const;

const columns = Object.keys(attributeOf) as (keyof typeof attributeOf)[];

/** The first line of the file. */
export const recipientHeadings: readonly string[] = [
  ...['PrimarySmtpAddress', ...columns],
  ...['EmailAddresses', 'RecipientTypeDetails', 'HiddenFromAddressListsEnabled'],
];

/** What is read of an account for it, and to tell whether it is somebody. */
export const recipientAttributes: readonly string[] = [
  ...Object.values(attributeOf),
  ...['mail', 'proxyAddresses', 'cn', 'sAMAccountName', 'isCriticalSystemObject', 'msExchRecipientTypeDetails'],
];

/** The cells of an account; undefined where it has no primary address, by which the other side would know it. */
export const recipientOf = ({ attributes }: DirectoryPerson): string[] | undefined => {
  const valuesOf = (name: string): readonly string[] => attributes[name.toLowerCase()] ?? [];
  // An attribute with several values has no order: the same one is taken each time.
  const firstOf = (name: string): string => valuesOf(name).toSorted()[0] ?? '';
  const [addresses, mail] = [valuesOf('proxyAddresses'), valuesOf('mail')[0]];
  const primary = primaryAddress(addresses, mail) ?? mail;
  if (primary === undefined || primary === '') return undefined;
  const named = { DisplayName: firstOf('displayName') || firstOf('cn') };
  return [
    primary,
    ...columns.map((column) => (column === 'DisplayName' ? named.DisplayName : firstOf(attributeOf[column]))),
    ...[orderedAddresses(addresses, mail).join(';'), 'UserMailbox', 'False'],
  ];
};
