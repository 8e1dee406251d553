/** Routes of applications: their secrets, their tokens, and many requests in one. */
import * as z from 'zod';
import { scopes } from '../../domain/access/application.ts';
import { roleNames } from '../../domain/access/roles.ts';
import { batchBody } from '../batch/batch-body.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { context, moment, pageOf } from '../people/resources.ts';
import {
  addApplicationBody,
  addPasswordBody,
  changeApplicationBody,
  removePasswordBody,
} from './application-bodies.ts';

const secretProperties = {
  keyId: z.string(),
  displayName: z.string().nullable(),
  hint: z.string(),
  startDateTime: moment,
  endDateTime: moment,
};

const applicationProperties = {
  id: z.string(),
  appId: z.string().meta({ description: 'The client id.' }),
  displayName: z.string(),
  roles: z.array(z.enum(roleNames)),
  createdDateTime: moment,
  passwordCredentials: z.array(z.strictObject({ ...secretProperties, secretText: z.null() })),
};

const application = answer('Application', z.strictObject({ ...context, ...applicationProperties }));
const applications = answer('Applications', pageOf(z.strictObject(applicationProperties)));
const secret = answer(
  'ClientSecret',
  z.strictObject({
    ...context,
    ...secretProperties,
    secretText: z.string().meta({ description: 'The secret: it is shown this once.' }),
  }),
);

const tokenForm = body(
  'TokenRequest',
  z.strictObject({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().optional().meta({ description: 'Here, or with the secret in the Authorization header.' }),
    client_secret: z.string().optional(),
    scope: z
      .string()
      .optional()
      .meta({ description: `All roles of the application without one; else some of ${scopes.join(', ')}.` }),
  }),
);

const token = answer(
  'Token',
  z.strictObject({
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    access_token: z.string(),
    scope: z.string().optional(),
  }),
);

const oauthError = answer('OAuthError', z.strictObject({ error: z.string(), error_description: z.string() }));

const metadata = answer(
  'OAuthMetadata',
  z.strictObject({
    issuer: z.string(),
    token_endpoint: z.string(),
    token_endpoint_auth_methods_supported: z.array(z.string()),
    grant_types_supported: z.array(z.string()),
    response_types_supported: z.array(z.string()),
    scopes_supported: z.array(z.string()),
  }),
);

const batch = answer(
  'BatchResponse',
  z.strictObject({
    responses: z.array(
      z.strictObject({
        id: z.string(),
        status: z.int(),
        headers: z.record(z.string(), z.string()),
        body: z.unknown().optional(),
      }),
    ),
  }),
);

const managed = { needs: 'manageApplications', tag: 'Applications' } as const;
const issued = {
  needs: 'nothing',
  tag: 'Applications',
  summary: 'Gives an application a token for its secret (OAuth 2.0 client credentials)',
  headers: ['Authorization'],
  form: tokenForm,
  answers: { 200: token, 400: oauthError, 401: oauthError },
} as const;
const described = {
  needs: 'nothing',
  tag: 'Applications',
  summary: 'Says where tokens are given (RFC 8414)',
  answers: { 200: metadata },
} as const;

export const applicationContracts: Contracts = {
  'GET /v1.0/applications': {
    ...managed,
    summary: 'Lists applications',
    query: ['$top', '$skiptoken'],
    answers: { 200: applications },
  },
  'POST /v1.0/applications': {
    ...managed,
    summary: 'Adds an application, with the roles that it may use',
    body: body('NewApplication', addApplicationBody),
    answers: { 201: application },
    refusals: ['RoleUnknown', 'RoleNotYours'],
  },
  'GET /v1.0/applications/{id}': { ...managed, summary: 'Reads an application', answers: { 200: application } },
  'PATCH /v1.0/applications/{id}': {
    ...managed,
    summary: 'Changes an application’s name and roles',
    description: 'An application cannot change itself.',
    body: body('ApplicationUpdate', changeApplicationBody),
    answers: { 204: 'nothing' },
    refusals: ['RoleUnknown', 'RoleNotYours', 'ApplicationOwn', 'ConcurrentChange'],
  },
  'DELETE /v1.0/applications/{id}': {
    ...managed,
    summary: 'Removes an application; its tokens are dead at once',
    answers: { 204: 'nothing' },
    refusals: ['RoleNotYours', 'ApplicationOwn', 'ConcurrentChange'],
  },
  'POST /v1.0/applications/{id}/addPassword': {
    ...managed,
    summary: 'Makes a client secret, two at a time, good for 180 days unless it is said otherwise',
    body: body('AddPassword', addPasswordBody),
    answers: { 200: secret },
    refusals: ['RoleNotYours', 'ApplicationOwn', 'ClientSecretLimit', 'ConcurrentChange'],
  },
  'POST /v1.0/applications/{id}/removePassword': {
    ...managed,
    summary: 'Removes a client secret; the tokens that were got with it are dead at once',
    body: body('RemovePassword', removePasswordBody),
    answers: { 204: 'nothing' },
    refusals: ['ApplicationOwn', 'ConcurrentChange'],
  },
  'POST /oauth2/v2.0/token': issued,
  'POST /{tenant}/oauth2/v2.0/token': issued,
  'GET /.well-known/oauth-authorization-server': described,
  'GET /.well-known/openid-configuration': described,
  'POST /v1.0/$batch': {
    needs: 'token',
    tag: 'The API itself',
    summary: 'Makes up to 20 requests in one, each with the caller’s own token',
    description: 'A request that depends on one which failed is answered with 424.',
    body: body('Batch', batchBody),
    answers: { 200: batch },
  },
};
