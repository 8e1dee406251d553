/** The routes of the API on fakes, as the functions put them together. */
import { assignLicenseRoute } from '../../shared/lambda/assign-license-route.ts';
import { listAuditsRoute, readAuditRoute } from '../../shared/lambda/audit-routes.ts';
import { createUserRoute } from '../../shared/lambda/create-user-route.ts';
import { listDomainsRoute, patchDomainRoute, readDomainRoute } from '../../shared/lambda/domain-routes.ts';
import { listImportsRoute, readImportRoute, reportRoute } from '../../shared/lambda/import-routes.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import {
  listOrganizationsRoute,
  patchOrganizationRoute,
  readOrganizationRoute,
} from '../../shared/lambda/organization-routes.ts';
import { listSkusRoute, putSkuRoute } from '../../shared/lambda/sku-routes.ts';
import { listUsersRoute, readUserRoute } from '../../shared/lambda/user-routes.ts';
import { newSystem } from '../work/system.ts';
import { callHttp, type HttpCall } from './calling.ts';

export const routeKeys = [
  'POST /v1.0/users',
  'GET /v1.0/users',
  'GET /v1.0/users/{id}',
  'POST /v1.0/users/{id}/assignLicense',
  'GET /v1.0/subscribedSkus',
  'PUT /v1.0/subscribedSkus/{skuId}',
  'GET /v1.0/imports',
  'GET /v1.0/imports/{id}',
  'GET /v1.0/imports/{id}/report',
  'GET /v1.0/auditLogs/directoryAudits',
  'GET /v1.0/auditLogs/directoryAudits/{id}',
  'GET /v1.0/domains',
  'GET /v1.0/domains/{id}',
  'PATCH /v1.0/domains/{id}',
  'GET /v1.0/organization',
  'GET /v1.0/organization/{id}',
  'PATCH /v1.0/organization/{id}',
] as const;

export const setup = (change: Partial<ReturnType<typeof newSystem>['ports']> = {}) => {
  const system = newSystem();
  const ports = { ...system.ports, ...change };
  const handler = onHttp({
    'POST /v1.0/users': createUserRoute(ports),
    'GET /v1.0/users': listUsersRoute(ports),
    'GET /v1.0/users/{id}': readUserRoute(ports),
    'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports),
    'GET /v1.0/subscribedSkus': listSkusRoute(ports),
    'PUT /v1.0/subscribedSkus/{skuId}': putSkuRoute(ports),
    'GET /v1.0/imports': listImportsRoute(ports),
    'GET /v1.0/imports/{id}': readImportRoute(ports),
    'GET /v1.0/imports/{id}/report': reportRoute(ports),
    'GET /v1.0/auditLogs/directoryAudits': listAuditsRoute(ports),
    'GET /v1.0/auditLogs/directoryAudits/{id}': readAuditRoute(ports),
    'GET /v1.0/domains': listDomainsRoute(ports),
    'GET /v1.0/domains/{id}': readDomainRoute(ports),
    'PATCH /v1.0/domains/{id}': patchDomainRoute(ports),
    'GET /v1.0/organization': listOrganizationsRoute(ports),
    'GET /v1.0/organization/{id}': readOrganizationRoute(ports),
    'PATCH /v1.0/organization/{id}': patchOrganizationRoute(ports),
  });
  const call = (request: HttpCall) => callHttp(handler, request);
  const create = (body: object, more: Partial<HttpCall> = {}) => {
    const whole = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada', ...body };
    return call({ route: 'POST /v1.0/users', body: whole, ...more });
  };
  return { ...system, call, create };
};

/** Codes and places of all problems in an answer. */
export const problemsIn = ({ body }: { body?: { error: { details?: { code: string; target?: string }[] } } }) =>
  (body?.error.details ?? []).map(({ code, target = '' }) => `${code} ${target}`);
