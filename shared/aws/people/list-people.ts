/** Pages and counts of people: places in an order, then one read of the people at them, on whom the filter is tested. */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { pageOfPeople } from '../../domain/people/page-of-people.ts';
import { isListed, matchesFilter, type PeopleFilter } from '../../domain/people/people-filter.ts';
import { type Location, locationOf, type OnePlace, rangeOf } from '../../domain/people/people-order.ts';
import type { Person } from '../../domain/person.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import { shards } from '../../domain/uuid.ts';
import type { Directory, PeopleQuestion } from '../../work/directory.ts';
import { type Merged, shareOf } from '../dynamodb/merged-partitions.ts';
import { readAreKeysClaimed } from './earlier-keys.ts';
import { listDue } from './list-due.ts';
import { countPlaces, type Place, readPlaces } from './people-orders.ts';

type Page = Awaited<ReturnType<Directory['listPeople']>>;
type InOrder = Extract<Location, { kind: 'order' }>;

const byName = { kind: 'order', order: { by: 'userPrincipalName', descending: false } } as const;

/** Begins the places of those whose user name does not begin with the nickname that is asked for; no user name begins so. */
const restMark = '!rest ';

/** People of one BatchGetItem at most. */
const maxAtOnce = 100;

/** Reads of people at most, beyond those of a page whose people all match: so a page of 100 takes 40 requests at most. */
const sparedReads = 7;

/** Lists and counts people. */
export const listPeople = (
  client: DynamoDBDocumentClient,
  table: string,
  { readPeople, findByUserName, keyHolders }: Pick<Directory, 'readPeople' | 'findByUserName' | 'keyHolders'>,
): Pick<Directory, 'listPeople' | 'countPeople'> => {
  const allowed = (people: readonly Person[], filter: PeopleFilter): Person[] =>
    people.filter((person) => !person.deleted && matchesFilter(filter, person));

  /**
   * Where to look. Until everybody of an earlier release has been given their claim on a key, everybody is looked at by
   * user name, and a page that an answer of that time leads to is looked for there too.
   */
  const whereOf = async ({ filter = [], order, after }: Omit<PeopleQuestion, 'top'>): Promise<Location> => {
    const where = locationOf(filter, order);
    const isOfKeys = where.kind === 'key' || (where.kind === 'order' && where.order.by === 'employeeId');
    const isFirst = after === undefined || where.kind === 'order';
    const isByClaim = !isOfKeys || (isFirst && (await readAreKeysClaimed(client, table)));
    return isByClaim ? where : { kind: 'order', order: { by: 'userPrincipalName', descending: false }, beginning: '' };
  };

  /** Those few whom a filter can mean: one, but for a key that several had before keys were unique. */
  const single = async (where: OnePlace, filter: PeopleFilter): Promise<Person[]> => {
    if (where.kind === 'nobody') return [];
    if (where.kind === 'id') return allowed(await readPeople([where.id]), filter);
    if (where.kind === 'key') {
      const [holders = []] = (await keyHolders(where.source, [where.key])).values();
      return allowed(await readPeople(holders), filter);
    }
    const person = await findByUserName(where.userName);
    return allowed(person ? [person] : [], filter);
  };

  /** Everybody whom a filter of ids and names can mean, each once. */
  const several = async (places: readonly OnePlace[], filter: PeopleFilter): Promise<Person[]> => {
    const found = await Promise.all(places.map((where) => single(where, filter)));
    return [...new Map(found.flat().map((person) => [person.id, person])).values()];
  };

  async function* places({ order, beginning }: InOrder, { top, filter = [], after }: PeopleQuestion) {
    let from = after;
    for (const limit of limitsOf(order.by, filter, top)) {
      const part = { order, ...rangeOf(beginning, order, from), after: from };
      const round: Merged<Place> = await readPlaces(client, table, part, filter, limit);
      yield round;
      if (round.end === undefined) return;
      from = round.end;
    }
  }

  const pageOf = async (where: InOrder, question: PeopleQuestion): Promise<Page> => {
    const { top, filter = [] } = question;
    const size = isTested(where, filter) ? Math.min(top, maxAtOnce) : maxAtOnce;
    let reads = Math.ceil(top / maxAtOnce) + sparedReads;
    const people: Person[] = [];
    let next: string | undefined = question.after;
    for await (const { items, end } of places(where, question)) {
      for (let start = 0; start < items.length; start += size) {
        if (reads === 0) return { people, ...(next !== undefined && { next }) };
        reads -= 1;
        const some = items.slice(start, start + size);
        const ids = some.map(({ id }) => id);
        const found = allowed(await readPeople(ids), filter);
        const open = top - people.length;
        people.push(...found.slice(0, open));
        const isWhole = found.length <= open;
        next = (isWhole ? some.at(-1) : some[ids.indexOf(people.at(-1)?.id ?? '')])?.place;
        const isLast = isWhole && start + size >= items.length && end === undefined;
        if (people.length === top) return { people, ...(!isLast && next !== undefined && { next }) };
      }
      next = end;
    }
    return { people, ...(next !== undefined && { next }) };
  };

  const ofNickname = async (nickname: string, question: PeopleQuestion): Promise<Page> => {
    const { after, ...asked } = question;
    const beginning = `${canonicalUserName(nickname)}@`;
    const isRest = after?.startsWith(restMark);
    if (!isRest) {
      const first = await pageOf({ ...byName, beginning }, question);
      return first.next === undefined ? { ...first, next: restMark } : first;
    }
    const from = after?.slice(restMark.length);
    const rest = await pageOf({ ...byName, beginning: '' }, { ...asked, ...(from && { after: from }) });
    const told = ({ userPrincipalName }: Person) => canonicalUserName(userPrincipalName).startsWith(beginning);
    const people = rest.people.filter((person) => !told(person));
    return { people, ...(rest.next !== undefined && { next: restMark + rest.next }) };
  };

  const allowedOf = async (ids: readonly string[], filter: PeopleFilter) => allowed(await readPeople(ids), filter);

  return {
    listPeople: async (question) => {
      const { filter = [] } = question;
      const where = await whereOf(question);
      if (where.kind === 'order') return pageOf(where, question);
      if (where.kind === 'nickname') return ofNickname(where.nickname, question);
      if (where.kind === 'due') return listDue(client, table, { ...question, ...where, filter }, allowedOf);
      if (where.kind === 'several') return pageOfPeople(await several(where.places, filter), question);
      return { people: await single(where, filter) };
    },
    countPeople: async (filter) => {
      const where = await whereOf({ filter });
      if (where.kind === 'nickname' || where.kind === 'due') return undefined;
      if (where.kind === 'several') return (await several(where.places, filter)).length;
      if (where.kind !== 'order') return (await single(where, filter)).length;
      // No index has it.
      const isOfKeys = where.order.by === 'employeeId' && filter.length === 1;
      if (!isOfKeys && !filter.every(isListed)) return undefined;
      // Claims are counted without being looked at, so they must all match; else every condition is tested in the index.
      const isOfName = isOfNames(filter) && filter.length < 2;
      const by = isOfKeys ? 'employeeId' : isOfName ? 'userPrincipalName' : 'displayName';
      const order = { by, descending: false } as const;
      const counted = locationOf(filter, order) as InOrder;
      return countPlaces(client, table, { order, ...rangeOf(counted.beginning, order) }, filter);
    },
  };
};

/** Whether every person at a place is known to match before being read. */
const isTested = ({ order }: InOrder, filter: PeopleFilter): boolean =>
  order.by === 'displayName' ? filter.every(isListed) : isOfNames(filter);

/** Whether the claims on names can answer: they tell of the name alone. */
const isOfNames = (filter: PeopleFilter): boolean =>
  filter.every(({ property, test }) => property === 'userPrincipalName' && test === 'startswith');

/**
 * How many places of each partition are read, in the first round and the next. People are spread evenly, so that without
 * a filter a partition rarely has more than twice its share of a page. With one, 100 (some 50 KB) answer most questions;
 * when they do not, as much of the index as queries give, 1 MB each; of claims, whose people must all be read, no more.
 */
const limitsOf = (by: string, filter: PeopleFilter, top: number): readonly (number | undefined)[] => {
  const share = shareOf(top, shards);
  if (filter.length > 0) return by === 'displayName' ? [Math.max(share, 100), undefined] : [Math.max(share, 100)];
  return [share, share];
};
