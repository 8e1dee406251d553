/** Routes of people who are deleted and can be restored. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { nameRules } from './name-rules.ts';
import { absent, context, licensedUser, userPage, userProperties } from './resources.ts';
import { restoreBody } from './update-user-body.ts';

/** With some properties where those were selected, or a page of all. */
const deletedUser = answer(
  'DeletedUser',
  z.union([
    z
      .strictObject({ ...context, '@odata.type': z.literal('#microsoft.graph.user'), ...userProperties, ...absent })
      .partial(),
    userPage,
  ]),
);

export const deletedPeopleContracts: Contracts = {
  'GET /v1.0/directory/deletedItems/microsoft.graph.user': {
    needs: 'readPeople',
    tag: 'Deleted people',
    summary: 'Lists deleted people, by the user names that they had',
    description:
      'With a filter a page may be short, or empty, and yet have a link to the next. In another order than that of user names, and counted, where they are few.',
    query: ['$filter', '$select', '$orderby', '$top', '$count', '$skiptoken'],
    answers: { 200: userPage },
    refusals: ['QueryInvalid', 'FilterNotServed'],
  },
  'GET /v1.0/directory/deletedItems/{id}': {
    needs: 'readPeople',
    tag: 'Deleted people',
    summary: 'Reads a deleted person',
    description: '`graph.user` in the place of the id is the list of them.',
    query: ['$select'],
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
