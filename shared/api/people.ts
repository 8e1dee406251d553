/** Routes of people. */
import { createUserBody } from '../messages.ts';
import { body, type Contracts } from './contract.ts';
import { licensedUser, user, userPage } from './resources.ts';

export const peopleContracts: Contracts = {
  'POST /v1.0/users': {
    needs: 'addPeople',
    tag: 'People',
    summary: 'Adds a person',
    description:
      'Without a password one is generated and mailed. When no seat of a licence is left the person is added all the same and waits for it; `seatsToBuy` says how many to buy. `roles` need the right to give them.',
    headers: ['Idempotency-Key'],
    body: body('NewUser', createUserBody),
    answers: { 201: licensedUser },
    refusals: [
      'UserNameTaken',
      'DomainNotVerified',
      'LicenceUnknown',
      'ServicePlanUnknown',
      'RoleNotYours',
      'IdempotencyKeyReused',
    ],
  },
  'GET /v1.0/users': {
    needs: 'readPeople',
    tag: 'People',
    summary: 'Lists people',
    query: ['$filter', '$select', '$orderby', '$top', '$count', '$skiptoken'],
    answers: { 200: userPage },
    refusals: ['QueryInvalid', 'FilterNotServed'],
  },
  'GET /v1.0/users/{id}': {
    needs: 'readPeople',
    tag: 'People',
    summary: 'Reads a person, by id or user principal name',
    query: ['$select'],
    answers: { 200: user },
  },
};
