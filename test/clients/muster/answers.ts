/** What the played API answers where a test says nothing else: an organisation of two people. */
import type { Answers } from './played-api.ts';

const ada = {
  '@odata.etag': 'W/"1"',
  id: '7e1c0a6e-0000-4000-8000-000000000001',
  userPrincipalName: 'ada@contoso.com',
  displayName: 'Ada Lovelace',
  department: 'Research',
  accountEnabled: true,
  passwordState: 'valid',
  roles: ['User Administrator'],
  assignedLicenses: [{ skuId: 'sku-e3', disabledPlans: [] }],
  waitingLicenses: [],
  mailbox: { state: 'active', graceEndsDateTime: null },
};
const bob = {
  ...ada,
  id: '7e1c0a6e-0000-4000-8000-000000000002',
  userPrincipalName: 'bartholomew.longname@subsidiary.example.com',
  displayName: 'Bartholomew "Bob" Longname',
  department: null,
  accountEnabled: false,
  passwordState: 'temporary',
  roles: [],
  assignedLicenses: [],
};
const sku = {
  skuId: 'sku-e3',
  skuPartNumber: 'ENTERPRISEPACK',
  displayName: 'Office 365 E3',
  carriesMailbox: true,
  prepaidUnits: { enabled: 25, suspended: 0 },
  consumedUnits: 20,
  seatsToBuy: 2,
};
const role = {
  id: 'role-helpdesk',
  displayName: 'Helpdesk Administrator',
  description: 'Can reset passwords and end sessions of people who may do no more.',
};
const job = {
  id: 'imp-1',
  kind: 'import',
  status: 'succeeded',
  file: { bucket: 'files', key: 'imports/imp-1/people.csv' },
  options: { dryRun: false },
  rows: 3,
  created: 2,
  updated: 0,
  unchanged: 1,
  refused: 0,
  licences: [],
};
const delivery = { held: 0, owed: 1, sent: 0, delivered: 0, bounced: 1, complaint: 0 };
const batch = {
  id: 'imp-2',
  displayName: 'Berlin',
  migrationType: 'exchangeCutover',
  status: 'SyncedWithErrors',
  totalCount: 12,
  activeCount: 0,
  syncedCount: 9,
  finalizedCount: 0,
  failedCount: 1,
  stoppedCount: 0,
  skippedCount: 2,
  notes: [],
  error: null,
};
const migrationUser = {
  userPrincipalName: 'ada@contoso.com',
  rowNumber: 3,
  personId: ada.id,
  batchId: 'imp-2',
  status: 'Synced',
  statusSummary: 'Synced',
  mailbox: 'grace',
  mailboxGraceEndDateTime: '2026-04-01T09:00:00.000Z',
  error: null,
};
const application = { id: 'app-1', appId: 'client-1', displayName: 'HR feed', roles: ['User Administrator'] };
const domain = {
  id: 'contoso.com',
  isDefault: true,
  passwordValidityPeriodInDays: 90,
  passwordNotificationWindowInDays: 14,
};
const organization = {
  id: 'org-1',
  displayName: 'Contoso',
  preferredLanguage: 'en',
  technicalNotificationMails: ['it@contoso.com'],
};
const entry = {
  id: 'entry-1',
  activityDisplayName: 'Update user',
  activityDateTime: '2026-03-01T09:00:00.000Z',
  initiatedBy: { user: { id: ada.id, displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' }, app: null },
  targetResources: [
    { id: bob.id, type: 'User', displayName: bob.displayName, userPrincipalName: bob.userPrincipalName },
  ],
};
const signIn = {
  id: 'in-1',
  createdDateTime: '2026-03-01T08:59:00.000Z',
  userPrincipalName: 'ada@contoso.com',
  ipAddress: '192.0.2.7',
  status: { errorCode: 50126, failureReason: 'Invalid username or password.' },
};
const page = (...value: object[]) => ({ value });

/** Answers by route; `url` is where the bucket is played. */
export const usualAnswers = (url: () => string): Answers => ({
  'GET /v1.0/session': {
    kind: 'operator',
    id: 'op-1',
    displayName: 'Nightly job',
    roles: ['User Administrator'],
    permissions: ['readPeople'],
    expiresDateTime: '2099-01-01T00:00:00.000Z',
  },
  'GET /v1.0/users': page(ada, bob),
  'GET /v1.0/users/{id}': ada,
  'POST /v1.0/users': ({ body }) => ({
    status: 201,
    body: { ...ada, ...(body as object), passwordProfile: { password: 'shown-once' } },
  }),
  'POST /v1.0/users/{id}/revokeSignInSessions': { value: true },
  'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': {
    status: 202,
    body: { newPassword: 'shown-once' },
  },
  'GET /v1.0/directory/deletedItems/microsoft.graph.user': page({
    ...bob,
    deletedDateTime: '2026-02-01T00:00:00.000Z',
  }),
  'POST /v1.0/directory/deletedItems/{id}/restore': bob,
  'GET /v1.0/subscribedSkus': page(sku),
  'PUT /v1.0/subscribedSkus/{skuId}': ({ body }) => ({ ...sku, ...(body as object) }),
  'GET /v1.0/subscribedSkus/{skuId}/waiting': page({
    place: 1,
    userPrincipalName: bob.userPrincipalName,
    displayName: bob.displayName,
    waitingSinceDateTime: '2026-02-01T00:00:00.000Z',
  }),
  'POST /v1.0/users/{id}/assignLicense': ({ path }) => (path.includes('ada') ? ada : bob),
  'GET /v1.0/directoryRoles': page(role),
  'GET /v1.0/directoryRoles/{id}/members': page(ada),
  'GET /v1.0/imports': page(job),
  'POST /v1.0/imports': () => ({
    status: 201,
    body: { ...job, upload: { url: `${url()}/bucket/people.csv`, method: 'PUT', headers: {} } },
  }),
  'GET /v1.0/imports/{id}': ({ path }) => ({ ...job, ...(path.includes('$expand') && { delivery }) }),
  'GET /v1.0/imports/{id}/uploadParts': {
    partSize: 100,
    parts: 2,
    value: [{ partNumber: 1, eTag: '"a1"', size: 100 }],
  },
  'POST /v1.0/imports/{id}/uploadParts': () => ({
    value: [{ partNumber: 2, url: `${url()}/bucket/part-2`, headers: {} }],
  }),
  'POST /v1.0/imports/{id}/completeUpload': { status: 202, body: job },
  'GET /v1.0/imports/{id}/report': page({
    rowNumber: 3,
    userPrincipalName: 'ada@contoso.com',
    outcome: 'unchanged',
    code: null,
    message: null,
  }),
  'GET /v1.0/imports/{id}/reportFile': () => ({ status: 302, headers: { location: `${url()}/bucket/report.csv` } }),
  ...Object.fromEntries(
    ['apply', 'cancel', 'resume', 'undo'].map((name) => [
      `POST /v1.0/imports/{id}/${name}`,
      { status: 202, body: job },
    ]),
  ),
  'POST /v1.0/imports/{id}/sendCredentials': { status: 202 },
  'GET /v1.0/migrationBatches': page(batch),
  'POST /v1.0/migrationBatches': () => ({
    status: 201,
    body: { ...batch, status: 'Created', upload: { url: `${url()}/bucket/people.csv`, method: 'PUT', headers: {} } },
  }),
  'GET /v1.0/migrationBatches/{id}': batch,
  'GET /v1.0/migrationBatches/{id}/users': page(migrationUser),
  ...Object.fromEntries(
    Object.entries({ start: 'Starting', stop: 'Stopped', complete: 'Completed' }).map(([name, status]) => [
      `POST /v1.0/migrationBatches/{id}/${name}`,
      { status: 202, body: { ...batch, status } },
    ]),
  ),
  'GET /v1.0/auditLogs/directoryAudits': page(entry),
  'GET /v1.0/auditLogs/signIns': page(signIn),
  'GET /v1.0/applications': page(application),
  'GET /v1.0/applications/{id}': application,
  'POST /v1.0/applications': { status: 201, body: application },
  'POST /v1.0/applications/{id}/addPassword': {
    keyId: 'key-1',
    secretText: 'secret-once',
    endDateTime: '2026-09-01T00:00:00.000Z',
  },
  'GET /v1.0/domains': page(domain),
  'GET /v1.0/domains/{id}': domain,
  'GET /v1.0/organization': page(organization),
});
