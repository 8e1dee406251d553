/** Imports as their mails tell them, one for each way in which one can end or wait, with the facts that must be told. */
import type { MailLanguage } from '../../shared/domain/organisation.ts';
import { instant } from '../../shared/domain/time.ts';
import { importOnHold } from '../../shared/mail/imports/import-on-hold.ts';
import type { ImportOnHold, ImportOutcome } from '../../shared/mail/imports/import-outcome.ts';
import { importResults } from '../../shared/mail/imports/import-results.ts';
import { runOnHold } from '../../shared/mail/imports/run-on-hold.ts';
import { runsMissing } from '../../shared/mail/imports/runs-missing.ts';
import type { Letterhead, MailContent } from '../../shared/mail/letterhead.ts';

const id = '11111111-2222-8333-8444-555555555555';
const report = `GET /v1.0/imports/${id}/reportFile`;
const short = [{ licence: 'ENTERPRISEPACK', toBuy: 25 }];
const roleRow = (n: number, more: { given?: string[]; taken?: string[] }) => {
  return {
    rowNumber: n,
    userPrincipalName: `p${n}@contoso.com`,
    displayName: `Person ${n}`,
    given: [],
    taken: [],
    ...more,
  };
};
/** Two are named, of twenty-three. */
export const roles = {
  rows: [
    roleRow(7, { given: ['Global Administrator'] }),
    roleRow(9, { given: ['Reports Reader', 'User Administrator'] }),
  ],
  count: 23,
};
const lost = { rows: [roleRow(7, { taken: ['Global Administrator'] })], count: 1 };
/** Counts of an import in which nothing has become of a row yet. */
export const none = {
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  skipped: 0,
  deleted: 0,
  restored: 0,
  waiting: 0,
  mails: 0,
};
const tooMany = { how: 'stopped', refusal: { code: 'TooManyRefusals', fact: '17' } } as const;

/** All rows have their outcome. */
export const finished = {
  id,
  kind: 'import',
  fileName: 'people.csv',
  startedAt: instant('2026-02-08T09:15:00Z'),
  endedAt: instant('2026-02-08T10:17:05Z'),
  end: { how: 'complete' },
  rows: 5347,
  done: 5347,
  counts: { ...none, created: 5000, updated: 41, unchanged: 302, refused: 4, waiting: 23 },
  short,
  roles,
  refusedRows: [
    { rowNumber: 12, userPrincipalName: 'ada@example.net', code: 'DomainNotVerified', fact: 'example.net' },
    { rowNumber: 13, userPrincipalName: '', code: 'UserNameMissing' },
  ],
  hasReport: true,
  nextSteps: [],
} as const satisfies ImportOutcome;

/** What would happen. */
export const tried: ImportOutcome = {
  ...finished,
  kind: 'dryRun',
  counts: { ...finished.counts, mails: 4711 },
  nextSteps: ['apply'],
};

/** Somebody had it stop on its way. */
export const cancelled: ImportOutcome = {
  ...finished,
  end: { how: 'cancelled' },
  done: 5260,
  counts: { ...finished.counts, created: 4913 },
  nextSteps: ['resume', 'undo'],
};

/** It came to more refusals than its owner wants. */
export const stopped: ImportOutcome = {
  ...cancelled,
  end: tooMany,
  counts: { ...cancelled.counts, created: 4900, refused: 17 },
};

/** The file could not be read. */
export const refused: ImportOutcome = {
  ...finished,
  end: { how: 'stopped', refusal: { code: 'UnclosedQuote', fact: '4711' } },
  ...{ rows: 0, done: 0, counts: none, short: [] },
};

/** Taken back. */
export const undone: ImportOutcome = {
  ...finished,
  kind: 'undo',
  rows: 5046,
  done: 5046,
  counts: { ...none, deleted: 4988, updated: 39, restored: 3, unchanged: 2, refused: 14 },
  short: [],
  roles: lost,
};

/** Waits for seats. */
export const held: ImportOnHold = { id, fileName: 'people.csv', rows: 5347, short };

const asking = (action: string) => ({ [action]: `POST /v1.0/imports/${id}/${action}` });

type Case = { mail: MailContent; facts: Readonly<Record<string, string>> };

/** Every mail about an import by name. `written` are numbers as the language writes them. */
export const importMails = (letterhead: Letterhead): Readonly<Record<string, Case>> => {
  const { language } = letterhead;
  const number = (value: number) => new Intl.NumberFormat(grouping[language]).format(value);
  const counts = { created: number(5000), updated: '41', unchanged: '302', refused: '4', waiting: '23' };
  const file = { file: 'people.csv', organisation: 'Contoso' };
  const seats = { licence: 'ENTERPRISEPACK', toBuy: '25' };
  const named = {
    who: 'Person 7',
    role: 'Global Administrator',
    other: 'Reports Reader, User Administrator',
    more: '21',
  };
  const early = { ...file, ...counts, ...seats, report, notDone: '87', ...asking('resume'), ...asking('undo') };
  const undo = { deleted: number(4988), updated: '39', restored: '3', unchanged: '2', refused: '14' };
  const mail = (outcome: ImportOutcome) => importResults(outcome, letterhead);
  return {
    import: { mail: mail(finished), facts: { ...file, ...counts, ...seats, ...named, report } },
    'dry run': {
      mail: mail(tried),
      facts: { ...file, ...counts, ...seats, report, mails: number(4711), ...asking('apply') },
    },
    'cancelled import': { mail: mail(cancelled), facts: { ...early, created: number(4913) } },
    'stopped import': { mail: mail(stopped), facts: { ...early, created: number(4900), refused: '17' } },
    'cancelled dry run': {
      mail: mail({ ...tried, end: cancelled.end, done: 5260, nextSteps: ['resume'] }),
      facts: { ...file, ...counts, report, mails: number(4711), notDone: '87', ...asking('resume') },
    },
    'stopped dry run': { mail: mail({ ...tried, end: tooMany, done: 5260 }), facts: { ...file, why: '17' } },
    'refused file': { mail: mail(refused), facts: { file: 'people.csv', line: '4711' } },
    'refused dry run': { mail: mail({ ...refused, kind: 'dryRun' }), facts: { file: 'people.csv', line: '4711' } },
    'too many refusals in the file': {
      mail: mail({ ...refused, end: tooMany, nextSteps: ['resume'] }),
      facts: { file: 'people.csv', why: '17', ...asking('resume') },
    },
    undo: {
      mail: mail(undone),
      facts: { ...file, ...undo, report, role: 'Global Administrator', who: 'p7@contoso.com' },
    },
    'cancelled undo': {
      mail: mail({ ...undone, end: cancelled.end, rows: 5133, nextSteps: ['resume', 'undo'] }),
      facts: { ...file, ...undo, notDone: '87', ...asking('resume'), ...asking('undo') },
    },
    'stopped undo': {
      mail: mail({ ...undone, end: tooMany, rows: 5133 }),
      facts: { ...file, ...undo, notDone: '87', why: '17' },
    },
    'import on hold': {
      mail: importOnHold(held, letterhead),
      facts: { ...file, ...seats, rows: number(5347), ...asking('resume') },
    },
    'run on hold': {
      mail: runOnHold(
        { id: held.id, deletions: 600, named: [{ displayName: 'Person 7', userPrincipalName: 'p7@contoso.com' }] },
        letterhead,
      ),
      facts: { deletions: '600', who: 'p7@contoso.com', ...asking('resume') },
    },
    'runs missing': { mail: runsMissing(letterhead), facts: {} },
  };
};

const grouping: Readonly<Record<MailLanguage, string>> = { en: 'en-GB', nl: 'nl', de: 'de', 'zh-Hans': 'zh-Hans' };
