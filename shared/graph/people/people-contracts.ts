/** Routes of people. */

import { body, type Contracts } from '../contract.ts';
import { createUserBody } from './create-user-body.ts';
import { nameRules, passwordRules, profileRules } from './name-rules.ts';
import { licensedUser, selectedUser, user, userPage } from './resources.ts';
import { updateUserBody } from './update-user-body.ts';

export const peopleContracts: Contracts = {
  'POST /v1.0/users': {
    needs: 'addPeople',
    tag: 'People',
    summary: 'Adds a person',
    description:
      'Without a password one is generated and mailed. When no seat of a licence is left the person is added all the same and waits for it; `seatsToBuy` says how many to buy. `roles` need the right to give them. Of passwordPolicies DisablePasswordExpiration is served, for accounts whose password has no age.',
    headers: ['Idempotency-Key'],
    body: body('NewUser', createUserBody),
    answers: { 201: licensedUser },
    refusals: [
      ...nameRules,
      ...profileRules,
      ...passwordRules,
      'LicenceUnknown',
      'ServicePlanUnknown',
      'UsageLocationMissing',
      'RoleUnknown',
      'RoleNotYours',
      'DeliveryConflict',
      'IdempotencyKeyReused',
      'PersonDeleted',
    ],
  },
  'GET /v1.0/users': {
    needs: 'readPeople',
    tag: 'People',
    summary: 'Lists people',
    description:
      'A filter that no order serves leaves pages short, or empty, with a link to the next. What Graph’s users have and people here do not is null where it is selected; onPremisesProvisioningErrors are told where they are selected.',
    query: ['$filter', '$select', '$orderby', '$top', '$count', '$skiptoken'],
    answers: { 200: userPage },
    refusals: ['QueryInvalid', 'FilterNotServed'],
  },
  'GET /v1.0/users/{id}': {
    needs: 'readPeople',
    tag: 'People',
    summary: 'Reads a person, by id or user principal name',
    description:
      '`$count` in the place of the id answers with the number of people, as text; it takes `$filter`. Only where `$select` names onPremisesProvisioningErrors they are told.',
    query: ['$select', '$filter'],
    answers: { 200: selectedUser },
    textTypes: ['text/plain'],
    refusals: ['QueryInvalid', 'FilterNotServed'],
  },
  'PATCH /v1.0/users/{id}': {
    needs: 'changePeople',
    tag: 'People',
    summary: 'Changes a person',
    description:
      'null empties a property. Another userPrincipalName frees the old one in the same step, and the person is told by mail. passwordProfile needs the right to reset passwords. Administrators can be changed only by who may do as much.',
    headers: ['If-Match', 'Prefer'],
    body: body('UserUpdate', updateUserBody),
    answers: { 200: user, 204: 'nothing' },
    refusals: [
      ...nameRules,
      ...profileRules,
      ...passwordRules,
      'PasswordRepeated',
      'PersonProtected',
      'LastAdministrator',
      'PreconditionFailed',
      'ConcurrentChange',
    ],
  },
  'DELETE /v1.0/users/{id}': {
    needs: 'deletePeople',
    tag: 'People',
    summary: 'Deletes a person, who can be restored for 30 days',
    description: 'User name, seats and roles are free at once, and every session ends.',
    headers: ['If-Match'],
    answers: { 204: 'nothing' },
    refusals: ['PersonProtected', 'LastAdministrator', 'PreconditionFailed', 'ConcurrentChange'],
  },
};
