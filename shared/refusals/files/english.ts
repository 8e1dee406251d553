import { sentenceOf } from '../../domain/refusals.ts';
import type { FileRefusalCode, FileRefusalTexts } from '../words/refusal-texts.ts';

/** English has the sentences of the API. */
const sentence = (code: FileRefusalCode) => (fact: string, target: string, proposal?: string) =>
  sentenceOf({ code, fact, target, ...(proposal !== undefined && { proposal }) });

/** Why a whole file was refused, in English. */
export const englishFileRefusals: FileRefusalTexts = {
  EmptyFile: sentence('EmptyFile'),
  HeaderOnly: sentence('HeaderOnly'),
  ExcelWorkbook: sentence('ExcelWorkbook'),
  FormatUnknown: sentence('FormatUnknown'),
  WorkbookTooLarge: sentence('WorkbookTooLarge'),
  SheetUnknown: sentence('SheetUnknown'),
  FileTooLarge: sentence('FileTooLarge'),
  CompressedFile: sentence('CompressedFile'),
  BinaryFile: sentence('BinaryFile'),
  EncodingUnclear: sentence('EncodingUnclear'),
  UnclosedQuote: sentence('UnclosedQuote'),
  DuplicateHeadings: sentence('DuplicateHeadings'),
  HeadingMissing: sentence('HeadingMissing'),
  HeadingsUnknown: sentence('HeadingsUnknown'),
  UserNamePatternInvalid: sentence('UserNamePatternInvalid'),
  MappingInvalid: sentence('MappingInvalid'),
  CellTooLarge: sentence('CellTooLarge'),
  TooManyColumns: sentence('TooManyColumns'),
  TooManyRows: sentence('TooManyRows'),
  HeadingsNotFound: sentence('HeadingsNotFound'),
  HeadingsTooLong: sentence('HeadingsTooLong'),
  ImportImpossible: sentence('ImportImpossible'),
  FileUnavailable: sentence('FileUnavailable'),
  TooManyRefusals: sentence('TooManyRefusals'),
  OwnerGone: sentence('OwnerGone'),
  PlanOutdated: sentence('PlanOutdated'),
  OptionsInvalid: sentence('OptionsInvalid'),
  SynchronizationIncomplete: sentence('SynchronizationIncomplete'),
  WatermarkOutdated: sentence('WatermarkOutdated'),
  SourceChanged: sentence('SourceChanged'),
  SourceEmpty: sentence('SourceEmpty'),
  CutoverWhileSynchronized: sentence('CutoverWhileSynchronized'),
  BatchTooLarge: sentence('BatchTooLarge'),
  SynchronizationOff: sentence('SynchronizationOff'),
  SynchronizationOnHold: sentence('SynchronizationOnHold'),
  SynchronizationRunning: sentence('SynchronizationRunning'),
};
