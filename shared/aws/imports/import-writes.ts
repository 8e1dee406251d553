/** The transactions that begin, advance and end an import, with the seats that go with them. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../domain/audit.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Imports, OpenLimit } from '../../work/imports/imports.ts';
import { auditItem, skuKey } from '../directory-items.ts';
import { transact } from '../dynamodb/transact.ts';
import type { Action } from '../dynamodb/transact-command.ts';
import { cancelKey, expiry, jobItem, listKey, resultActions } from './import-items.ts';
import { ownerItem } from './import-owner.ts';
import { batchListed } from './migration-batches.ts';
import { openImports } from './open-imports.ts';
import { statePut } from './synchronization.ts';

type Writes = Pick<
  Imports,
  'begin' | 'advance' | 'revive' | 'reserve' | 'settle' | 'requestCancel' | 'tell' | 'resume' | 'record'
>;

export const importWrites = (
  client: DynamoDBDocumentClient,
  tables: { imports: string; directory?: string },
  read: Imports['read'],
  policy?: Pick<Policy, 'auditDays'>,
): Writes => {
  const table = tables.imports;
  const opening = openImports(client, table);
  const advance = (before: ImportJob, after: ImportJob): Action => ({
    Put: {
      TableName: table,
      Item: jobItem(after),
      ConditionExpression: 'stage = :stage AND nextRow <= :next AND resumptions = :resumptions',
      ExpressionAttributeValues: {
        ':stage': before.stage,
        ':next': after.nextRow,
        ':resumptions': before.resumptions,
      },
    },
  });
  const owned = (job: ImportJob): Action => ({
    Put: { TableName: table, Item: { ...ownerItem(job), ...expiry(job.createdDateTime) } },
  });
  /** Whether the import was neither advanced nor resumed since; it may go back to its first row. */
  const standsAt = (before: ImportJob) => ({
    ConditionExpression: 'stage = :stage AND resumptions = :resumptions',
    ExpressionAttributeValues: { ':stage': before.stage, ':resumptions': before.resumptions },
  });
  /** Entries lie in the directory, and expire by its policy. */
  const told = (audit: readonly AuditEntry[]): Action[] =>
    audit.map((entry) => {
      if (!policy || tables.directory === undefined) throw new Error('these imports have no audit to tell');
      return { Put: { TableName: tables.directory, Item: auditItem(entry, policy) } };
    });
  const seat = (
    skuId: string,
    UpdateExpression: string,
    values: Record<string, number>,
    condition?: string,
  ): Action => ({
    Update: {
      TableName: tables.directory,
      Key: skuKey(skuId),
      UpdateExpression,
      ExpressionAttributeNames: { '#free': 'free', '#reserved': 'reserved' },
      ExpressionAttributeValues: values,
      ...(condition && { ConditionExpression: condition }),
    },
  });

  return {
    begin: async (job, audit = [], limit) => {
      const record = [
        { Put: { TableName: table, Item: jobItem(job), ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName: table, Item: { ...listKey(job), id: job.id, ...expiry(job.createdDateTime) } } },
        owned(job),
        ...(job.migration ? [batchListed(table, job)] : []),
        ...told(audit),
      ];
      const lost = await opening.writeOpening(record, job, limit, job.createdDateTime);
      if (!lost) return job;
      const there = await read(job.id);
      if (!there && lost === 'full') throw tooMany(limit);
      return there ?? job;
    },
    advance: async (before, after, audit = []) =>
      (await transact(client, [advance(before, after), ...told(audit)])) === undefined,
    revive: async (before, after) => {
      const condition = {
        ConditionExpression: 'stage = :stage AND revivals = :revivals AND resumptions = :resumptions',
        ExpressionAttributeValues: {
          ':stage': before.stage,
          ':revivals': before.revivals,
          ':resumptions': before.resumptions,
        },
      };
      return (
        (await transact(client, [{ Put: { TableName: table, Item: jobItem(after), ...condition } }])) === undefined
      );
    },
    reserve: async (before, after) => {
      const taken = after.seats.filter(({ granted }) => granted > 0);
      const met = await transact(client, [
        advance(before, after),
        ...taken.map(({ skuId, granted }) =>
          seat(skuId, 'SET #free = #free - :n, #reserved = #reserved + :n', { ':n': granted }, '#free >= :n'),
        ),
      ]);
      if (!met) return 'reserved';
      return met[0]?.isMet ? 'short' : 'lost';
    },
    settle: async (before, after, taken, { audit = [], moved } = {}) => {
      const granted = new Map(before.seats.map((plan) => [plan.skuId, plan.granted]));
      const skuIds = [...new Set([...granted.keys(), ...Object.keys(taken)])];
      const moves = skuIds
        .map((skuId) => ({ skuId, granted: granted.get(skuId) ?? 0, taken: taken[skuId] ?? 0 }))
        .filter((move) => move.granted !== 0 || move.taken !== 0);
      const met = await transact(client, [
        advance(before, after),
        ...moves.map((move) =>
          seat(move.skuId, 'SET #reserved = #reserved - :granted, #free = #free + :rest', {
            ':granted': move.granted,
            ':rest': move.granted - move.taken,
          }),
        ),
        ...(moved ? [{ Put: statePut(table, moved.before, moved.after) }] : []),
        ...told(audit),
      ]);
      return met === undefined;
    },
    requestCancel: async (id, { because, audit = [] } = {}) => {
      const job = await read(id);
      if (!job) return;
      const item = { ...cancelKey(id), ...(because && { because }), ...expiry(job.createdDateTime) };
      // Whoever asks for no reason takes none away, and what was asked for before is told once.
      const once = because ? {} : { ConditionExpression: 'attribute_not_exists(pk)' };
      await transact(client, [{ Put: { TableName: table, Item: item, ...once } }, ...told(audit)]);
    },
    tell: async (audit) => {
      await transact(client, told(audit));
    },
    resume: async (before, after, audit = [], limit) => {
      const actions = [
        { Put: { TableName: table, Item: jobItem(after), ...standsAt(before) } },
        owned(after),
        { Delete: { TableName: table, Key: cancelKey(after.id) } },
        ...told(audit),
      ];
      // One on hold is open, and keeps its place.
      if (await opening.isOpen(after.id)) return (await transact(client, actions)) === undefined;
      const met = await opening.writeOpening(actions, after, limit, after.lastStepDateTime);
      if (met === 'full') throw tooMany(limit);
      return met === undefined;
    },
    record: async (result, replaced) => (await transact(client, resultActions(table, result, replaced))) === undefined,
  };
};

const tooMany = (limit: OpenLimit | undefined) =>
  new Refused({ code: 'TooManyOpenImports', fact: String(limit?.mostOpen ?? '') });
