/** The routes of deleted people. */

import type { Policy } from '../../domain/policy.ts';
import { actorOf } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import type { Directory } from '../../work/directory.ts';
import { deletedPersonOf, purgePeople } from '../../work/people/deleted-people.ts';
import { type RestorePorts, restorePerson } from '../../work/people/restore-person.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { graphUser } from './graph-user.ts';
import { restoreBody } from './update-user-body.ts';
import { userAnswer } from './user-answer.ts';

type ReadPorts = { directory: Pick<Directory, 'readPeople' | 'listDeleted'>; policy: Policy };

/** Where deleted people are listed, as Graph has it. */
const list = 'directory/deletedItems/microsoft.graph.user';

/** GET /v1.0/directory/deletedItems/microsoft.graph.user: a page of deleted people in the order of their user names. */
export const listDeletedUsersRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { default: 100, max: 999 });
    const { people, next } = await directory.listDeleted({ top, ...(after !== undefined && { after }) });
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#${list}`,
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, list, next) }),
        value: people.map((person) => graphUser(person, policy)),
      },
    };
  },
});

/** GET /v1.0/directory/deletedItems/{id}: one deleted person. */
export const readDeletedUserRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const person = await deletedPersonOf(request.path.id ?? '', directory);
    const context = `${request.origin}/$metadata#directoryObjects/$entity`;
    const type = '#microsoft.graph.user';
    return { status: 200, body: { '@odata.context': context, '@odata.type': type, ...graphUser(person, policy) } };
  },
});

/** POST /v1.0/directory/deletedItems/{id}/restore: the person as they are then, and how many seats to buy. */
export const restoreUserRoute = (ports: RestorePorts): Route => ({
  needs: 'deletePeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { newUserPrincipalName } = request.hasBody
      ? parseStrictly(restoreBody, request.json(), { nullIsAbsent: true })
      : {};
    const wish = { userId: request.path.id ?? '', principal: request.principal };
    const { person, seatsToBuy } = await restorePerson(
      { ...wish, ...(newUserPrincipalName !== undefined && { newUserPrincipalName }) },
      ports,
    );
    return userAnswer(person, request, ports.policy, seatsToBuy.length > 0 ? { seatsToBuy } : {});
  },
});

/** What removing for good needs. */
export type PurgePorts = Pick<RestorePorts, 'now'> & { directory: Pick<Directory, 'readPeople' | 'changePeople'> };

/** DELETE /v1.0/directory/deletedItems/{id}: 204; from then on nothing brings the person back. */
export const purgeUserRoute = ({ directory, now }: PurgePorts): Route => ({
  needs: 'deletePeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { id } = await deletedPersonOf(request.path.id ?? '', directory);
    const purge = { initiatedBy: actorOf(request.principal), now: now() };
    const purged = await purgePeople([id], purge, directory);
    // Restored or removed meanwhile.
    if (purged.length === 0) throw new Refused({ code: 'NotFound' });
    return { status: 204 };
  },
});
