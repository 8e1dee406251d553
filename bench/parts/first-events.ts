/** For each function an event that makes it do real work and changes nothing. */
import { now } from './import-in-process.ts';

const nobody = '00000000-0000-4000-8000-000000000000';
const administrator = { kind: 'operator', id: 'benchmark', displayName: 'Benchmark', roles: ['Global Administrator'] };

const message = (body: object) => ({ Records: [{ messageId: '1', body: JSON.stringify(body) }] });

const request = (routeKey: string, pathParameters = {}, body?: object, principal: object = administrator) => ({
  version: '2.0',
  routeKey,
  headers: { host: 'localhost', 'content-type': 'application/json' },
  pathParameters,
  requestContext: { routeKey, authorizer: { lambda: { principal: JSON.stringify(principal) } } },
  isBase64Encoded: false,
  ...(body && { body: JSON.stringify(body) }),
});

/** By the function's file in functions/. */
export const firstEvents: Readonly<Record<string, object>> = {
  'assign-license': request(
    'POST /v1.0/users/{id}/assignLicense',
    { id: nobody },
    { addLicenses: [], removeLicenses: [] },
  ),
  'authorize-request': { headers: { authorization: `Bearer muster_${'x'.repeat(43)}` } },
  'batch-requests': request('POST /v1.0/{batch}', { batch: '$batch' }, { requests: [] }),
  'change-users': request('PATCH /v1.0/users/{id}', { id: nobody }, { jobTitle: 'Nobody' }),
  console: request('GET /console'),
  'create-user': request('POST /v1.0/users', {}, { displayName: 'Nobody' }),
  'deleted-users': request('GET /v1.0/directory/deletedItems/microsoft.graph.user'),
  'describe-api': request('GET /openapi.json'),
  'directory-roles': request('GET /v1.0/users/{id}/memberOf', { id: nobody }),
  'directory-settings': request('GET /v1.0/domains'),
  'enforce-policies': message({ kind: 'imports' }),
  'import-users': message({ kind: 'continueImport', importId: nobody }),
  'issue-tokens': request('GET /.well-known/{document}'),
  'manage-applications': request('GET /v1.0/applications'),
  'manage-imports': request('POST /v1.0/imports/{id}/undo', { id: nobody }),
  'provision-users': message({
    importId: nobody,
    importedAt: now(),
    resumption: 0,
    firstRow: 1,
    lastRow: 1,
    rows: [{ rowNumber: 1, userPrincipalName: 'nobody@contoso.com' }],
  }),
  'read-audits': request('GET /v1.0/auditLogs/directoryAudits'),
  'read-imports': request('GET /v1.0/imports'),
  'read-licences': request('GET /v1.0/subscribedSkus'),
  'read-users': request('GET /v1.0/users'),
  'record-deliveries': message({ source: 'aws.ses', time: now(), detail: { eventType: 'Bounce', mail: {} } }),
  'reset-passwords': request('POST /v1.0/users/{id}/revokeSignInSessions', { id: nobody }),
  'send-credentials': message({ userIds: [nobody] }),
  'send-notices': message({ kind: 'notices', userIds: [nobody] }),
  'subscribed-skus': request('PUT /v1.0/subscribedSkus/{skuId}', { skuId: nobody }, {}),
  // No sign-in: that would be half a second of scrypt.
  'sign-in-page': request('GET /signin'),
  'sign-in': request('GET /v1.0/me', {}, undefined, { kind: 'person', id: nobody, displayName: '', roles: [] }),
};

/** What is wrong with an answer to one of these; undefined when nothing is. */
export const faultOf = (answer: unknown): string | undefined => {
  const { statusCode, batchItemFailures } = (answer ?? {}) as { statusCode?: number; batchItemFailures?: unknown[] };
  return (statusCode ?? 200) >= 500 || (batchItemFailures ?? []).length > 0 ? JSON.stringify(answer) : undefined;
};
