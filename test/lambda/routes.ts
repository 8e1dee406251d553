/** The routes of the API on fakes, as the functions put them together. */
import { assignLicenseRoute } from '../../shared/lambda/assign-license-route.ts';
import { createUserRoute } from '../../shared/lambda/create-user-route.ts';
import { listImportsRoute, readImportRoute, reportRoute } from '../../shared/lambda/import-routes.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import { resetPasswordRoute, revokeSessionsRoute } from '../../shared/lambda/reset-password-routes.ts';
import {
  changePasswordRoute,
  meRoute,
  revokeOwnSessionsRoute,
  signInRoute,
  signOutRoute,
} from '../../shared/lambda/sign-in-routes.ts';
import { listSkusRoute, putSkuRoute } from '../../shared/lambda/sku-routes.ts';
import { listUsersRoute, readUserRoute } from '../../shared/lambda/user-routes.ts';
import { newSystem } from '../work/system.ts';
import { callHttp, type HttpCall } from './calling.ts';

/** Every route that is not open to strangers. */
export const routeKeys = [
  'POST /v1.0/users',
  'GET /v1.0/users',
  'GET /v1.0/users/{id}',
  'POST /v1.0/users/{id}/assignLicense',
  'GET /v1.0/me',
  'POST /v1.0/me/changePassword',
  'POST /v1.0/me/signOut',
  'POST /v1.0/me/revokeSignInSessions',
  'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword',
  'POST /v1.0/users/{id}/revokeSignInSessions',
  'GET /v1.0/subscribedSkus',
  'PUT /v1.0/subscribedSkus/{skuId}',
  'GET /v1.0/imports',
  'GET /v1.0/imports/{id}',
  'GET /v1.0/imports/{id}/report',
] as const;

export const setup = (change: Partial<ReturnType<typeof newSystem>['ports']> = {}) => {
  const system = newSystem();
  const ports = { ...system.ports, ...change };
  const handler = onHttp({
    'POST /v1.0/users': createUserRoute(ports),
    'GET /v1.0/users': listUsersRoute(ports),
    'GET /v1.0/users/{id}': readUserRoute(ports),
    'POST /v1.0/users/{id}/assignLicense': assignLicenseRoute(ports),
    'POST /v1.0/signIn': signInRoute(ports),
    'GET /v1.0/me': meRoute(ports),
    'POST /v1.0/me/changePassword': changePasswordRoute(ports),
    'POST /v1.0/me/signOut': signOutRoute(ports),
    'POST /v1.0/me/revokeSignInSessions': revokeOwnSessionsRoute(ports),
    'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': resetPasswordRoute(ports),
    'POST /v1.0/users/{id}/revokeSignInSessions': revokeSessionsRoute(ports),
    'GET /v1.0/subscribedSkus': listSkusRoute(ports),
    'PUT /v1.0/subscribedSkus/{skuId}': putSkuRoute(ports),
    'GET /v1.0/imports': listImportsRoute(ports),
    'GET /v1.0/imports/{id}': readImportRoute(ports),
    'GET /v1.0/imports/{id}/report': reportRoute(ports),
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
