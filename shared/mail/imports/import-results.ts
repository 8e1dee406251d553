import { shortLine } from '../../domain/one-line.ts';
import { administratorFooter } from '../footers.ts';
import { type Block, counts, facts, paragraph, warning } from '../letter.ts';
import type { Letterhead, MailContent } from '../letterhead.ts';
import { durationOf } from '../moments.ts';
import { textsIn } from '../texts/catalogue.ts';
import { writeMail } from '../write-mail.ts';
import { fileRefusal } from './file-refusal.ts';
import { counted, longestNameInSubject, request, roleBlocks, seatsToBuy } from './import-blocks.ts';
import type { Counted, ImportOutcome } from './import-outcome.ts';

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
  if (outcome.end.how === 'stopped' && outcome.done === 0) return refusedFile(outcome, letterhead);
  return earlyEnd(outcome, letterhead);
};

const completeImport = (outcome: ImportOutcome, letterhead: Letterhead): Content => {
  const texts = textsOf(outcome, letterhead);
  const { fileName, rows, kind } = outcome;
  const { created, updated, deleted, restored, refused } = outcome.counts;
  const done = kind === 'undo' ? deleted + updated + restored : created;
  return {
    subject: (file) => texts.subject(file, done, refused),
    title: texts.title,
    blocks: [
      paragraph(texts.introduction(fileName, rows, lengthOf(outcome, letterhead))),
      ...results(outcome, letterhead),
    ],
  };
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
  const { short, report } = outcome;
  const { refused, waiting } = outcome.counts;
  const numbers = Object.entries(texts.counted).map(([name, label]) =>
    counted(label, outcome.counts[name as Counted], letterhead),
  );
  const reason = report ? ` ${texts.reportSaysWhy}` : '';
  return [
    counts(...numbers),
    ...(refused > 0 ? [warning(texts.refused(refused) + reason)] : []),
    ...roleBlocks(outcome, letterhead),
    ...(report ? [facts({ label: textsIn(letterhead.language).imports.report, value: report })] : []),
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
