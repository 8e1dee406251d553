/** The orders in which people are listed, and where in them the answer to a question lies. */
import { beginningOf } from '../one-line.ts';
import { canonicalUserName } from '../user-name.ts';
import { separator, sorted } from './list-name.ts';
import type { Condition, PeopleFilter } from './people-filter.ts';
import type { KeySource } from './source-keys.ts';

/** An order of people. Those of one display name follow each other by id. */
export type PeopleOrder = { by: 'userPrincipalName' | 'displayName'; descending: boolean };
/** Longer than any user name (113) or id: nobody has it. */
const longestKey = 128;

/**
 * Where the people of a filter are: the one of an id, the one who holds a user name or a key of a source, or everybody in an order whose place
 * begins with `beginning`. Whether the other conditions hold is to be tested on each of them.
 */
export type Location =
  | { kind: 'nobody' }
  | { kind: 'id'; id: string }
  | { kind: 'userName'; userName: string }
  | { kind: 'key'; source: KeySource; key: string }
  | { kind: 'order'; order: PeopleOrder; beginning: string };

/** Where to look for the people of a filter, in an order when one is wanted, else in the order that suits the filter. */
export const locationOf = (filter: PeopleFilter, wanted?: PeopleOrder): Location => {
  const id = comparedWith(filter, ['id'], 'eq');
  // Muster's ids are lower case.
  if (id !== undefined) return one(id.toLowerCase(), (value) => ({ kind: 'id', id: value }));
  const userName = comparedWith(filter, ['userPrincipalName', 'mail'], 'eq');
  if (userName !== undefined) return one(userName, (value) => ({ kind: 'userName', userName: value }));
  const employeeId = comparedWith(filter, ['employeeId'], 'eq');
  if (employeeId !== undefined) return one(employeeId, (key) => ({ kind: 'key', source: 'employeeId', key }));
  const order = wanted ?? naturalOrder(filter);
  return { kind: 'order', order, beginning: startOf(filter, order) };
};

const one = (value: string, found: (value: string) => Location): Location =>
  value === '' || value.length > longestKey ? { kind: 'nobody' } : found(value);

/** The order in which the fewest people are looked at; everybody is listed by user name. */
const naturalOrder = (filter: PeopleFilter): PeopleOrder => {
  const isByUserName =
    filter.length === 0 ||
    (comparedWith(filter, ['displayName'], 'eq') === undefined &&
      comparedWith(filter, ['userPrincipalName', 'mail'], 'startswith') !== undefined);
  return { by: isByUserName ? 'userPrincipalName' : 'displayName', descending: false };
};

const startOf = (filter: PeopleFilter, { by }: PeopleOrder): string => {
  if (by === 'userPrincipalName') {
    const beginning = comparedWith(filter, ['userPrincipalName', 'mail'], 'startswith') ?? '';
    return beginningOf(canonicalUserName(beginning), longestKey);
  }
  const whole = comparedWith(filter, ['displayName'], 'eq');
  if (whole !== undefined) return `${sorted(whole)}${separator}`;
  return sorted(comparedWith(filter, ['displayName'], 'startswith') ?? '');
};

/** The first text that a condition of this kind compares with. */
const comparedWith = (
  filter: PeopleFilter,
  properties: readonly Condition['property'][],
  test: Condition['test'],
): string | undefined =>
  filter
    .filter((condition) => properties.includes(condition.property) && condition.test === test)
    .map(({ value }) => value)
    .find((value) => typeof value === 'string');

/** The stretch of an order to read, ends included: what begins with `beginning`, from behind `after` on. */
export const rangeOf = (
  beginning: string,
  { descending }: PeopleOrder,
  after?: string,
): { from: string; to: string } => {
  const last = `${beginning}\u{10FFFF}`;
  return descending
    ? { from: beginning || separator, to: after ?? last }
    : { from: after ?? (beginning || separator), to: last };
};
