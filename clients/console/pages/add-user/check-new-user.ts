/** The rules of a new person, asked while the form is filled in: those that the API asks again. */
import type { FieldErrors, Resolver } from 'react-hook-form';
import { isMailAddress } from '../../../../shared/domain/mail-address.ts';
import { checkPassword } from '../../../../shared/domain/passwords/password-rules.ts';
import { maxMailAddresses } from '../../../../shared/domain/people/profile-rules.ts';
import { personProperties } from '../../../../shared/domain/person-properties.ts';
import type { RefusalCode } from '../../../../shared/domain/refusals.ts';
import { checkUserName } from '../../../../shared/domain/user-name.ts';
import type { PasswordRules } from '../../api/session.ts';
import type { AddUserTexts } from '../../texts/english/add-user.ts';
import { addressesIn, displayNameOf, type NewUser, profileFields, userNameOf } from './new-user.ts';

/** A fault of a field, by the name of its sentence. */
type Fault = keyof AddUserTexts['faults'];
type Faults = Partial<Record<keyof NewUser, { fault: Fault; fact: string }>>;

/** Everything that is wrong with a form; `domains` are those that a user name may have. */
export const faultsOf = (user: NewUser, domains: readonly string[], rules: PasswordRules): Faults => ({
  ...lengthFaults(user),
  ...(displayNameOf(user) === '' && { displayName: { fault: 'displayNameMissing', fact: '' } }),
  ...userNameFault(user, domains),
  ...passwordFault(user, rules),
  ...addressFaults(user),
  ...(user.licences.length > 0 &&
    user.usageLocation === '' && { usageLocation: { fault: 'locationMissing', fact: '' } }),
});

const lengthFaults = (user: NewUser): Faults => {
  const lengths: [keyof NewUser, number][] = [
    ...(['givenName', 'surname', 'displayName'] as const).map(
      (name) => [name, personProperties[name].maxLength] as [keyof NewUser, number],
    ),
    ...profileFields.map((name): [keyof NewUser, number] => [name, longestOf(name)]),
  ];
  return Object.fromEntries(
    lengths
      .filter(([name, most]) => String(user[name]).trim().length > most)
      .map(([name, most]) => [name, { fault: 'tooLong' as const, fact: String(most) }]),
  );
};

const longestOf = (name: (typeof profileFields)[number]): number => {
  if (name === 'businessPhone') return personProperties.businessPhones.maxLength;
  return name === 'otherMail' ? Number.POSITIVE_INFINITY : personProperties[name].maxLength;
};

const sentences: Partial<Record<RefusalCode, Fault>> = {
  UserNameMissing: 'userNameMissing',
  UserNameIllegal: 'userNameIllegal',
  ValueTooLong: 'userNameTooLong',
  DomainNotVerified: 'domainNotVerified',
  PasswordLengthWrong: 'passwordLength',
  PasswordTooSimple: 'passwordKinds',
  PasswordContainsName: 'passwordContainsName',
  PasswordBanned: 'passwordBanned',
};

const told = ({ code, fact = '' }: { code: RefusalCode; fact?: string }) => ({
  fault: sentences[code] ?? 'userNameIllegal',
  fact,
});

const userNameFault = (user: NewUser, domains: readonly string[]): Faults => {
  if (user.localPart.trim() === '') return { localPart: { fault: 'userNameMissing', fact: '' } };
  const refusal = checkUserName(userNameOf(user), domains);
  return refusal ? { [refusal.code === 'DomainNotVerified' ? 'domain' : 'localPart']: told(refusal) } : {};
};

const passwordFault = (user: NewUser, { least, most, kinds }: PasswordRules): Faults => {
  if (user.passwordKind === 'generated') return {};
  if (user.password === '') return { password: { fault: 'passwordMissing', fact: '' } };
  const owner = { ...user, userPrincipalName: userNameOf(user), displayName: displayNameOf(user) };
  const policy = { passwordLength: { least, most }, passwordClasses: kinds, bannedPasswords: [] };
  // Common passwords are found when it is sent: their list is no part of the console.
  const organisation = { displayName: '', verifiedDomains: [] };
  const [refusal] = checkPassword(user.password, owner, { policy, organisation, isCommonPassword: undefined });
  return refusal ? { password: told(refusal) } : {};
};

const addressFaults = (user: NewUser): Faults => ({
  ...addressFault(user, 'deliverTo'),
  ...addressFault(user, 'otherMail'),
});

const addressFault = (user: NewUser, name: 'deliverTo' | 'otherMail'): Faults => {
  const addresses = addressesIn(user[name]);
  if (addresses.length > maxMailAddresses) return { [name]: { fault: 'tooMany', fact: String(maxMailAddresses) } };
  const wrong = addresses.find((address) => !isMailAddress(address));
  return wrong === undefined ? {} : { [name]: { fault: 'addressInvalid', fact: wrong } };
};

/** The faults as a form of react-hook-form has them, in the reader's words. */
export const newUserResolver =
  (domains: readonly string[], rules: PasswordRules, { faults }: AddUserTexts): Resolver<NewUser> =>
  (values) => {
    const found = Object.entries(faultsOf(values, domains, rules));
    const errors = Object.fromEntries(
      found.map(([name, { fault, fact }]) => [name, { type: fault, message: faults[fault](fact) }]),
    );
    return found.length > 0 ? { values: {}, errors: errors as FieldErrors<NewUser> } : { values, errors: {} };
  };
