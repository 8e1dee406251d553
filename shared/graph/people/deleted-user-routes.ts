/** The routes of deleted people. */

import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import type { Directory } from '../../work/directory.ts';
import { deletedPersonOf, purgePeople } from '../../work/people/deleted-people.ts';
import { countDeletedPeople, listDeletedPeople } from '../../work/people/list-deleted-people.ts';
import { type RestorePorts, restorePerson } from '../../work/people/restore-person.ts';
import { pageToken, placeIn } from '../odata/page-token.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { graphUser } from './graph-user.ts';
import { restoreBody } from './update-user-body.ts';
import { userAnswer } from './user-answer.ts';
import { withProperties } from './user-properties.ts';
import { filterOf, isCounted, orderOf, refuseSearch, selectOf } from './user-query.ts';

type ReadPorts = { directory: Pick<Directory, 'readPeople' | 'listDeleted'>; policy: Policy };

/** Where deleted people are listed, as Graph has it. */
const list = 'directory/deletedItems/microsoft.graph.user';

/**
 * GET /v1.0/directory/deletedItems/microsoft.graph.user: a page of deleted people in the order of the user names that they
 * had, or in another one where they are few enough to be sorted.
 */
export const listDeletedUsersRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseSearch(request);
    refuseOtherOptions(request, ['$filter', '$select', '$orderby', '$top', '$count', '$skiptoken']);
    const [filter, order, select] = [filterOf(request, policy), orderOf(request), selectOf(request)];
    const counted = isCounted(request);
    const top = topOf(request, { default: 100, max: 999 });
    const question = [filter, order ?? null];
    const token = skipTokenOf(request);
    const after = token === undefined ? undefined : placeIn(token, question);
    const asked = { top, filter, ...(order && { order }), ...(after !== undefined && { after }) };
    const { people, next } = await listDeletedPeople(asked, directory);
    const count = counted && after === undefined ? await numberOf(filter, directory) : undefined;
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#${list}${select ? `(${[...select].join(',')})` : ''}`,
        ...(count !== undefined && { '@odata.count': count }),
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, list, pageToken(question, next)) }),
        value: people.map((person) => shown(person, policy, select)),
      },
    };
  },
});

const shown = (person: Person, policy: Policy, select: ReadonlySet<string> | undefined) => {
  const user = graphUser(person, policy);
  return select ? withProperties(user, select) : user;
};

const numberOf = async (filter: PeopleFilter, directory: Pick<Directory, 'listDeleted'>): Promise<number> => {
  const count = await countDeletedPeople(filter, directory);
  if (count !== undefined) return count;
  throw new Refused({ code: 'FilterNotServed', target: '$count', fact: 'the people themselves, page by page' });
};

/** Graph's short name of the list, and any case of it: the gateway takes them for the id of somebody. */
const isList = (id: string): boolean => /^(microsoft\.)?graph\.user$/i.test(id);

/** GET /v1.0/directory/deletedItems/{id}: one deleted person; `graph.user` in the place of the id is the list. */
export const readDeletedUserRoute = ({ directory, policy }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    if (isList(request.path.id ?? '')) return listDeletedUsersRoute({ directory, policy }).answer(request);
    refuseOtherOptions(request, ['$select']);
    const select = selectOf(request);
    const person = await deletedPersonOf(request.path.id ?? '', directory);
    const context = `${request.origin}/$metadata#directoryObjects/$entity`;
    const type = '#microsoft.graph.user';
    return { status: 200, body: { '@odata.context': context, '@odata.type': type, ...shown(person, policy, select) } };
  },
});

/** POST /v1.0/directory/deletedItems/{id}/restore: the person as they are then, and how many seats to buy. */
export const restoreUserRoute = (ports: RestorePorts): Route => ({
  needs: 'deletePeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { newUserPrincipalName } = request.hasBody ? parseStrictly(restoreBody, request.json()) : {};
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
