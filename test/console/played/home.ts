/** What the first page asks: imports, reports, and who holds the highest role. */
import type { DirectoryDay, ForecastDay } from '../../../clients/console/api/reports.ts';
import type { ImportSeen } from '../../../clients/console/pages/home/home-queries.ts';
import type { PlayedRoutes } from '../played-console.ts';

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const dateAt = (days: number) => at(days).slice(0, 10);

/** An import that is over, with nobody refused. */
export const playedImport = (index: number, changed: Partial<ImportSeen> = {}): ImportSeen => ({
  id: `2e6d2e1c-5a4f-4f0e-9c55-${String(index + 1).padStart(12, '0')}`,
  kind: 'import',
  status: 'succeeded',
  fileName: `department-${index + 1}.csv`,
  options: { dryRun: false },
  undoes: null,
  ...{ created: 12 + index * 7, updated: 3 + index, unchanged: 2, refused: 0 },
  licences: [],
  error: null,
  createdDateTime: at(-1 - index * 3),
  ...changed,
});

/** Newest first: one on hold, one with refused rows, one that failed, a check, and older ones. */
export const playedImports = (): ImportSeen[] => [
  playedImport(0, { status: 'onHold', fileName: 'new-office.xlsx', licences: [{ seatsToBuy: 12 }] }),
  playedImport(1, { fileName: 'mixed.csv', refused: 9 }),
  playedImport(2, { status: 'failed', fileName: 'people.txt', error: { message: 'The file has no heading row.' } }),
  playedImport(3, { options: { dryRun: true }, refused: 5 }),
  ...[4, 5, 6].map((index) => playedImport(index)),
];

export const playedForecast = (): ForecastDay[] =>
  Array.from({ length: 30 }, (_, ahead) => ({
    date: dateAt(ahead),
    passwordsExpiring: [0, 0, 3, 0, 7, 12, 1][ahead % 7] ?? 0,
    temporaryPasswordsLapsing: ahead === 4 ? 5 : 0,
    mailboxGracesEnding: ahead === 19 || ahead === 22 ? 1 : 0,
    deletionsBecomingFinal: ahead === 3 ? 2 : 0,
  }));

export const playedDays = (): DirectoryDay[] =>
  Array.from({ length: 60 }, (_, index) => ({
    reportDate: dateAt(index - 59),
    people: 60 + index * 2 + (index > 30 ? 40 : 0),
    blocked: 3 + Math.floor(index / 9),
    deleted: index % 20,
  }));

export const playedHome = (): PlayedRoutes => ({
  'GET imports': () => ({ body: { value: playedImports() } }),
  'GET reports/directory': () => ({ body: { value: playedDays() } }),
  'GET reports/directoryForecast': () => ({ body: { value: playedForecast() } }),
  'GET directoryRoles/*/members': () => ({ body: { value: [] } }),
});
