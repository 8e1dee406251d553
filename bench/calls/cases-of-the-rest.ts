/** The calls of routes about imports, settings, the audit and the API itself. */
import type { RouteCase } from './route-case.ts';

const settled = { stage: 'settled', status: 'succeeded' } as const;
const act = (name: string, calls: number, because: string, change: object): RouteCase => ({
  route: `POST /v1.0/imports/{id}/${name}`,
  calls,
  because,
  status: 202,
  asks: async ({ operator: token, importJob }) => ({ token, path: { id: (await importJob(change)).id }, body: {} }),
});
/** Counters of an import lie in sixteen items, and are read in one batch. */
const reads = (route: string, calls: number, because: string, status = 200): RouteCase => ({
  route,
  calls,
  because,
  status,
  asks: async ({ operator: token, importJob }) => ({ token, path: { id: (await importJob(settled)).id } }),
});
const shows = (route: string, calls: number, because: string, path: Record<string, string> = {}): RouteCase => ({
  route,
  calls,
  because,
  asks: ({ operator: token }) => ({ token, path }),
});

const organizationId = '00000000-0000-0000-0000-000000000000';

export const casesOfTheRest: readonly RouteCase[] = [
  shows('GET /v1.0/imports', 4, 'token, list, jobs, counters'),
  {
    route: 'POST /v1.0/imports',
    calls: 2,
    because: 'token, and the job with its entry in one transaction; the address for the file is signed here',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: { fileName: 'people.csv' } }),
  },
  reads('GET /v1.0/imports/{id}', 5, 'token, job, counters, seats, rows of roles'),
  reads('GET /v1.0/imports/{id}/report', 4, 'token, job, results, people'),
  reads('GET /v1.0/imports/{id}/reportFile', 2, 'token, job; the address of the file is signed here', 302),
  act('cancel', 5, 'token, job, transaction, message, counters', {}),
  act('resume', 5, 'token, job, transaction, message, counters', { ...settled, status: 'cancelled' }),
  act('undo', 7, 'token, job, counters, whether it is there, transaction, message, counters', settled),
  act('apply', 6, 'token, job, whether it is there, transaction, message, counters', settled),
  act('sendCredentials', 3, 'token, job, message', settled),
  shows('GET /v1.0/domains', 2, 'token, settings'),
  shows('GET /v1.0/domains/{id}', 2, 'token, settings', { id: 'contoso.com' }),
  {
    route: 'PATCH /v1.0/domains/{id}',
    calls: 4,
    because: 'token, settings, transaction; two messages for people to be dated anew, where they are due earlier',
    status: 204,
    asks: ({ operator: token }) => ({
      token,
      path: { id: 'example.com' },
      body: { passwordValidityPeriodInDays: 700 + Math.floor(Math.random() * 30) },
    }),
  },
  shows('GET /v1.0/organization', 2, 'token, settings'),
  shows('GET /v1.0/organization/{id}', 2, 'token, settings', { id: organizationId }),
  {
    route: 'PATCH /v1.0/organization/{id}',
    calls: 3,
    because: 'token, settings, transaction',
    status: 204,
    asks: ({ operator: token }) => ({
      token,
      path: { id: organizationId },
      body: { displayName: `Contoso ${crypto.randomUUID()}` },
    }),
  },
  shows(
    'GET /v1.0/auditLogs/directoryAudits',
    18,
    'token; entries lie in 16 partitions by their time; entries in one batch',
  ),
  shows('GET /v1.0/auditLogs/signIns', 18, 'token; sign-ins lie in 16 partitions by their time; sign-ins in one batch'),
  {
    route: 'GET /signin',
    calls: 0,
    because: 'the page shows kept settings',
    asks: () => ({}),
  },
  ...['GET /openapi.json', 'GET /reference'].map(
    (route): RouteCase => ({ route, calls: 0, because: 'it says what is always so', asks: () => ({}) }),
  ),
];
