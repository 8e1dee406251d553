/** Paging through deleted people, in the order of the user names that they had. */

import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { matchesFilter, type PeopleFilter } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import { canonicalUserName } from '../../domain/user-name.ts';
import { everyShard, shards } from '../../domain/uuid.ts';
import type { Directory } from '../../work/directory.ts';
import { deletedPartition } from '../directory-items.ts';
import { mergedPartitions, shareOf } from '../dynamodb/merged-partitions.ts';

type Place = { place: string; id: string };

/** Deleted people who are read at once where they have to match a filter, and how often that is done for a page. */
const tested = { people: 100, times: 8 } as const;

/** A page of the deleted, merged from their partitions; who was restored while it was read is left out. */
export const listDeleted = (
  client: DynamoDBDocumentClient,
  table: string,
  readPeople: Directory['readPeople'],
): Directory['listDeleted'] => {
  const placesAfter = async (after: string | undefined, most: number): Promise<{ places: Place[]; next?: string }> => {
    const query = async (shard: number) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: {
            ':pk': deletedPartition(shard),
            ...(after !== undefined && { ':after': after }),
          },
          Limit: shareOf(most, shards),
          ConsistentRead: true,
        }),
      );
      const items = Items.map(({ sk, id }): Place => ({ place: String(sk), id: String(id) }));
      return { items, cutAt: LastEvaluatedKey && items.at(-1)?.place };
    };
    const { items, end } = await mergedPartitions(everyShard, query, ({ place }: Place) => place);
    const places = items.slice(0, most);
    const next = places.length < items.length ? places.at(-1)?.place : end;
    return { places, ...(next !== undefined && { next }) };
  };

  return async ({ top, after, filter = [] }) => {
    const beginning = beginningOfNames(filter);
    const size = filter.length > 0 ? Math.max(top, tested.people) : top;
    const people: Person[] = [];
    let next = after ?? (beginning || undefined);
    for (let times = filter.length > 0 ? tested.times : 1; times > 0; times -= 1) {
      const round = await placesAfter(next, size);
      const read = await readPeople(round.places.map(({ id }) => id));
      const found = read.filter((person) => person.deleted && matchesFilter(filter, person));
      const open = top - people.length;
      people.push(...found.slice(0, open));
      // Behind the last of the page, where there is more than it takes; else behind all that was read.
      const last = found.length > open ? round.places.find(({ id }) => id === people.at(-1)?.id)?.place : undefined;
      next = last ?? round.next;
      if (next === undefined || !next.startsWith(beginning)) return { people };
      if (people.length === top) return { people, next };
    }
    return { people, ...(next !== undefined && { next }) };
  };
};

/** What the names begin with that a filter can mean: nothing, where it does not say. */
const beginningOfNames = (filter: PeopleFilter): string => {
  const names = filter.flatMap(({ property, test, value }) =>
    property === 'userPrincipalName' && (test === 'eq' || test === 'startswith') ? [canonicalUserName(value)] : [],
  );
  return names[0] ?? '';
};
