/** The list of open imports, and the places that their owners have in it. */
import { randomInt } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { Refused } from '../../domain/refusals.ts';
import { epochSeconds, type Instant } from '../../domain/time.ts';
import type { Imports, OpenLimit } from '../../work/imports/imports.ts';
import { type ConditionOutcome, transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { expiry, openKey, placeKey } from './import-items.ts';

type Key = { pk: string; sk: string };

/** Tries for a place; each lost one means that somebody else took it. */
const maxTries = 20;

export const openImports = (client: DynamoDBDocumentClient, table: string) => {
  const openItem = async (id: string) =>
    (await client.send(new GetCommand({ TableName: table, Key: openKey(id), ConsistentRead: true }))).Item;

  /** A free place of an owner, any of them, so that two who ask at once seldom ask for the same. */
  const freePlace = async ({ owner }: ImportJob, { mostOpen }: OpenLimit, now: Instant): Promise<Key | undefined> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': placeKey(owner.id, 0).pk },
        ConsistentRead: true,
      }),
    );
    // What TTL has not removed yet is over all the same.
    const taken = new Set(Items.filter(({ expiresAt }) => Number(expiresAt) > epochSeconds(now)).map(({ sk }) => sk));
    const keys = Array.from({ length: mostOpen }, (_, place) => placeKey(owner.id, place));
    const free = keys.filter(({ sk }) => !taken.has(sk));
    return free.length === 0 ? undefined : free[randomInt(free.length)];
  };

  const takePlace = (key: Key, job: ImportJob, now: Instant): Action => ({
    Put: {
      TableName: table,
      Item: { ...key, id: job.id, ...expiry(job.createdDateTime) },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
      ExpressionAttributeValues: { ':now': epochSeconds(now) },
    },
  });

  const putOpen = (job: ImportJob, place?: Key): Action => ({
    Put: {
      TableName: table,
      Item: { ...openKey(job.id), ...(place && { place }), ...expiry(job.createdDateTime) },
    },
  });

  /**
   * Writes actions together with opening an import, in a place where there is a limit. Undefined when it was written, else
   * what the actions met. `elseThere` is asked when there is no place: whether the import is there without one.
   */
  const writeOpening = async (
    actions: readonly Action[],
    job: ImportJob,
    limit: OpenLimit | undefined,
    now: Instant,
  ): Promise<ConditionOutcome[] | 'full' | undefined> => {
    if (!limit) return transact(client, [...actions, putOpen(job)]);
    for (let tries = 0; tries < maxTries; tries += 1) {
      const place = await freePlace(job, limit, now);
      if (!place) return 'full';
      const met = await transact(client, [...actions, putOpen(job, place), takePlace(place, job, now)]);
      if (!met || met.at(-1)?.isMet) return met;
      // What the others met may be the better news: the place is looked for anew only when they were all right.
      if (met.slice(0, -1).some(({ isMet }) => !isMet)) return met;
    }
    throw new Refused({ code: 'ConcurrentChange' });
  };

  const openPage: Imports['openPage'] = async ({ top, after }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': openKey('').pk, ...(after !== undefined && { ':after': after }) },
        Limit: top,
        ConsistentRead: true,
      }),
    );
    return { ids: Items.map(({ sk }) => String(sk)), ...(LastEvaluatedKey && { next: String(LastEvaluatedKey.sk) }) };
  };

  const close: Imports['close'] = async (id) => {
    const open = await openItem(id);
    if (!open) return;
    const place = open.place as Key | undefined;
    await transact(client, [
      { Delete: { TableName: table, Key: openKey(id) } },
      ...(place
        ? [
            {
              Delete: {
                TableName: table,
                Key: { pk: place.pk, sk: place.sk },
                // By now it may be another's, when this one was kept open beyond its days.
                ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
                ExpressionAttributeValues: { ':id': id },
              },
            },
          ]
        : []),
    ]);
  };

  return {
    openItem,
    putOpen,
    writeOpening,
    openPage,
    close,
    isOpen: async (id: string) => (await openItem(id)) !== undefined,
  };
};
