/** The routes of the API on fakes, as the functions put them together. */
import { applicationRoutes } from '../../shared/lambda/application-routes.ts';
import { assignLicenseRoute } from '../../shared/lambda/assign-license-route.ts';
import { createUserRoute } from '../../shared/lambda/create-user-route.ts';
import { listImportsRoute, readImportRoute, reportRoute } from '../../shared/lambda/import-routes.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { listSkusRoute, putSkuRoute } from '../../shared/lambda/sku-routes.ts';
import { listUsersRoute, readUserRoute } from '../../shared/lambda/user-routes.ts';
import { fakeApplications } from '../fakes/applications.ts';
import { newSystem } from '../work/system.ts';
import { callHttp, type HttpCall } from './calling.ts';

export const routeKeys = [
  'POST /v1.0/users',
  'GET /v1.0/users',
  'GET /v1.0/users/{id}',
  'POST /v1.0/users/{id}/assignLicense',
  'GET /v1.0/subscribedSkus',
  'PUT /v1.0/subscribedSkus/{skuId}',
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
] as const;

export const setup = (change: Partial<ReturnType<typeof newSystem>['ports']> = {}) => {
  const system = newSystem();
  const applications = fakeApplications(system.memory.audit);
  const ports = { ...system.ports, applications, ...change };
  const handler = onHttp({
    'POST /v1.0/users': createUserRoute(ports),
    'GET /v1.0/users': listUsersRoute(ports),
    'GET /v1.0/users/{id}': readUserRoute(ports),
    'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports),
    'GET /v1.0/subscribedSkus': listSkusRoute(ports),
    'PUT /v1.0/subscribedSkus/{skuId}': putSkuRoute(ports),
    ...applicationRoutes(ports),
    'GET /v1.0/imports': listImportsRoute(ports),
    'GET /v1.0/imports/{id}': readImportRoute(ports),
    'GET /v1.0/imports/{id}/report': reportRoute(ports),
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
