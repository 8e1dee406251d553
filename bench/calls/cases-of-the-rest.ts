/** The calls of routes about imports, settings, the audit and the API itself. */
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import { organizationId } from '../../shared/domain/settings/shown-settings.ts';
import { bodyOf } from './ask.ts';
import type { RouteCase } from './route-case.ts';

const settled = { stage: 'settled', status: 'succeeded' } as const;
const act = (name: string, calls: string, because: string, change: object): RouteCase => ({
  route: `POST /v1.0/imports/{id}/${name}`,
  calls,
  because,
  status: 202,
  asks: async ({ operator: token, importJob }) => ({ token, path: { id: (await importJob(change)).id }, body: {} }),
});
const reads = (
  route: string,
  calls: string,
  because: string,
  { status = 200, change = {}, query = {} } = {},
): RouteCase => ({
  route,
  calls,
  because,
  status,
  asks: async ({ operator: token, importJob }) => ({
    token,
    query,
    path: { id: (await importJob({ ...settled, ...change })).id },
  }),
});
const shows = (route: string, calls: string, because: string, path: Record<string, string> = {}): RouteCase => ({
  route,
  calls,
  because,
  asks: ({ operator: token }) => ({ token, path }),
});
let days = 730;
/** A shorter life of passwords than the one before. */
const shorter = (): number => {
  days -= 1;
  return days;
};
const report = { report: { bucket: 'reports', key: 'report.csv' } };
const byTime = 'lie in 16 partitions by their time, which are read at once; they are then read';

export const casesOfTheRest: readonly RouteCase[] = [
  shows('GET /v1.0/imports', 'GetItem Query', 'token, list with jobs'),
  {
    route: 'POST /v1.0/imports',
    calls: 'GetItem Query TransactWriteItems Query',
    because: 'token; places that the owner has left; job with its entry in one transaction; counters, to be shown',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: { fileName: 'people.csv' } }),
  },
  reads('GET /v1.0/imports/{id}', 'GetItem BatchGetItem Query', 'token, job, counters'),
  {
    ...reads(
      'GET /v1.0/imports/{id}',
      'GetItem BatchGetItem Query Query BatchGetItem',
      'token, job, counters; results, and the people who were created, a hundred to a call',
      { change: { rows: 1 }, query: { $expand: 'delivery' } },
    ),
    what: 'with what became of its mails',
  },
  reads('GET /v1.0/imports/{id}/report', 'GetItem BatchGetItem Query', 'token, job, results'),
  reads(
    'GET /v1.0/imports/{id}/reportFile',
    'GetItem BatchGetItem',
    'token, job: the address of the file is signed here',
    {
      status: 302,
      change: report,
    },
  ),
  act(
    'cancel',
    'GetItem BatchGetItem BatchGetItem TransactWriteItems SendMessageBatch Query',
    'token; job, and that it stands; transaction; message; counters, to be shown',
    {},
  ),
  act(
    'resume',
    'GetItem BatchGetItem GetItem TransactWriteItems SendMessageBatch Query',
    'token; job; places that the owner has left; transaction; message; counters',
    {
      ...settled,
      status: 'cancelled',
    },
  ),
  act(
    'undo',
    'GetItem BatchGetItem Query BatchGetItem Query TransactWriteItems SendMessageBatch Query',
    'token; job; counters; whether it was asked before; places; transaction; message; counters',
    settled,
  ),
  act(
    'apply',
    'GetItem BatchGetItem BatchGetItem Query TransactWriteItems SendMessageBatch Query',
    'token; job; whether it was asked before; places; transaction; message; counters',
    {
      ...settled,
      options: { ...defaultOptions, dryRun: true },
    },
  ),
  act(
    'sendCredentials',
    'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    'token, job, entry, message',
    settled,
  ),
  shows('GET /v1.0/domains', 'GetItem GetItem', 'token, settings'),
  shows('GET /v1.0/domains/{id}', 'GetItem GetItem', 'token, settings', { id: 'contoso.com' }),
  {
    route: 'PATCH /v1.0/domains/{id}',
    calls: 'GetItem GetItem SendMessageBatch SendMessageBatch TransactWriteItems SendMessageBatch SendMessageBatch',
    because: 'token, settings, transaction; where people are due earlier, two walks of 16 messages, ten to a call',
    status: 204,
    asks: ({ operator: token }) => ({
      token,
      path: { id: 'example.com' },
      body: { passwordValidityPeriodInDays: shorter() },
    }),
  },
  shows('GET /v1.0/organization', 'GetItem GetItem', 'token, settings'),
  shows('GET /v1.0/organization/{id}', 'GetItem GetItem', 'token, settings', { id: organizationId }),
  {
    route: 'PATCH /v1.0/organization/{id}',
    calls: 'GetItem GetItem TransactWriteItems',
    because: 'token, settings, transaction',
    status: 204,
    asks: ({ operator: token }) => ({
      token,
      path: { id: organizationId },
      body: { displayName: `Contoso ${crypto.randomUUID()}` },
    }),
  },
  shows('GET /v1.0/directory/onPremisesSynchronization', 'GetItem*3 Query', 'token; settings; record and errors'),
  shows('GET /v1.0/directory/onPremisesSynchronization/{id}', 'GetItem*3 Query', 'token; settings; record and errors', {
    id: organizationId,
  }),
  shows('GET /v1.0/directory/onPremisesSynchronization/{id}/errors', 'GetItem Query', 'token, errors', {
    id: organizationId,
  }),
  {
    route: 'PATCH /v1.0/directory/onPremisesSynchronization/{id}',
    calls: 'GetItem*3 TransactWriteItems',
    because: 'token; settings, and what they are now; transaction',
    status: 204,
    asks: ({ operator: token }) => ({
      token,
      path: { id: organizationId },
      body: { configuration: { accidentalDeletionPrevention: { alertThreshold: shorter() } } },
    }),
  },
  {
    route: 'POST /v1.0/directory/onPremisesSynchronization/{id}/start',
    calls: 'GetItem*4 Query TransactWriteItems TransactWriteItems Query',
    because:
      'token; the switch as it is now; record, twice; places; transaction; the record moves; counters, to be shown',
    status: 201,
    asks: ({ operator: token }) => ({ token, path: { id: organizationId }, body: { scope: 'full' } }),
  },
  {
    route: 'POST /v1.0/directory/onPremisesSynchronization/{id}/start',
    what: 'of a file in parts',
    calls: 'GetItem*4 CreateMultipartUpload Query TransactWriteItems TransactWriteItems Query',
    because: 'the same, and the upload in the bucket, whose name the job has',
    status: 201,
    asks: ({ operator: token }) => ({
      token,
      path: { id: organizationId },
      body: { scope: 'full', fileSize: 20_000_000 },
    }),
  },
  {
    route: 'POST /v1.0/directory/onPremisesSynchronization/{id}/confirm',
    calls: 'GetItem*3',
    because:
      'token; the switch as it is now; record, whose watermark is another; where it is the one, a write moves it',
    status: 409,
    asks: ({ operator: token }) => ({
      token,
      path: { id: organizationId },
      body: { previous: '0'.repeat(64), watermark: 'later' },
    }),
  },
  shows('GET /v1.0/reports/directory', 'GetItem Query', 'token, days'),
  shows(
    'GET /v1.0/reports/directoryForecast',
    'GetItem Query*16',
    'token; what is ahead lies in 16 partitions, so that it is written 16 times as fast as one takes',
  ),
  shows('GET /v1.0/userTemplates', 'GetItem Query', 'token, templates'),
  {
    route: 'POST /v1.0/userTemplates',
    calls: 'GetItem TransactWriteItems',
    because: 'token; template, count and entry in one transaction',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: { displayName: 'Sales' } }),
  },
  ...(['GET', 'PATCH', 'DELETE'] as const).map(
    (method): RouteCase => ({
      route: `${method} /v1.0/userTemplates/{id}`,
      calls: method === 'GET' ? 'GetItem GetItem' : 'GetItem GetItem TransactWriteItems',
      because: method === 'GET' ? 'token, template' : 'token, template, transaction',
      status: method === 'GET' ? 200 : 204,
      asks: async ({ operator: token }, via) => {
        const made = await via('POST /v1.0/userTemplates', { token, body: { displayName: 'Sales' } });
        return { token, path: { id: bodyOf(made).id }, body: { city: 'Gouda' } };
      },
    }),
  ),
  {
    route: 'GET /v1.0/auditLogs/directoryAudits',
    calls: 'GetItem Query*16 BatchGetItem BatchGetItem',
    because: `token; entries ${byTime}, and the people who acted`,
    asks: async ({ operator: token, person, session }, via) => {
      await via('POST /v1.0/me/revokeSignInSessions', { token: await session(await person()) });
      // The newest alone: of more, many may be about one person, whose partition has no more than its share of a page.
      return { token, query: { $top: '1' } };
    },
  },
  {
    route: 'GET /v1.0/auditLogs/directoryAudits/{id}',
    calls: 'GetItem BatchGetItem*3',
    because: 'token; entry; the person whom it tells of, whose birth may be asked for; the person who acted',
    asks: async ({ operator: token, person, session }, via) => {
      await via('POST /v1.0/me/revokeSignInSessions', { token: await session(await person()) });
      const listed = await via('GET /v1.0/auditLogs/directoryAudits', { token, query: { $top: '1' } });
      return { token, path: { id: bodyOf(listed).value[0].id } };
    },
  },
  shows('GET /v1.0/auditLogs/signIns', 'GetItem Query*16 BatchGetItem', `token; sign-ins ${byTime}`),
  ...['GET /signin', 'GET /account'].map(
    (route): RouteCase => ({ route, calls: '', because: 'pages show kept settings', asks: () => ({}) }),
  ),
  { route: 'GET /', calls: '', because: 'it leads to the console', status: 302, asks: () => ({}) },
  // The files lie beside the bundle, and not beside its source.
  ...['GET /console', 'GET /console/{file+}'].map(
    (route): RouteCase => ({ route, calls: '', because: 'files beside the code', status: 404, asks: () => ({}) }),
  ),
  ...['GET /openapi.json', 'GET /reference', 'GET /reference/{page}'].map(
    (route): RouteCase => ({
      route,
      calls: '',
      because: 'it says what is always so',
      asks: () => ({ path: { page: 'people' } }),
    }),
  ),
];
