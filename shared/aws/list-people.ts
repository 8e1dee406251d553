/** Paging through people by user name: a merge of the sorted partitions of a list, then one read of the people. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Person } from '../domain/person.ts';
import type { Directory } from '../work/directory.ts';
import { deletedPartition, namePartition, shards } from './directory-items.ts';

type Claim = { name: string; id: string };

/** A list of people: its partitions, and who still belongs to it when the people are read after it. */
type List = { partition: (shard: number) => string; holds: (person: Person) => boolean };

/** Those who hold a user name, sorted by it. */
const present: List = { partition: namePartition, holds: ({ deleted }) => !deleted };

/** Those who are deleted, sorted by the name that they had; two of them may have had the same one. */
export const deletedList: List = { partition: deletedPartition, holds: ({ deleted }) => deleted !== undefined };

/** A page of people after a user name. Names are spread evenly, so a partition rarely gives more than twice its share. */
export const listPeople =
  (
    client: DynamoDBDocumentClient,
    table: string,
    readPeople: (ids: readonly string[]) => Promise<Person[]>,
    { partition, holds }: List = present,
  ): Directory['listPeople'] =>
  async ({ top, after }) => {
    const share = Math.ceil((top / shards) * 2) + 2;
    const query = (shard: number) => claimsAfter(client, table, partition(shard), after, share);
    const partitions = await Promise.all(Array.from({ length: shards }, (_, shard) => query(shard)));
    // Beyond the last name of a partition that was cut, others may miss names: the page ends there at the latest.
    const bounds = partitions.filter(({ cut }) => cut).map(({ claims }) => claims.at(-1)?.name ?? '');
    const bound = bounds.sort()[0];
    const merged = partitions.flatMap(({ claims }) => claims).sort((one, other) => (one.name < other.name ? -1 : 1));
    const page = merged.filter(({ name }) => bound === undefined || name <= bound).slice(0, top);
    const last = page.at(-1)?.name;
    const more = bound !== undefined || page.length < merged.length;
    const people = await readPeople(page.map(({ id }) => id));
    return { people: people.filter(holds), ...(more && last && { next: last }) };
  };

const claimsAfter = async (
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  after: string | undefined,
  most: number,
): Promise<{ claims: Claim[]; cut: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': pk, ...(after !== undefined && { ':after': after }) },
      Limit: most,
      ConsistentRead: true,
    }),
  );
  return {
    claims: Items.map(({ sk, id }) => ({ name: String(sk), id: String(id) })),
    cut: LastEvaluatedKey !== undefined,
  };
};
