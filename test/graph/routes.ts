/** The routes of the API on fakes, as the functions put them together. */

import { applicationRoutes } from '../../shared/graph/access/application-routes.ts';
import {
  listMembersRoute,
  listRoleDefinitionsRoute,
  listRolesRoute,
  memberOfRoute,
  readRoleRoute,
} from '../../shared/graph/access/directory-role-routes.ts';
import { addMemberRoute, removeMemberRoute } from '../../shared/graph/access/role-member-routes.ts';
import { sessionRoutes } from '../../shared/graph/access/session-routes.ts';
import { listAuditsRoute, readAuditRoute } from '../../shared/graph/audit/audit-routes.ts';
import { listSignInsRoute } from '../../shared/graph/audit/sign-in-log-routes.ts';
import { batchRoute } from '../../shared/graph/batch/batch-route.ts';
import { batchRoutes } from '../../shared/graph/imports/batch-routes.ts';
import { sendCredentialsRoutes } from '../../shared/graph/imports/import-credential-routes.ts';
import { reportFileRoute, reportRoute } from '../../shared/graph/imports/import-report-routes.ts';
import { listImportsRoute, readImportRoute } from '../../shared/graph/imports/import-routes.ts';
import { manageImportRoutes } from '../../shared/graph/imports/manage-import-routes.ts';
import { readBatchRoutes } from '../../shared/graph/imports/read-batch-routes.ts';
import { runRoutes } from '../../shared/graph/imports/run-routes.ts';
import { assignLicenseRoute } from '../../shared/graph/licences/assign-license-route.ts';
import { licenseDetailsRoute } from '../../shared/graph/licences/license-details-route.ts';
import { listSkusRoute, putSkuRoute, readSkuRoute } from '../../shared/graph/licences/sku-routes.ts';
import { waitingRoute } from '../../shared/graph/licences/waitlist-route.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { resetPasswordRoute, revokeSessionsRoute } from '../../shared/graph/passwords/reset-password-routes.ts';
import { signInRoutes } from '../../shared/graph/passwords/sign-in-routes.ts';
import { deleteUserRoute, updateUserRoute } from '../../shared/graph/people/change-user-routes.ts';
import { createUserRoute } from '../../shared/graph/people/create-user-route.ts';
import {
  listDeletedUsersRoute,
  purgeUserRoute,
  readDeletedUserRoute,
  restoreUserRoute,
} from '../../shared/graph/people/deleted-user-routes.ts';
import { listUsersRoute, readUserRoute } from '../../shared/graph/people/user-routes.ts';
import { directoryReportRoute, forecastRoute } from '../../shared/graph/reports/report-routes.ts';
import { listDomainsRoute, patchDomainRoute, readDomainRoute } from '../../shared/graph/settings/domain-routes.ts';
import {
  listOrganizationsRoute,
  patchOrganizationRoute,
  readOrganizationRoute,
} from '../../shared/graph/settings/organization-routes.ts';
import { templateRoutes } from '../../shared/graph/settings/template-routes.ts';
import { synchronizationRoutes } from '../../shared/graph/synchronization/synchronization-routes.ts';
import { fakeApplications } from '../fakes/applications.ts';
import { fakeDueAhead } from '../fakes/due-ahead.ts';
import { fakeTemplates } from '../fakes/user-templates.ts';
import { newSystem } from '../work/imports/system.ts';
import { callHttp, type HttpCall } from './calling.ts';

/** Every route that is not open to strangers. */
export const routeKeys = [
  'POST /v1.0/users',
  'GET /v1.0/users',
  'GET /v1.0/users/{id}',
  'PATCH /v1.0/users/{id}',
  'DELETE /v1.0/users/{id}',
  'GET /v1.0/directory/deletedItems/microsoft.graph.user',
  'GET /v1.0/directory/deletedItems/{id}',
  'POST /v1.0/directory/deletedItems/{id}/restore',
  'DELETE /v1.0/directory/deletedItems/{id}',
  'POST /v1.0/users/{id}/assignLicense',
  'GET /v1.0/users/{id}/licenseDetails',
  'GET /v1.0/me',
  'POST /v1.0/me/changePassword',
  'POST /v1.0/me/signOut',
  'POST /v1.0/me/revokeSignInSessions',
  'GET /v1.0/session',
  'GET /v1.0/me/sessions',
  'DELETE /v1.0/me/sessions/{id}',
  'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword',
  'POST /v1.0/users/{id}/revokeSignInSessions',
  'GET /v1.0/subscribedSkus',
  'GET /v1.0/subscribedSkus/{skuId}',
  'GET /v1.0/subscribedSkus/{skuId}/waiting',
  'PUT /v1.0/subscribedSkus/{skuId}',
  'GET /v1.0/directoryRoles',
  'GET /v1.0/directoryRoles/{id}',
  'GET /v1.0/directoryRoles/{id}/members',
  'POST /v1.0/directoryRoles/{id}/members/$ref',
  'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref',
  'GET /v1.0/users/{id}/memberOf',
  'GET /v1.0/roleManagement/directory/roleDefinitions',
  'GET /v1.0/applications',
  'POST /v1.0/applications',
  'GET /v1.0/applications/{id}',
  'PATCH /v1.0/applications/{id}',
  'DELETE /v1.0/applications/{id}',
  'POST /v1.0/applications/{id}/addPassword',
  'POST /v1.0/applications/{id}/removePassword',
  'GET /v1.0/imports',
  'GET /v1.0/imports/{id}',
  'GET /v1.0/imports/{id}/report',
  'GET /v1.0/imports/{id}/reportFile',
  'POST /v1.0/imports',
  'POST /v1.0/imports/{id}/cancel',
  'POST /v1.0/imports/{id}/resume',
  'POST /v1.0/imports/{id}/undo',
  'POST /v1.0/imports/{id}/apply',
  'POST /v1.0/imports/{id}/sendCredentials',
  'POST /v1.0/imports/{id}/dryRun',
  'GET /v1.0/migrationBatches',
  'GET /v1.0/migrationBatches/{id}',
  'GET /v1.0/migrationBatches/{id}/users',
  'POST /v1.0/migrationBatches',
  'DELETE /v1.0/migrationBatches/{id}',
  'POST /v1.0/migrationBatches/{id}/start',
  'POST /v1.0/migrationBatches/{id}/stop',
  'POST /v1.0/migrationBatches/{id}/complete',
  'GET /v1.0/imports/{id}/uploadParts',
  'POST /v1.0/imports/{id}/uploadParts',
  'POST /v1.0/imports/{id}/completeUpload',
  'POST /v1.0/imports/{id}/abortUpload',
  'GET /v1.0/auditLogs/directoryAudits',
  'GET /v1.0/auditLogs/directoryAudits/{id}',
  'GET /v1.0/auditLogs/signIns',
  'GET /v1.0/domains',
  'GET /v1.0/domains/{id}',
  'PATCH /v1.0/domains/{id}',
  'GET /v1.0/organization',
  'GET /v1.0/organization/{id}',
  'PATCH /v1.0/organization/{id}',
  'GET /v1.0/directory/onPremisesSynchronization',
  'GET /v1.0/directory/onPremisesSynchronization/{id}',
  'PATCH /v1.0/directory/onPremisesSynchronization/{id}',
  'GET /v1.0/directory/onPremisesSynchronization/{id}/errors',
  'POST /v1.0/directory/onPremisesSynchronization/{id}/start',
  'POST /v1.0/directory/onPremisesSynchronization/{id}/confirm',
  'GET /v1.0/userTemplates',
  'POST /v1.0/userTemplates',
  'GET /v1.0/userTemplates/{id}',
  'PATCH /v1.0/userTemplates/{id}',
  'DELETE /v1.0/userTemplates/{id}',
  'GET /v1.0/reports/directory',
  'GET /v1.0/reports/directoryForecast',
  'POST /v1.0/$batch',
] as const;

export const setup = (change: Partial<ReturnType<typeof newSystem>['ports']> = {}) => {
  const system = newSystem();
  const applications = fakeApplications(system.memory.audit);
  const templates = fakeTemplates(system.memory.audit);
  const ports = { ...system.ports, applications, templates, due: fakeDueAhead(system.memory), ...change };
  const handler = onGraph({
    'POST /v1.0/users': createUserRoute(ports),
    'GET /v1.0/users': listUsersRoute(ports),
    'GET /v1.0/users/{id}': readUserRoute(ports),
    'PATCH /v1.0/users/{id}': updateUserRoute(ports),
    'DELETE /v1.0/users/{id}': deleteUserRoute(ports),
    'GET /v1.0/directory/deletedItems/microsoft.graph.user': listDeletedUsersRoute(ports),
    'GET /v1.0/directory/deletedItems/{id}': readDeletedUserRoute(ports),
    'POST /v1.0/directory/deletedItems/{id}/restore': restoreUserRoute(ports),
    'DELETE /v1.0/directory/deletedItems/{id}': purgeUserRoute(ports),
    'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports),
    'GET /v1.0/users/{id}/licenseDetails': licenseDetailsRoute(ports),
    ...signInRoutes(ports, ports),
    ...sessionRoutes({ ...ports, region: 'eu-west-1' }, ports),
    'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': resetPasswordRoute(ports),
    'POST /v1.0/users/{id}/revokeSignInSessions': revokeSessionsRoute(ports),
    'GET /v1.0/subscribedSkus': listSkusRoute(ports),
    'GET /v1.0/subscribedSkus/{skuId}': readSkuRoute(ports),
    'GET /v1.0/subscribedSkus/{skuId}/waiting': waitingRoute(ports),
    'PUT /v1.0/subscribedSkus/{skuId}': putSkuRoute(ports),
    'GET /v1.0/directoryRoles': listRolesRoute(),
    'GET /v1.0/directoryRoles/{id}': readRoleRoute(),
    'GET /v1.0/directoryRoles/{id}/members': listMembersRoute(ports),
    'POST /v1.0/directoryRoles/{id}/members/$ref': addMemberRoute(ports),
    'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref': removeMemberRoute(ports),
    'GET /v1.0/users/{id}/memberOf': memberOfRoute(ports),
    'GET /v1.0/roleManagement/directory/roleDefinitions': listRoleDefinitionsRoute(),
    ...applicationRoutes(ports),
    'GET /v1.0/imports': listImportsRoute(ports),
    'GET /v1.0/imports/{id}': readImportRoute(ports),
    'GET /v1.0/imports/{id}/report': reportRoute(ports),
    'GET /v1.0/imports/{id}/reportFile': reportFileRoute(ports),
    ...manageImportRoutes(ports),
    ...batchRoutes(ports),
    ...readBatchRoutes(ports),
    ...sendCredentialsRoutes(ports),
    'GET /v1.0/auditLogs/directoryAudits': listAuditsRoute(ports),
    'GET /v1.0/auditLogs/directoryAudits/{id}': readAuditRoute(ports),
    'GET /v1.0/auditLogs/signIns': listSignInsRoute(ports),
    'GET /v1.0/domains': listDomainsRoute(ports),
    'GET /v1.0/domains/{id}': readDomainRoute(ports),
    'PATCH /v1.0/domains/{id}': patchDomainRoute(ports),
    'GET /v1.0/organization': listOrganizationsRoute(ports),
    'GET /v1.0/organization/{id}': readOrganizationRoute(ports),
    'PATCH /v1.0/organization/{id}': patchOrganizationRoute(ports),
    ...synchronizationRoutes(ports),
    ...runRoutes({ ...ports, readOrganisation: async () => ports.organisation }),
    ...templateRoutes(ports),
    'GET /v1.0/reports/directory': directoryReportRoute(ports),
    'GET /v1.0/reports/directoryForecast': forecastRoute(ports),
    'POST /v1.0/$batch': batchRoute({ askAs: () => async () => ({ status: 204, headers: {} }) }),
  });
  const call = (request: HttpCall) => callHttp(handler, request);
  const create = (body: object, more: Partial<HttpCall> = {}) => {
    const whole = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', ...body };
    return call({ route: 'POST /v1.0/users', body: whole, ...more });
  };
  return { ...system, applications, call, create };
};

/** Codes and places of all problems in an answer. */
export const problemsIn = ({ body }: { body?: { error: { details?: { code: string; target?: string }[] } } }) =>
  (body?.error.details ?? []).map(({ code, target = '' }) => `${code} ${target}`);
