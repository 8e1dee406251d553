/** The routes that read people. */
import { graphUser } from '../domain/graph-user.ts';
import type { Policy } from '../policy.ts';
import type { Directory } from '../work/directory.ts';
import { personNamed } from '../work/person-guard.ts';
import type { Route } from './on-http.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from './query-options.ts';
import { userAnswer } from './user-answer.ts';

export type ReadPorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'listPeople'>;
  policy: Policy;
};

/** GET /v1.0/users/{id}: by id or user principal name. */
export const readUserRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    return userAnswer(await personNamed(request.path.id ?? '', directory), request, policy);
  },
});

/** GET /v1.0/users: a page of people in the order of their user names. */
export const listUsersRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { usual: 100, most: 999 });
    const { people, next } = await directory.listPeople({ top, ...(after !== undefined && { after }) });
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#users`,
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, 'users', next) }),
        value: people.map((person) => graphUser(person, policy)),
      },
    };
  },
});
