import { shortLine } from '../domain/one-line.ts';
import { type Refusal, sentenceOf } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import { administratorFooter } from './footers.ts';
import { type Block, counts, facts, heading, paragraph, warning } from './letter.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { durationOf, localeOf } from './moments.ts';
import { textsIn } from './texts/catalogue.ts';
import type { FileRefusalCode } from './texts/mail-texts.ts';
import { writeMail } from './write-mail.ts';

/** How an import ended, as its mail tells it. */
export type ImportOutcome = {
  /** The file's name as the administrator knows it. */
  fileName: string;
  startedAt: Instant;
  endedAt: Instant;
} & (FinishedImport | RefusedFile);

/** Every row has its outcome. */
export type FinishedImport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** People of this file who wait for a licence. */
  waiting: number;
  /** Licences that were short, by name, with how many to buy; empty when there were enough. */
  short: readonly { licence: string; toBuy: number }[];
  /** Where the report is, as text. */
  report?: string;
};

/** Why the whole file was refused, and how many people had been added when it had to be refused on the way. */
export type RefusedFile = { refusal: Refusal; created?: number };

/** So much of a file's name stands in a subject, so that what follows it is seen. */
const longestNameInSubject = 80;

/** The mail that tells the administrator how an import ended. Never holds a password. */
export const importResults = (outcome: ImportOutcome, letterhead: Letterhead): MailContent => {
  const { greeting, importResults: texts } = textsIn(letterhead.language);
  const name = shortLine(outcome.fileName, longestNameInSubject);
  const isRefused = 'refusal' in outcome;
  return writeMail(
    {
      subject: isRefused ? texts.subjectOfRefusedFile(name) : texts.subject(name, outcome.created, outcome.refused),
      title: isRefused ? texts.titleOfRefusedFile : texts.title,
      greeting: greeting(),
      blocks: isRefused ? refusedBlocks(outcome, letterhead) : finishedBlocks(outcome, letterhead),
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

const refusedBlocks = (outcome: ImportOutcome & RefusedFile, { language }: Letterhead): Block[] => {
  const { importResults: texts } = textsIn(language);
  const { fileName, refusal, created = 0 } = outcome;
  return [
    paragraph(texts.refusedFile(fileName)),
    warning(fileRefusal(refusal, language)),
    ...(created > 0 ? [paragraph(texts.addedBefore(created))] : []),
  ];
};

/** The refusal in the mail's language; in English when it is not one of those that a whole file can have. */
const fileRefusal = (refusal: Refusal, language: Letterhead['language']): string => {
  const { fileRefusals, fields } = textsIn(language);
  if (!(refusal.code in fileRefusals)) return sentenceOf(refusal);
  const { code, target, fact = '?' } = refusal;
  // The fact is English here; the heading is told by the words of the mail, and as the template spells it.
  const headings: Record<string, string> = {
    userPrincipalName: `${fields.userName} (User Name)`,
    displayName: `${fields.name} (Display Name)`,
  };
  const told = code === 'HeadingMissing' && target ? (headings[target] ?? fact) : fact;
  return fileRefusals[code as FileRefusalCode](told);
};

const finishedBlocks = (outcome: ImportOutcome & FinishedImport, { language }: Letterhead): Block[] => {
  const { fields, importResults: texts } = textsIn(language);
  const { fileName, rows, refused, waiting, short, report } = outcome;
  const duration = durationOf(outcome.startedAt, outcome.endedAt, language);
  const numbers = new Intl.NumberFormat(localeOf(language));
  const count = (label: string, value: number) => ({ label, value: numbers.format(value) });
  const outcomes = (['created', 'updated', 'unchanged', 'refused', 'waiting'] as const).map((name) =>
    count(fields[name], outcome[name]),
  );
  return [
    paragraph(texts.introduction(fileName, rows, duration)),
    counts(...outcomes),
    ...(refused > 0 ? [warning(texts.rowsRefused(refused) + (report ? ` ${texts.reportSaysWhy}` : ''))] : []),
    ...(report ? [facts({ label: fields.report, value: report })] : []),
    ...(short.length > 0 ? [heading(texts.seatsToBuy)] : []),
    ...(short.length > 0 ? [counts(...short.map(({ licence, toBuy }) => count(licence, toBuy)))] : []),
    ...(waiting > 0 ? [paragraph(texts.waiting(waiting))] : []),
  ];
};
