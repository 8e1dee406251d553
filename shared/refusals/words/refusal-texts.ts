/** Why something was refused, in the words of a language. One is complete when it has `RefusalTexts`. */
import type { Facts } from '../../domain/refusal-facts.ts';
import type { RefusalCode } from '../../domain/refusals.ts';

/** The refusals of a whole file, which mails about an import tell as well. */
export type FileRefusalCode = Extract<
  RefusalCode,
  | 'EmptyFile'
  | 'HeaderOnly'
  | 'ExcelWorkbook'
  | 'FormatUnknown'
  | 'WorkbookTooLarge'
  | 'SheetUnknown'
  | 'FileTooLarge'
  | 'CompressedFile'
  | 'BinaryFile'
  | 'EncodingUnclear'
  | 'UnclosedQuote'
  | 'DuplicateHeadings'
  | 'HeadingMissing'
  | 'HeadingsUnknown'
  | 'UserNamePatternInvalid'
  | 'MappingInvalid'
  | 'CellTooLarge'
  | 'TooManyColumns'
  | 'TooManyRows'
  | 'HeadingsNotFound'
  | 'HeadingsTooLong'
  | 'ImportImpossible'
  | 'FileUnavailable'
  | 'TooManyRefusals'
  | 'OwnerGone'
  | 'PlanOutdated'
  | 'OptionsInvalid'
  | 'SynchronizationIncomplete'
  | 'WatermarkOutdated'
  | 'SourceChanged'
  | 'SourceEmpty'
  | 'CutoverWhileSynchronized'
  | 'BatchTooLarge'
  | 'SynchronizationOff'
  | 'SynchronizationOnHold'
  | 'SynchronizationRunning'
>;

/** A refusal by its fact, by where it was found when its sentence names that, and the options to try again with. */
export type FileRefusalTexts = Readonly<
  Record<FileRefusalCode, (fact: string, target: string, proposal?: string) => string>
>;

/** The refusals of a row, which mails about an import name. */
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
  | 'RecipientSkipped'
  | 'MigrationPersonMissing'
>;

/** A refusal by its fact, and by where it was found when its sentence names that. */
export type RowRefusalTexts = Readonly<Record<RowRefusalCode, (fact: string, target: string) => string>>;

/** All other refusals, which requests alone can meet, and two that a request may meet without anybody being named. */
export type RequestRefusalCode =
  | Exclude<RefusalCode, FileRefusalCode | RowRefusalCode>
  | Extract<RefusalCode, 'UserNameTaken' | 'EmployeeIdTaken'>;

/** A refusal by all that its sentence may tell. */
export type RequestRefusalTexts = Readonly<Record<RequestRefusalCode, (refusal: Facts) => string>>;

/** Every refusal there is. */
export type RefusalTexts = { files: FileRefusalTexts; rows: RowRefusalTexts; requests: RequestRefusalTexts };
