import { shortLine } from '../../domain/one-line.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { administratorFooter } from '../footers.ts';
import { type Block, counts, facts, paragraph, warning } from '../letter.ts';
import type { Letterhead, MailContent } from '../letterhead.ts';
import { durationOf } from '../moments.ts';
import { textsIn } from '../texts/catalogue.ts';
import type { Shortly } from '../texts/import-texts.ts';
import { migrationTextsIn } from '../texts/migration-texts.ts';
import { writeMail } from '../write-mail.ts';
import { batchBlocks } from './batch-blocks.ts';
import { fileRefusal } from './file-refusal.ts';
import {
  counted,
  longestNameInSubject,
  reportOf,
  request,
  roleBlocks,
  seatsToBuy,
  textBlock,
} from './import-blocks.ts';
import type { Counted, ImportOutcome, ToldBatch } from './import-outcome.ts';
import { refusedRows } from './refused-rows.ts';

/** The mail that tells the administrator how an import ended. Never holds a password. */
export const importResults = (outcome: ImportOutcome, letterhead: Letterhead): MailContent => {
  const { title, subject, blocks } = contentOf(outcome, letterhead);
  return writeMail(
    {
      subject: subject(shortLine(outcome.fileName, longestNameInSubject)),
      title,
      greeting: textsIn(letterhead.language).greeting(),
      blocks: [...blocks, ...nextSteps(outcome, letterhead)],
      footer: administratorFooter(letterhead),
    },
    letterhead,
  );
};

type Content = { subject: (file: string) => string; title: string; blocks: Block[] };

const contentOf = (outcome: ImportOutcome, letterhead: Letterhead): Content => {
  if (outcome.end.how === 'complete') return completeImport(outcome, letterhead);
  if (outcome.end.how === 'stopped' && isOfFile(outcome)) return refusedFile(outcome, letterhead);
  return earlyEnd(outcome, letterhead);
};

/** Ends that have nothing to do with what is in the file. */
const otherEnds: ReadonlySet<RefusalCode> = new Set(['OwnerGone', 'ImportImpossible', 'PlanOutdated']);

/** Whether nothing was done because of the file itself. An undo has none. */
const isOfFile = ({ kind, done, end }: ImportOutcome): boolean =>
  done === 0 && kind !== 'undo' && end.how === 'stopped' && !otherEnds.has(end.refusal.code);

/** Every row has its outcome; it is not called complete where most of them were refused. */
const completeImport = (outcome: ImportOutcome, letterhead: Letterhead): Content => {
  const texts = textsOf(outcome, letterhead);
  const {
    fileName,
    rows,
    counts: { refused },
  } = outcome;
  if (outcome.batch) return syncedBatch(outcome, outcome.batch, letterhead);
  const isRefused = refused * 2 > rows;
  const title = refused >= rows ? texts.allRefused : texts.mostRefused;
  const introduction = isRefused ? texts.refusedIntroduction : texts.introduction;
  return {
    subject: (file) => texts.subject(file, shortlyOf(outcome, letterhead)),
    title: isRefused ? title : texts.title,
    blocks: [paragraph(introduction(fileName, rows, lengthOf(outcome, letterhead))), ...results(outcome, letterhead)],
  };
};

/** At each of its two moments a batch has words of its own; the numbers are those of any import. */
const syncedBatch = (outcome: ImportOutcome, batch: ToldBatch, letterhead: Letterhead): Content => {
  const { synced, completed } = migrationTextsIn(letterhead.language);
  const { subject, title, introduction } = batch.isCompleted ? completed : synced;
  const name = shortLine(batch.displayName, longestNameInSubject);
  return {
    subject: () => subject(name, shortlyOf(outcome, letterhead)),
    title,
    blocks: [
      paragraph(introduction(batch.displayName, outcome.fileName)),
      ...results(outcome, letterhead),
      ...batchBlocks(outcome.id, batch, letterhead),
    ],
  };
};

/** What became of its rows, in a subject: what is 0 is left out, and rows that stayed as they were where others did not. */
const shortlyOf = (outcome: ImportOutcome, letterhead: Letterhead): string => {
  const { shortly } = textsOf(outcome, letterhead);
  const { created, updated, unchanged, deleted, restored, refused, skipped } = outcome.counts;
  const done = deleted + updated + restored;
  const changed = outcome.kind === 'undo' ? { done } : { created, updated };
  const isIdle = Object.values(changed).every((count) => count === 0) && refused === 0;
  const told = Object.entries({ ...changed, refused, skipped, ...(isIdle && { unchanged }) }).filter(
    ([, count]) => count > 0,
  );
  const kinds = told.length > 0 ? told : [['unchanged', 0] as const];
  return kinds
    .map(([name, count]) => shortly[name as Shortly]?.(count))
    .join(textsIn(letterhead.language).imports.comma);
};

/** Nothing was done of it, so there is nothing to count. */
const refusedFile = (outcome: ImportOutcome, letterhead: Letterhead): Content => {
  const { subject, title, introduction } = textsIn(letterhead.language).imports.refusedFile;
  return {
    subject,
    title,
    blocks: [
      paragraph(introduction(outcome.fileName)),
      ...reasonOf(outcome, letterhead),
      paragraph(textsOf(outcome, letterhead).nothing),
    ],
  };
};

const earlyEnd = (outcome: ImportOutcome, letterhead: Letterhead): Content => {
  const texts = textsOf(outcome, letterhead);
  const { subject, title, introduction } = outcome.end.how === 'cancelled' ? texts.cancelled : texts.stopped;
  const { fileName, rows, done } = outcome;
  const { notDone } = textsIn(letterhead.language).imports;
  return {
    subject,
    title,
    blocks: [
      paragraph(introduction(fileName, lengthOf(outcome, letterhead))),
      ...reasonOf(outcome, letterhead),
      ...(rows > done ? [warning(notDone(rows - done))] : []),
      ...(done > 0 ? [paragraph(texts.soFar), ...results(outcome, letterhead)] : [paragraph(texts.nothing)]),
    ],
  };
};

/** The numbers, and what they mean for the administrator. */
const results = (outcome: ImportOutcome, letterhead: Letterhead): Block[] => {
  const texts = textsOf(outcome, letterhead);
  const { short, hasReport, id } = outcome;
  const { refused, waiting } = outcome.counts;
  const numbers = Object.entries(texts.counted)
    .filter(([name]) => outcome.counts[name as Counted] > 0)
    .map(([name, label]) => counted(label, outcome.counts[name as Counted], letterhead));
  const reason = hasReport ? ` ${texts.reportSaysWhy}` : '';
  return [
    ...(numbers.length > 0 ? [counts(...numbers)] : []),
    ...(refused > 0 ? [warning(texts.refused(refused) + reason)] : []),
    ...textBlock(outcome, letterhead),
    ...refusedRows(outcome, letterhead),
    ...roleBlocks(outcome, letterhead),
    ...(hasReport ? [reportOf(id, letterhead)] : []),
    ...seatsToBuy(short, letterhead),
    ...(waiting > 0 ? [paragraph(texts.waiting(waiting))] : []),
  ];
};

const nextSteps = ({ id, nextSteps: steps }: ImportOutcome, { language }: Letterhead): Block[] => {
  const { imports } = textsIn(language);
  return steps.length > 0 ? [facts(...steps.map((step) => request(imports.steps[step], id, step)))] : [];
};

const textsOf = ({ kind }: ImportOutcome, { language }: Letterhead) => textsIn(language).imports[kind];

const lengthOf = ({ startedAt, endedAt }: ImportOutcome, { language }: Letterhead): string =>
  durationOf(startedAt, endedAt, language);

const reasonOf = ({ end }: ImportOutcome, { language }: Letterhead): Block[] =>
  end.how === 'stopped' ? [warning(fileRefusal(end.refusal, language))] : [];
