/** The calls of routes about migration batches. */
import type { RouteCase } from './route-case.ts';

const migration = {
  type: 'exchangeStaged',
  displayName: 'Finance',
  ...{ notificationEmails: [], autoStart: false, autoComplete: false },
} as const;
const settled = { stage: 'settled', status: 'succeeded', migration } as const;
const address = '/v1.0/migrationBatches';

const about = (route: string, calls: string, because: string, { change = {}, status = 200 } = {}): RouteCase => ({
  ...{ route, calls, because, status },
  asks: async ({ operator: token, importJob }) => ({
    token,
    path: { id: (await importJob({ ...settled, ...change })).id },
  }),
});

const seen = 'token; batch; its marks and counters';

export const casesOfMigrations: readonly RouteCase[] = [
  {
    route: `GET ${address}`,
    calls: 'GetItem Query',
    because: 'token, list; of each batch that is on it also job with marks, and counters',
    asks: ({ operator: token }) => ({ token }),
  },
  {
    route: `POST ${address}`,
    calls: 'GetItem Query TransactWriteItems',
    because: 'token; places that the owner has left; job with its place on the list in one transaction',
    status: 201,
    asks: ({ operator: token }) => ({
      token,
      body: { fileName: 'people.csv', displayName: 'Finance', migrationType: 'exchangeStaged' },
    }),
  },
  about(`GET ${address}/{id}`, 'GetItem BatchGetItem GetItem Query', seen),
  about(`GET ${address}/{id}/users`, 'GetItem BatchGetItem GetItem Query*2 BatchGetItem', `${seen}; results, people`),
  about(
    `POST ${address}/{id}/start`,
    'GetItem BatchGetItem GetItem Query BatchGetItem GetItem TransactWriteItems SendMessageBatch BatchGetItem GetItem Query',
    `${seen}; the import as for resume; and the batch again, to be shown`,
    { change: { stage: 'waiting', status: 'notStarted' }, status: 202 },
  ),
  about(
    `POST ${address}/{id}/stop`,
    'GetItem BatchGetItem GetItem Query BatchGetItem GetItem Query TransactWriteItems BatchGetItem GetItem Query',
    `${seen}; again, as it is to be marked; transaction; and again, to be shown`,
    { status: 202 },
  ),
  about(
    `POST ${address}/{id}/complete`,
    'GetItem BatchGetItem GetItem Query TransactWriteItems SendMessageBatch BatchGetItem GetItem Query',
    `${seen}; transaction; message; and again, to be shown`,
    { status: 202 },
  ),
  about(`DELETE ${address}/{id}`, 'GetItem BatchGetItem GetItem Query TransactWriteItems', `${seen}; transaction`, {
    status: 204,
  }),
];
