/** The schemas of what crosses a queue. */

import * as z from 'zod';
import { rowOutcomes } from '../domain/imports/import-progress.ts';
import { shards } from '../domain/uuid.ts';
import { credentialWalk } from './credential-request.ts';

/** The event that EventBridge makes of an object put into the import bucket. Keys come raw: they are never decoded. */
export const objectCreatedEvent = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      etag: z.string().optional(),
      size: z.number().optional(),
      'version-id': z.string().optional(),
      sequencer: z.string().optional(),
    }),
  }),
});

/** A step of an import that its own queue asks for: go on from where the job stands. */
export const importStep = z.strictObject({ kind: z.literal('continueImport'), importId: z.string() });
export type ImportStep = z.output<typeof importStep>;

/** What comes through the queue of files. */
export const fileMessage = z.union([importStep, objectCreatedEvent]);

/** A refusal as it travels. Its code is one of domain/refusals.ts. */
const refusal = z.strictObject({ code: z.string(), target: z.string().optional(), fact: z.string().optional() });

/** A checked draft as it travels; a chosen password travels sealed, beside it. */
const travellingDraft = z.looseObject({
  userPrincipalName: z.string(),
  displayName: z.string(),
  mailNickname: z.string(),
  skuIds: z.array(z.string()),
});

/** What a dry run found for a row, which is now to come out the same. */
const plannedRow = z.strictObject({
  outcome: z.enum(rowOutcomes),
  /** The user name that was made for it. */
  userPrincipalName: z.string().optional(),
  changes: z.array(z.looseObject({ property: z.string() })).optional(),
});

/** A row of a chunk: a person to add or to change, or a refusal to record. */
const chunkRow = z.strictObject({
  rowNumber: z.int(),
  userPrincipalName: z.string(),
  draft: travellingDraft.optional(),
  /** Its user name was made: from this one, which so many rows before it share. */
  made: z.strictObject({ base: z.string(), place: z.int() }).optional(),
  /** Licences of the draft that no reserved seat is left for. */
  short: z.array(z.string()).optional(),
  /** The chosen password, sealed with the chunk's data key. */
  sealedPassword: z.string().optional(),
  warning: refusal.optional(),
  refusal: refusal.optional(),
  /** The object on premises that the row is of. */
  object: z
    .strictObject({
      objectGuid: z.string().optional(),
      primaryAddress: z.string().optional(),
      personId: z.string().optional(),
      isDeletion: z.literal(true).optional(),
    })
    .optional(),
  planned: plannedRow.optional(),
});

/**
 * A chunk of rows. Its id is the import's id and the number of its first row; one that was sent before the import was
 * resumed is not good any more. That of an undo has no rows: they are results, which lie in the table.
 */
export const rowsMessage = z.strictObject({
  importId: z.string(),
  importedAt: z.string(),
  resumption: z.int(),
  firstRow: z.int(),
  lastRow: z.int(),
  rows: z.array(chunkRow).min(1).optional(),
  undo: z.literal(true).optional(),
  /** The data key of the sealed passwords, itself encrypted by KMS. */
  sealedKey: z.string().optional(),
});

/** People whose credentials are owed; at most 50, mailed together where they share an address. */
export const credentialMessage = z.strictObject({ userIds: z.array(z.string()).min(1).max(50) });

/**
 * People whom notices are owed, an import whose results are, what is gathered for administrators: of one kind (a
 * `DigestKind`), or of all; or that runs of synchronisation may be missing.
 */
export const noticeMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notices'), userIds: z.array(z.string()).min(1).max(50) }),
  z.strictObject({ kind: z.literal('importResults'), importId: z.string() }),
  z.strictObject({ kind: z.literal('digests'), of: z.string().optional() }),
  /** Whether runs of synchronisation are missing is looked at. */
  z.strictObject({ kind: z.literal('synchronizationSilence') }),
]);
export type NoticeMessage = z.output<typeof noticeMessage>;

const shardNumber = z
  .int()
  .min(0)
  .max(shards - 1);

/** Work of the sweep: `sweep` starts it, the others are its parts. */
export const sweepMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sweep') }),
  /** `calls` counts those that a sweep of the shard has taken so far. */
  z.strictObject({ kind: z.literal('shard'), shard: shardNumber, calls: z.int().min(1).optional() }),
  z.strictObject({ kind: z.literal('waiting'), skuId: z.string() }),
  /** Imports that are not over are looked at, after one; those alone that wait for seats of a licence, if one is given. */
  z.strictObject({ kind: z.literal('imports'), skuId: z.string().optional(), after: z.string().optional() }),
  /** People whose user names are in a shard, after one, are dated anew; those at a domain alone, if one is given. */
  z.strictObject({
    kind: z.literal('redate'),
    shard: shardNumber,
    domain: z.string().optional(),
    after: z.string().optional(),
  }),
  /** People of an earlier release whose user names are in a shard, after one, are given their claims on keys. */
  z.strictObject({ kind: z.literal('claimKeys'), shard: shardNumber, after: z.string().optional() }),
  /** People of a shard are counted on a day, after a place; `people` and `blocked` are those that came before it. */
  z.strictObject({
    kind: z.literal('count'),
    day: z.iso.date(),
    shard: shardNumber,
    people: z.int().min(0).optional(),
    blocked: z.int().min(0).optional(),
    after: z.string().optional(),
  }),
  credentialWalk,
]);
export type SweepMessage = z.output<typeof sweepMessage>;
