/** The two sorted lists of people: the claims on user names, and the index of display names. */

import {
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { isListed, type ListedPerson, matchesFilter, type PeopleFilter } from '../../domain/people/people-filter.ts';
import type { PeopleOrder } from '../../domain/people/people-order.ts';
import { everyShard } from '../../domain/uuid.ts';
import { keyPartition, listPartition, namePartition } from '../directory-items.ts';
import { byBytes, type KeyRange, type Merged, mergedPartitions } from '../dynamodb/merged-partitions.ts';
import { holdersIn, keyClaimOf } from './key-claims.ts';
import { listedPersonOf } from './person-item.ts';

/** A person's place in an order. */
export type Place = { place: string; id: string };

/** Which part of an order to read: ends included, but for `after`, where the page before ended. */
export type Part = { order: PeopleOrder; from: string; to: string; after?: string | undefined };

/** Items of one partition at most; as many as one query may read (1 MB) without. */
type Limit = number | undefined;

/**
 * Places in a part of an order, merged. By display name only of people for whom the filter holds in the index; the claims
 * on user names say nothing of their people, so there it is the caller's to test them.
 */
export const readPlaces = (
  client: DynamoDBDocumentClient,
  table: string,
  part: Part,
  filter: PeopleFilter,
  limit: Limit,
): Promise<Merged<Place>> => {
  const { order, after } = part;
  const query = async (shard: number): Promise<KeyRange<Place>> => {
    if (byBytes(part.from, part.to) > 0) return { items: [] };
    const input = { ...queryOf(table, part, shard), Limit: limit, ScanIndexForward: !order.descending };
    const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(input));
    const places = placesIn[order.by](Items, filter);
    const cutAt = LastEvaluatedKey && String(LastEvaluatedKey[sortKeyOf(order)]);
    return { items: places.filter(({ place }) => place !== after), cutAt };
  };
  return mergedPartitions(everyShard, query, ({ place }) => place, order);
};

const claimed = (items: readonly Record<string, unknown>[]): Place[] =>
  items.map(({ sk, id }) => ({ place: String(sk), id: String(id) }));

/** A key may be of several who had it before keys were unique. */
const keyed = (items: readonly Record<string, unknown>[]): Place[] =>
  items.flatMap((item) => holdersIn(keyClaimOf(item)).map((id) => ({ place: String(item.sk), id })));

const listed = (items: readonly Record<string, unknown>[], filter: PeopleFilter): Place[] =>
  items.flatMap((item) => {
    const person = listedPersonOf(item);
    return matchesFilter(filter.filter(isListed), person) ? [{ place: String(item.listName), id: person.id }] : [];
  });

const placesIn = { userPrincipalName: claimed, employeeId: keyed, displayName: listed } as const;

const sortKeyOf = ({ by }: PeopleOrder) => (by === 'displayName' ? 'listName' : 'sk');

const queryOf = (table: string, { order: { by }, from, to }: Part, shard: number): QueryCommandInput =>
  by === 'displayName'
    ? {
        TableName: table,
        IndexName: 'people',
        KeyConditionExpression: 'listShard = :partition AND listName BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':partition': listPartition(shard), ':from': from, ':to': to },
      }
    : {
        TableName: table,
        KeyConditionExpression: 'pk = :partition AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':partition': by === 'employeeId' ? keyPartition(by, shard) : namePartition(shard),
          ':from': from,
          ':to': to,
        },
        ConsistentRead: true,
      };

/**
 * Queries of one partition, 1 MB each, that a count takes at most. Of claims (85 bytes each) that is two million people,
 * who are counted without being sent. Of the index (some 320 bytes each) it is a quarter of a million, who have to be
 * looked at: half a second of a core for a query of all partitions, so that the count ends well within a request's time.
 */
const maxQueries = { userPrincipalName: 12, employeeId: 12, displayName: 5 } as const;

/** How many people a part of an order has for whom the filter holds; undefined when there are too many to count. */
export const countPlaces = async (
  client: DynamoDBDocumentClient,
  table: string,
  part: Part,
  filter: PeopleFilter,
): Promise<number | undefined> => {
  const { by } = part.order;
  const select = by === 'displayName' ? {} : { Select: 'COUNT' as const, ConsistentRead: false };
  const countIn = async (shard: number): Promise<number> => {
    let [queries, count] = [0, 0];
    const pages = paginateQuery({ client }, { ...queryOf(table, part, shard), ...select });
    for await (const { Items = [], Count = 0 } of pages) {
      if (queries === maxQueries[by]) return Number.NaN;
      queries += 1;
      count += by === 'displayName' ? Items.map(listedPersonOf).filter(holdsFor(filter)).length : Count;
    }
    return count;
  };
  const counts = await Promise.all(everyShard.map(countIn));
  const sum = counts.reduce((before, count) => before + count, 0);
  return Number.isNaN(sum) ? undefined : sum;
};

const holdsFor = (filter: PeopleFilter) => (person: ListedPerson) => matchesFilter(filter, person);
