/** Routes of people who are deleted and can be restored. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { nameRules } from './name-rules.ts';
import { context, licensedUser, userPage, userProperties } from './resources.ts';
import { restoreBody } from './update-user-body.ts';

const deletedUser = answer(
  'DeletedUser',
  z.strictObject({ ...context, '@odata.type': z.literal('#microsoft.graph.user'), ...userProperties }),
);

export const deletedPeopleContracts: Contracts = {
  'GET /v1.0/directory/deletedItems/microsoft.graph.user': {
    needs: 'readPeople',
    tag: 'Deleted people',
    summary: 'Lists deleted people, by the user names that they had',
    query: ['$top', '$skiptoken'],
    answers: { 200: userPage },
  },
  'GET /v1.0/directory/deletedItems/{id}': {
    needs: 'readPeople',
    tag: 'Deleted people',
    summary: 'Reads a deleted person',
    answers: { 200: deletedUser },
  },
  'POST /v1.0/directory/deletedItems/{id}/restore': {
    needs: 'deletePeople',
    tag: 'Deleted people',
    summary: 'Restores a person, with a new password that is mailed',
    description:
      'When somebody else has the user name by now the answer says who; newUserPrincipalName gives another one. Licences come back where seats are left, else they are waited for; roles do not come back.',
    body: body('Restore', restoreBody),
    bodyIsOptional: true,
    answers: { 200: licensedUser },
    refusals: [...nameRules, 'ValueTooLong', 'ConcurrentChange'],
  },
  'DELETE /v1.0/directory/deletedItems/{id}': {
    needs: 'deletePeople',
    tag: 'Deleted people',
    summary: 'Removes a deleted person for good; the audit stays',
    answers: { 204: 'nothing' },
    refusals: ['ConcurrentChange'],
  },
};
