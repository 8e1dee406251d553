/** What a request asks of people: `$filter`, `$orderby`, `$select` and `$count`, read before anything else is done. */

import { beginningOf } from '../../domain/one-line.ts';
import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { PeopleOrder } from '../../domain/people/people-order.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Request } from '../../lambda/route.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import { peopleFilter } from './user-filter.ts';
import { type UserProperty, userPropertyNamed } from './user-properties.ts';

/** The people whom `$filter` means: everybody without one. */
export const filterOf = ({ query }: Request): PeopleFilter =>
  query.$filter === undefined ? [] : peopleFilter(parseFilter(query.$filter));

const servedOrders = 'userPrincipalName or displayName, each with asc or desc';

/** The order that `$orderby` wants, if any. */
export const orderOf = ({ query }: Request): PeopleOrder | undefined => {
  const { $orderby: text } = query;
  if (text === undefined) return undefined;
  const [name = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  const by = userPropertyNamed(name);
  const isDirection = /^(asc|desc)$/i.test(direction);
  if (by === undefined || !isDirection || more.length > 0) return refuseOption('$orderby', `it is ${servedOrders}`);
  if (by !== 'userPrincipalName' && by !== 'displayName') {
    throw new Refused({ code: 'FilterNotServed', target: '$orderby', fact: servedOrders });
  }
  return { by, descending: direction.toLowerCase() === 'desc' };
};

/** The properties that `$select` names, if it is there. */
export const selectOf = ({ query }: Request): ReadonlySet<UserProperty> | undefined => {
  if (query.$select === undefined) return undefined;
  const names = query.$select.split(',').map((name) => {
    const property = userPropertyNamed(name);
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
