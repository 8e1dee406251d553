/** Why rows were refused, in the words of a language. */
import type { RefusalCode } from '../../../domain/refusals.ts';

/** The refusals of a row, which the mail names. */
export type RowRefusalCode = Extract<
  RefusalCode,
  | 'CellCountWrong'
  | 'UserNameMissing'
  | 'DisplayNameMissing'
  | 'UserNameIllegal'
  | 'DomainNotVerified'
  | 'ValueTooLong'
  | 'ValueMissing'
  | 'ValueInvalid'
  | 'DuplicateInFile'
  | 'PersonDiffers'
  | 'ChangedSincePlan'
  | 'ChangedSinceImport'
  | 'SignedInSince'
  | 'PersonGone'
  | 'UserNameTaken'
  | 'LicenceUnknown'
  | 'RoleUnknown'
  | 'RoleNotYours'
  | 'RoleOwn'
  | 'PersonProtected'
  | 'LastAdministrator'
  | 'CountryUnknown'
  | 'UsageLocationMissing'
  | 'LanguageUnknown'
  | 'MailAddressInvalid'
  | 'YesOrNoExpected'
  | 'PasswordLengthWrong'
  | 'PasswordTooSimple'
  | 'PasswordContainsName'
  | 'PasswordBanned'
  | 'NoSeatForRow'
  | 'EncodingMixed'
  | 'UserNameNotMade'
  | 'MadeNameTaken'
  | 'EmployeeIdTaken'
  | 'EmployeeIdConflict'
  | 'OnPremisesMastered'
  | 'InvalidSoftMatch'
  | 'InvalidHardMatch'
  | 'AnchorChanged'
>;

/** A refusal by its fact, and by where it was found when its sentence names that. */
export type RowRefusalTexts = Readonly<Record<RowRefusalCode, (fact: string, target: string) => string>>;
