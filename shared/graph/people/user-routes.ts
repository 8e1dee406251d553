/** The routes that read people. */

import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Answer, Request, Route } from '../../lambda/route.ts';
import type { Directory } from '../../work/directory.ts';
import type { SynchronizationStore } from '../../work/imports/synchronization-store.ts';
import { personNamed } from '../../work/person-guard.ts';
import { pageToken, placeIn } from '../odata/page-token.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { entityTag } from './entity-tag.ts';
import { graphUser } from './graph-user.ts';
import { provisioningErrors, provisioningErrorsOf } from './provisioning-errors.ts';
import { withProperties } from './user-properties.ts';
import { contextOf, filterOf, isCounted, orderOf, refuseOrderOf, refuseSearch, selectOf } from './user-query.ts';

export type ReadPorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'listPeople' | 'countPeople'>;
  synchronization: Pick<SynchronizationStore, 'errorsOf'>;
  policy: Policy;
};

/** GET /v1.0/users/{id}: by id or user principal name; `$count` in its place is the number of people. */
export const readUserRoute = ({ directory, policy, synchronization }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    const name = request.path.id ?? '';
    if (name.toLowerCase() === '$count') return countAnswer(request, { directory, policy });
    refuseOtherOptions(request, ['$select']);
    const select = selectOf(request);
    const person = await personNamed(name, directory);
    const [user] = await shown([person], select, { policy, synchronization });
    const body = { '@odata.context': contextOf(request, select, '/$entity'), ...user };
    return { status: 200, body, headers: { etag: entityTag(person, policy) } };
  },
});

/**
 * GET /v1.0/users: a page of people. A filter that few people match may leave pages short, or even empty, before the
 * last; whoever follows `@odata.nextLink` until there is none sees everybody once.
 */
export const listUsersRoute = ({ directory, policy, synchronization }: ReadPorts): Route => ({
  needs: 'readPeople',
  answer: async (request) => {
    refuseSearch(request);
    refuseOtherOptions(request, ['$filter', '$select', '$orderby', '$top', '$count', '$skiptoken']);
    const [filter, order, select, counted] = [
      filterOf(request, policy),
      orderOf(request),
      selectOf(request),
      isCounted(request),
    ];
    refuseOrderOf(filter, order);
    const top = topOf(request, { default: 100, max: 999 });
    const question = [filter, order ?? null];
    const token = skipTokenOf(request);
    const after = token === undefined ? undefined : placeIn(token, question);
    // As in Graph, the number is told once, with the first page.
    const [{ people, next }, count] = await Promise.all([
      directory.listPeople({ top, filter, ...(order && { order }), ...(after !== undefined && { after }) }),
      counted && after === undefined ? numberOf(filter, directory) : undefined,
    ]);
    return {
      status: 200,
      body: {
        '@odata.context': contextOf(request, select),
        ...(count !== undefined && { '@odata.count': count }),
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, 'users', pageToken(question, next)) }),
        value: await shown(people, select, { policy, synchronization }),
      },
    };
  },
});

const shown = async (
  people: readonly Person[],
  select: ReadonlySet<string> | undefined,
  { policy, synchronization }: Pick<ReadPorts, 'policy' | 'synchronization'>,
) => {
  const errorsOf = select?.has(provisioningErrors) ? await provisioningErrorsOf(people, synchronization) : undefined;
  return people.map((person) => {
    const user = { ...graphUser(person, policy), ...(errorsOf && { [provisioningErrors]: errorsOf(person) }) };
    return { '@odata.etag': entityTag(person, policy), ...(select ? withProperties(user, select) : user) };
  });
};

/** GET /v1.0/users/$count: the number, as text. */
const countAnswer = async (
  request: Request,
  { directory, policy }: { directory: Pick<Directory, 'countPeople'>; policy: Policy },
): Promise<Answer> => {
  refuseSearch(request);
  refuseOtherOptions(request, ['$filter']);
  const count = await numberOf(filterOf(request, policy), directory);
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: String(count) };
};

const numberOf = async (filter: PeopleFilter, directory: Pick<Directory, 'countPeople'>): Promise<number> => {
  const count = await directory.countPeople(filter);
  if (count !== undefined) return count;
  const fact = 'the number of those whose name begins with a text; or the people themselves, page by page';
  throw new Refused({ code: 'FilterNotServed', target: '$count', fact });
};
