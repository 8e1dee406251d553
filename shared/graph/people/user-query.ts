/** What a request asks of people: `$filter`, `$orderby`, `$select` and `$count`, read before anything else is done. */

import { beginningOf } from '../../domain/one-line.ts';
import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { PeopleOrder } from '../../domain/people/people-order.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Request } from '../../lambda/route.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import { absentPropertyNamed } from './absent-properties.ts';
import { peopleFilter } from './user-filter.ts';
import { userPropertyNamed } from './user-properties.ts';

/** The people whom `$filter` means: everybody without one. */
export const filterOf = ({ query }: Request, policy: Policy): PeopleFilter =>
  query.$filter === undefined ? [] : peopleFilter(parseFilter(query.$filter), policy);

const servedOrders = 'userPrincipalName or displayName, each with asc or desc';

/** Refuses an order of people whom a nickname, or what ends, is to be looked for among: they come as they are found. */
export const refuseOrderOf = (filter: PeopleFilter, order: PeopleOrder | undefined): void => {
  if (order === undefined || !filter.some(({ property }) => property === 'mailNickname' || property === 'end')) return;
  const fact = 'mailNickname, and moments at which something ends, without any order';
  throw new Refused({ code: 'FilterNotServed', target: '$orderby', fact });
};

/** The order that `$orderby` wants, if any. */
export const orderOf = ({ query }: Request): PeopleOrder | undefined => {
  const { $orderby: text } = query;
  if (text === undefined) return undefined;
  const [name = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  const by = userPropertyNamed(name) ?? absentPropertyNamed(name);
  const isDirection = /^(asc|desc)$/i.test(direction);
  if (by === undefined || !isDirection || more.length > 0) return refuseOption('$orderby', `it is ${servedOrders}`);
  if (by !== 'userPrincipalName' && by !== 'displayName') {
    throw new Refused({ code: 'FilterNotServed', target: '$orderby', fact: servedOrders });
  }
  return { by, descending: direction.toLowerCase() === 'desc' };
};

/** The properties that `$select` names, if it is there; all of them where it names `*`. */
export const selectOf = ({ query }: Request): ReadonlySet<string> | undefined => {
  if (query.$select === undefined || query.$select.split(',').some((name) => name.trim() === '*')) return undefined;
  const names = query.$select.split(',').map((name) => {
    const property = userPropertyNamed(name) ?? absentPropertyNamed(name);
    return (
      property ?? refuseOption('$select', `there is no property ${beginningOf(name.trim(), 64) || 'without a name'}`)
    );
  });
  return new Set(names);
};

/** Whether `$count` asks for the number of all. */
export const isCounted = ({ query }: Request): boolean => {
  const { $count: text = 'false' } = query;
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : refuseOption('$count', 'true or false');
};

/** Refuses `$search`, which would look at everybody, with what to ask instead. */
export const refuseSearch = ({ query }: Request): void => {
  if (query.$search === undefined) return;
  const fact = "$filter with startswith, such as $filter=startswith(displayName,'...'), instead of $search";
  throw new Refused({ code: 'FilterNotServed', target: '$search', fact });
};

/** `metadata#users` of an answer, with the properties that it is limited to. */
export const contextOf = ({ origin }: Request, select: ReadonlySet<string> | undefined, one = ''): string =>
  `${origin}/$metadata#users${select ? `(${[...select].join(',')})` : ''}${one}`;
