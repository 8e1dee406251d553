/** What an entry of the due index says of a filter, before anybody is read. */

import type { DueEnd } from '../reports/due-ends.ts';
import { dayOf } from '../time.ts';
import type { PeopleFilter } from './people-filter.ts';

/** Whether the ends in an entry may be what a filter asks for; an earlier release noted none, so that anything may be. */
export const mayEnd = (ends: readonly DueEnd[] | undefined, filter: PeopleFilter): boolean =>
  ends === undefined ||
  filter.every((condition) => {
    if (condition.property !== 'end') return true;
    const { of, test, value } = condition;
    const limit = dayOf(value);
    return ends.some(({ kind, day }) => kind === of && (test === 'from' ? day >= limit : day <= limit));
  });
