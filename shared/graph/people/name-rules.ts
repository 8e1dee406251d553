/** Codes of the rules that several routes have in common. */
import type { RefusalCode } from '../../domain/refusals.ts';

/** Of user names, and of what else only one person has. */
export const nameRules: readonly RefusalCode[] = [
  'UserNameIllegal',
  'DomainNotVerified',
  'UserNameTaken',
  'EmployeeIdTaken',
];

/** Of what else is known of a person. */
export const profileRules: readonly RefusalCode[] = [
  'UserNameMissing',
  'DisplayNameMissing',
  'ValueTooLong',
  'CountryUnknown',
  'LanguageUnknown',
  'MailAddressInvalid',
];

/** Of passwords. */
export const passwordRules: readonly RefusalCode[] = [
  'PasswordLengthWrong',
  'PasswordTooSimple',
  'PasswordContainsName',
  'PasswordBanned',
];
