/** The routes that read people. */
import { graphUser } from '../domain/graph-user.ts';
import { Refused } from '../domain/refusals.ts';
import type { Policy } from '../policy.ts';
import type { Directory } from '../work/directory.ts';
import type { Route } from './on-http.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from './query-options.ts';

export type ReadPorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'listPeople'>;
  policy: Policy;
};

/** GET /v1.0/users/{id}: by id or user principal name. */
export const readUserRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const name = request.path.id ?? '';
    // Longer than any id or user name: nobody, without asking the table.
    if (name.length > 128) throw new Refused({ code: 'NotFound' });
    const person = name.includes('@') ? await directory.findByUserName(name) : (await directory.readPeople([name]))[0];
    if (!person || person.deleted) throw new Refused({ code: 'NotFound' });
    const context = `${request.origin}/$metadata#users/$entity`;
    return { status: 200, body: { '@odata.context': context, ...graphUser(person, policy) } };
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
