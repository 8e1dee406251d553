/** A page of those who have something ahead, one partition of the due index after the other. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mayEnd } from '../../domain/people/may-end.ts';
import type { PeopleFilter } from '../../domain/people/people-filter.ts';
import type { Person } from '../../domain/person.ts';
import type { Instant } from '../../domain/time.ts';
import { shards } from '../../domain/uuid.ts';
import type { PeopleQuestion } from '../../work/directory.ts';
import { duePartition, personKey } from '../directory-items.ts';
import { dueEndsOf, dueEntryOf } from './person-item.ts';

/** People of one read at most; reads of a page beyond those of people who all match; queries of a page. */
const bounds = { people: 100, sparedReads: 7, queries: 24 } as const;

type Asked = Pick<PeopleQuestion, 'top' | 'after'> & { filter: PeopleFilter; until?: Instant };

/** A place in the index: its partition, and the entry after which to go on, if any. */
type Place = { shard: number; dueAt?: string; id?: string };

const textOf = ({ shard, dueAt = '', id = '' }: Place): string => `${shard}!${dueAt}!${id}`;

const placeOf = (text = '0!!'): Place => {
  const [shard, dueAt, id] = text.split('!');
  return { shard: Number(shard), ...(dueAt && id && { dueAt, id }) };
};

/**
 * Lists people by the due index, in no order. What stands in an entry rules most people out before they are read; of the
 * others, and of whoever an earlier release wrote, the record decides. A page of 100 takes 24 queries and 8 reads at most.
 */
export const listDue = async (
  client: DynamoDBDocumentClient,
  table: string,
  { top, after, filter, until }: Asked,
  allowed: (ids: readonly string[], filter: PeopleFilter) => Promise<Person[]>,
): Promise<{ people: Person[]; next?: string }> => {
  const people: Person[] = [];
  let place = placeOf(after);
  let reads = Math.ceil(top / bounds.people) + bounds.sparedReads;
  for (let queries = 0; queries < bounds.queries && place.shard < shards; queries += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(queryOf(table, place, until)));
    const entries = Items.map((item) => ({
      dueAt: String(item.dueAt),
      id: dueEntryOf(item).id,
      ends: dueEndsOf(item),
    }));
    const open = entries.filter(({ ends }) => mayEnd(ends, filter));
    for (let start = 0; start < open.length; ) {
      if (reads === 0 || people.length === top) return { people, next: textOf(place) };
      // No more than there is room for, so that a page ends with the last person who was read.
      const some = open.slice(start, start + Math.min(bounds.people, top - people.length));
      people.push(
        ...(await allowed(
          some.map(({ id }) => id),
          filter,
        )),
      );
      const { dueAt = '', id = '' } = some.at(-1) ?? {};
      [reads, start, place] = [reads - 1, start + some.length, { shard: place.shard, dueAt, id }];
    }
    place = LastEvaluatedKey
      ? { shard: place.shard, dueAt: String(LastEvaluatedKey.dueAt), id: dueEntryOf(LastEvaluatedKey).id }
      : { shard: place.shard + 1 };
  }
  return place.shard < shards ? { people, next: textOf(place) } : { people };
};

const queryOf = (table: string, { shard, dueAt, id }: Place, until: Instant | undefined) => ({
  TableName: table,
  IndexName: 'due',
  KeyConditionExpression: `dueShard = :shard${until === undefined ? '' : ' AND dueAt <= :until'}`,
  ExpressionAttributeValues: {
    ':shard': duePartition(shard),
    ...(until !== undefined && { ':until': `${until}#~` }),
  },
  ...(dueAt !== undefined &&
    id !== undefined && { ExclusiveStartKey: { dueShard: duePartition(shard), dueAt, ...personKey(id) } }),
});
