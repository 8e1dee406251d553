/** Routes of applications and their secrets. */
import * as z from 'zod';
import { roleNames } from '../../domain/access/roles.ts';
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

const managed = { needs: 'manageApplications', tag: 'Applications' } as const;
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
};
