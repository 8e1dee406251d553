import { sentenceOf } from '../../../domain/refusals.ts';
import type { RowRefusalCode, RowRefusalTexts } from './row-texts.ts';

/** English has the sentences of the API. */
const sentence = (code: RowRefusalCode) => (fact: string, target: string) => sentenceOf({ code, fact, target });

/** Why a row was refused, in English. */
export const englishRowRefusals: RowRefusalTexts = {
  CellCountWrong: sentence('CellCountWrong'),
  UserNameMissing: sentence('UserNameMissing'),
  DisplayNameMissing: sentence('DisplayNameMissing'),
  UserNameIllegal: sentence('UserNameIllegal'),
  DomainNotVerified: sentence('DomainNotVerified'),
  ValueTooLong: sentence('ValueTooLong'),
  ValueMissing: sentence('ValueMissing'),
  ValueInvalid: sentence('ValueInvalid'),
  DuplicateInFile: sentence('DuplicateInFile'),
  PersonDiffers: sentence('PersonDiffers'),
  ChangedSincePlan: sentence('ChangedSincePlan'),
  ChangedSinceImport: sentence('ChangedSinceImport'),
  SignedInSince: sentence('SignedInSince'),
  PersonGone: sentence('PersonGone'),
  UserNameTaken: sentence('UserNameTaken'),
  LicenceUnknown: sentence('LicenceUnknown'),
  RoleUnknown: sentence('RoleUnknown'),
  RoleNotYours: sentence('RoleNotYours'),
  RoleOwn: sentence('RoleOwn'),
  PersonProtected: sentence('PersonProtected'),
  LastAdministrator: sentence('LastAdministrator'),
  CountryUnknown: sentence('CountryUnknown'),
  UsageLocationMissing: sentence('UsageLocationMissing'),
  LanguageUnknown: sentence('LanguageUnknown'),
  MailAddressInvalid: sentence('MailAddressInvalid'),
  YesOrNoExpected: sentence('YesOrNoExpected'),
  PasswordLengthWrong: sentence('PasswordLengthWrong'),
  PasswordTooSimple: sentence('PasswordTooSimple'),
  PasswordContainsName: sentence('PasswordContainsName'),
  PasswordBanned: sentence('PasswordBanned'),
  NoSeatForRow: sentence('NoSeatForRow'),
};
