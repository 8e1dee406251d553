/** What needs an administrator, each with where it is done; most urgent first. */
import { type Licence, licenceName } from '../../api/people.ts';
import type { ForecastDay } from '../../api/reports.ts';
import { isSilent, type Synchronization } from '../../api/synchronization.ts';
import type { Bounced, ImportSeen } from './home-queries.ts';

/** `path` is that of the page where the next step is. */
export type Need = { path: string } & (
  | { kind: 'noAdministrator' }
  | { kind: 'onHold'; fileName: string; seats: number }
  | { kind: 'refused'; fileName: string; rows: number; day: string }
  | { kind: 'failed'; fileName: string; message: string; day: string }
  | { kind: 'moreImports'; imports: number }
  | { kind: 'synchronizationHeld'; why: 'undone' | 'deletions' }
  | { kind: 'synchronizationRefused'; objects: number; isAll: boolean }
  | { kind: 'synchronizationSilent'; last: string }
  | { kind: 'buy'; licence: string; seats: number }
  | { kind: 'bounced'; name: string; people: number; isAll: boolean }
  | { kind: 'graces'; mailboxes: number; first: string }
  | { kind: 'deletions'; people: number }
);

/** What is known so far; what is undefined was not asked, or not answered. */
export type Known = {
  hasAdministrator?: boolean | undefined;
  imports?: readonly ImportSeen[] | undefined;
  licences?: readonly Licence[] | undefined;
  bounced?: Bounced | undefined;
  forecast?: readonly ForecastDay[] | undefined;
  synchronization?: Synchronization | null | undefined;
};

/** Imports are told of for so long: nobody says of one that its rows were mended. */
const daysTold = 14;

/** Imports that are told of one by one. */
const mostImports = 3;

/** Deletions are told of when there is no more time than this. */
const deletionDays = 7;

export const needsOf = (known: Known, now = Date.now()): Need[] => [
  ...(known.hasAdministrator === false ? [{ kind: 'noAdministrator', path: '/users/add' } as const] : []),
  ...ofImports(known.imports ?? [], now),
  ...ofSynchronization(known.synchronization, now),
  ...(known.licences ?? []).flatMap((licence): Need[] => {
    const { skuId, seatsToBuy: seats = 0 } = licence;
    return seats > 0 ? [{ kind: 'buy', path: `/licences/${skuId}`, licence: licenceName(licence), seats }] : [];
  }),
  ...ofMails(known.bounced),
  ...ofForecast(known.forecast ?? []),
];

/** Those on hold, however old; of the others the newest, without checks, undos and what was undone. */
const ofImports = (imports: readonly ImportSeen[], now: number): Need[] => {
  const undone = new Set(imports.flatMap(({ undoes }) => undoes ?? []));
  const held = imports.filter(({ status }) => status === 'onHold');
  const wrong = imports.filter(
    ({ id, kind, options, status, refused, createdDateTime }) =>
      kind === 'import' &&
      !options.dryRun &&
      !undone.has(id) &&
      (status === 'failed' || ((status === 'succeeded' || status === 'cancelled') && refused > 0)) &&
      now - Date.parse(createdDateTime) < daysTold * 86_400_000,
  );
  const path = (id: string) => `/imports/${id}`;
  return [
    ...held.map(
      ({ id, fileName, licences }): Need => ({
        kind: 'onHold',
        path: path(id),
        fileName,
        seats: licences.reduce((sum, { seatsToBuy }) => sum + seatsToBuy, 0),
      }),
    ),
    ...wrong.slice(0, mostImports).map(({ id, fileName, status, refused, error, createdDateTime: day }): Need => {
      return status === 'failed'
        ? { kind: 'failed', path: path(id), fileName, message: error?.message ?? '', day }
        : { kind: 'refused', path: path(id), fileName, rows: refused, day };
    }),
    ...(wrong.length > mostImports
      ? [{ kind: 'moreImports', path: '/imports', imports: wrong.length - mostImports } as const]
      : []),
  ];
};

const ofSynchronization = (state: Synchronization | null | undefined, now: number): Need[] => {
  if (!state?.onPremisesSyncEnabled) return [];
  const { onHold, retry, retryIsComplete, lastSyncDateTime: last } = state;
  const [path, refused] = ['/synchronization', { objects: retry.length, isAll: retryIsComplete }];
  return [
    ...(onHold ? [{ kind: 'synchronizationHeld', why: onHold, path } as const] : []),
    ...(last !== null && isSilent(state, now) ? [{ kind: 'synchronizationSilent', last, path } as const] : []),
    ...(retry.length > 0 ? [{ kind: 'synchronizationRefused', ...refused, path } as const] : []),
  ];
};

const ofMails = (bounced: Bounced | undefined): Need[] => {
  const [first] = bounced?.people ?? [];
  if (!bounced || !first) return [];
  const { people, isAll } = bounced;
  const path = people.length === 1 && isAll ? `/users/${first.id}` : '/users?state=bounced';
  return [{ kind: 'bounced', path, name: first.displayName, people: people.length, isAll }];
};

const ofForecast = (days: readonly ForecastDay[]): Need[] => {
  const mailboxes = days.reduce((sum, { mailboxGracesEnding }) => sum + mailboxGracesEnding, 0);
  const first = days.find(({ mailboxGracesEnding }) => mailboxGracesEnding > 0)?.date;
  const people = days.slice(0, deletionDays).reduce((sum, day) => sum + day.deletionsBecomingFinal, 0);
  return [
    ...(first ? [{ kind: 'graces', path: '/users?state=mailboxEnds', mailboxes, first } as const] : []),
    ...(people > 0 ? [{ kind: 'deletions', path: '/deleted-users?within=7', people } as const] : []),
  ];
};
