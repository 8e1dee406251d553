/** The orders in which people are listed, and where in them the answer to a question lies. */
import { beginningOf } from '../one-line.ts';
import { earliest, type Instant } from '../time.ts';
import { canonicalUserName } from '../user-name.ts';
import { separator, sorted } from './list-name.ts';
import { type Condition, isListed, type PeopleFilter } from './people-filter.ts';
import { canonicalKey, type KeySource } from './source-keys.ts';

/** An order of people. Those of one display name follow each other by id; by employee id only who has one is there. */
export type PeopleOrder = { by: 'userPrincipalName' | 'displayName' | 'employeeId'; descending: boolean };
/** Longer than any user name (113) or id: nobody has it. */
const longestKey = 128;

/** Where one person is, if there is one: by an id, or by the user name or the key of a source that they hold. */
export type OnePlace =
  | { kind: 'nobody' }
  | { kind: 'id'; id: string }
  | { kind: 'userName'; userName: string }
  | { kind: 'key'; source: KeySource; key: string };

/**
 * Where the people of a filter are: in one place, in several of those, or everybody in an order whose place begins with
 * `beginning`. Of a nickname those come first whose user name begins with it, and then everybody else. Whether the other
 * conditions hold is to be tested on each of them.
 */
export type Location =
  | OnePlace
  | { kind: 'several'; places: OnePlace[] }
  | { kind: 'nickname'; nickname: string }
  /** Whoever has something ahead of them, up to a moment. */
  | { kind: 'due'; until?: Instant }
  | { kind: 'order'; order: PeopleOrder; beginning: string };

/** Where to look for the people of a filter, in an order when one is wanted, else in the order that suits the filter. */
export const locationOf = (filter: PeopleFilter, wanted?: PeopleOrder): Location => {
  const id = comparedWith(filter, ['id'], 'eq');
  // Muster's ids are lower case.
  if (id !== undefined) return one(id.toLowerCase(), (value) => ({ kind: 'id', id: value }));
  const userName = comparedWith(filter, ['userPrincipalName', 'mail'], 'eq');
  if (userName !== undefined) return one(userName, (value) => ({ kind: 'userName', userName: value }));
  const places = placesOf(filter);
  if (places !== undefined) return { kind: 'several', places };
  const nickname = comparedWith(filter, ['mailNickname'], 'eq');
  if (nickname !== undefined) return { kind: 'nickname', nickname };
  const employeeId = comparedWith(filter, ['employeeId'], 'eq');
  if (employeeId !== undefined) return one(employeeId, (key) => ({ kind: 'key', source: 'employeeId', key }));
  if (filter.some(({ property }) => property === 'deletedDateTime')) return { kind: 'nobody' };
  const ends = filter.filter((condition) => condition.property === 'end');
  if (ends.length > 0) {
    const until = ends.filter(({ test }) => test === 'until').map(({ value }) => value);
    return { kind: 'due', ...(until.length > 0 && { until: earliest(...until) as Instant }) };
  }
  const order = wanted ?? naturalOrder(filter);
  return { kind: 'order', order, beginning: startOf(filter, order) };
};

/** Where the people of a filter are that means one of several ids or names; undefined where it means anything else. */
const placesOf = (filter: PeopleFilter): OnePlace[] | undefined => {
  for (const condition of filter) {
    if (condition.test !== 'any') continue;
    const places = condition.value.map((each) => locationOf(each)).map(singly);
    if (!places.includes(undefined)) return places.flatMap((some) => some ?? []);
  }
  return undefined;
};

const singly = (location: Location): OnePlace[] | undefined => {
  if (location.kind === 'several') return location.places;
  return location.kind === 'order' || location.kind === 'nickname' || location.kind === 'due' ? undefined : [location];
};

const one = (value: string, found: (value: string) => OnePlace): OnePlace =>
  value === '' || value.length > longestKey ? { kind: 'nobody' } : found(value);

/** The order in which the fewest people are looked at; everybody is listed by user name. */
const naturalOrder = (filter: PeopleFilter): PeopleOrder => {
  if (comparedWith(filter, ['employeeId'], 'startswith') !== undefined) return { by: 'employeeId', descending: false };
  const isByUserName =
    !filter.some(isListed) ||
    (comparedWith(filter, ['displayName'], 'eq') === undefined &&
      comparedWith(filter, ['userPrincipalName', 'mail'], 'startswith') !== undefined);
  return { by: isByUserName ? 'userPrincipalName' : 'displayName', descending: false };
};

const startOf = (filter: PeopleFilter, { by }: PeopleOrder): string => {
  if (by === 'employeeId') {
    return beginningOf(
      canonicalKey('employeeId', comparedWith(filter, ['employeeId'], 'startswith') ?? ''),
      longestKey,
    );
  }
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
