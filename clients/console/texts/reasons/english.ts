import type { FileRefusalCode } from '../../../../shared/refusals/words/refusal-texts.ts';

/** Why an import ended before its last row, in a few words of what was the case then. */
export const english = {
  EmptyFile: 'The file was empty',
  HeaderOnly: 'The file had no rows',
  ExcelWorkbook: 'The workbook could not be read',
  FormatUnknown: 'The file was no table of people',
  WorkbookTooLarge: 'The workbook was too large',
  SheetUnknown: 'The workbook had no such sheet',
  FileTooLarge: 'The file was too large',
  CompressedFile: 'The file was compressed',
  BinaryFile: 'The file was no text',
  EncodingUnclear: 'The encoding of the file was unclear',
  UnclosedQuote: 'A quotation mark was never closed',
  DuplicateHeadings: 'Headings occurred more than once',
  HeadingMissing: 'A column was missing',
  HeadingsUnknown: 'Headings were unknown',
  UserNamePatternInvalid: 'The pattern of user names was unusable',
  MappingInvalid: 'The mapping of columns was unusable',
  CellTooLarge: 'A cell was too large',
  TooManyColumns: 'The file had too many columns',
  TooManyRows: 'The file had too many rows',
  HeadingsNotFound: 'No headings were found',
  HeadingsTooLong: 'The headings were too long',
  ImportImpossible: 'AWS did not take a part of it',
  FileUnavailable: 'The file was changed or deleted meanwhile',
  TooManyRefusals: 'Too many rows were refused',
  OwnerGone: 'Whoever it acted for may not import any more',
  PlanOutdated: 'The check was no longer true',
  OptionsInvalid: 'The options were unusable',
  SynchronizationIncomplete: 'The file was not whole',
  WatermarkOutdated: 'It did not begin where the last run ended',
  SourceChanged: 'It read another directory',
  SourceEmpty: 'It named nobody',
  CutoverWhileSynchronized: 'Directory synchronization was on',
  BatchTooLarge: 'The file had too many rows for a migration batch',
  SynchronizationOff: 'Synchronization was off',
  SynchronizationOnHold: 'Synchronization was on hold',
  SynchronizationRunning: 'Another run was not over',
} satisfies Record<FileRefusalCode, string>;

/** The same in any language. */
export type Reasons = Readonly<Record<keyof typeof english, string>>;
