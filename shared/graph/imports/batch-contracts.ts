/** Routes of migration batches. */
import * as z from 'zod';
import { batchStatuses, userStatuses } from '../../domain/imports/batch-state.ts';
import { migrationTypes } from '../../domain/migrations/migration.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { moment, pageOf } from '../people/resources.ts';
import { importError, uploadWay } from './import-resources.ts';
import { newBatchBody } from './new-import-body.ts';

const tag = 'Migrations';
const read = { needs: 'readImports', tag } as const;
const managed = { needs: 'manageImports', tag } as const;
const textOrNull = z.string().nullable();
const momentOrNull = moment.nullable();

const properties = {
  id: z.string().meta({ description: 'That of its import, too.' }),
  displayName: z.string(),
  migrationType: z.enum(migrationTypes),
  status: z.enum(batchStatuses),
  totalCount: z.int().nullable().meta({ description: 'The sum of the others; null until the file was read.' }),
  activeCount: z.int(),
  syncedCount: z.int(),
  finalizedCount: z.int(),
  failedCount: z.int(),
  stoppedCount: z.int(),
  skippedCount: z.int().meta({ description: 'Rows of no person, such as meeting rooms.' }),
  notificationEmails: z.array(z.string()),
  autoStart: z.boolean(),
  startAfterDateTime: momentOrNull,
  autoComplete: z.boolean(),
  completeAfterDateTime: momentOrNull,
  notes: z.array(z.string()),
  error: importError,
  createdBy: z.strictObject({ kind: z.string(), id: z.string(), displayName: z.string() }),
  createdDateTime: moment,
  initialSyncDateTime: momentOrNull.meta({ description: 'When every row had its outcome.' }),
  stoppedDateTime: momentOrNull,
  finalizedDateTime: momentOrNull,
};

const batch = answer('MigrationBatch', z.strictObject(properties));
const requested = answer('RequestedMigrationBatch', z.strictObject({ ...properties, upload: uploadWay }));
const page = answer('MigrationBatchPage', pageOf(batch));
const users = answer(
  'MigrationUserPage',
  pageOf(
    z.strictObject({
      userPrincipalName: textOrNull,
      rowNumber: z.int(),
      personId: textOrNull,
      batchId: z.string(),
      status: z.enum(userStatuses),
      statusSummary: z.enum(userStatuses),
      mailbox: z.enum(['grace', 'active', 'disabled']).nullable(),
      mailboxGraceEndDateTime: momentOrNull,
      error: z.strictObject({ code: z.string(), message: z.string(), target: textOrNull }).nullable(),
    }),
  ),
);

const address = '/v1.0/migrationBatches';

export const migrationContracts: Contracts = {
  [`GET ${address}`]: {
    ...read,
    summary: 'Lists migration batches, newest first',
    query: ['$top', '$skiptoken'],
    maxItems: 100,
    answers: { 200: page },
  },
  [`POST ${address}`]: {
    ...managed,
    summary: 'Makes a migration batch, and says where its file is to be put',
    description:
      'A batch is an import whose people get a mailbox: in its grace without a licence that carries one. It moves no mail. Options are those of `POST /v1.0/imports`. Without `autoStart` or `startAfterDateTime` it waits for `start`.',
    body: body('NewMigrationBatch', newBatchBody),
    answers: { 201: requested },
    refusals: ['CutoverWhileSynchronized', 'FileTooLarge', 'TooManyOpenImports', 'UserNamePatternInvalid'],
  },
  [`GET ${address}/{id}`]: {
    ...read,
    summary: 'Says how far a migration batch is, in the words of Exchange',
    answers: { 200: batch },
  },
  [`DELETE ${address}/{id}`]: {
    ...managed,
    summary: 'Takes a migration batch off the list',
    description: 'Its people, its import and the report stay. One that is at work has to be stopped first.',
    answers: { 204: 'nothing' },
    refusals: ['ImportNotOver', 'ConcurrentChange'],
  },
  [`POST ${address}/{id}/start`]: {
    ...managed,
    summary: 'Starts a migration batch, or has it go on',
    description:
      'One whose file is still to come starts with it. One that is on hold for seats goes on without them. It acts with what its owner and whoever starts it may do both.',
    answers: { 202: batch },
    refusals: ['ImportNotResumable', 'TooManyOpenImports', 'ConcurrentChange'],
  },
  [`POST ${address}/{id}/stop`]: {
    ...managed,
    summary: 'Stops a migration batch',
    description: 'Rows that have their outcome keep it. It can be started again.',
    answers: { 202: batch },
    refusals: ['ImportOver', 'ConcurrentChange'],
  },
  [`POST ${address}/{id}/complete`]: {
    ...managed,
    summary: 'Says that the mail of a migration batch is over there',
    description: 'Nothing else changes; the final report is mailed. To ask twice is to ask once.',
    answers: { 202: batch },
    refusals: ['BatchNotSynced', 'ConcurrentChange'],
  },
  [`GET ${address}/{id}/users`]: {
    ...read,
    summary: 'Lists the people of a migration batch whose rows have their outcome',
    description:
      "`$filter` is one condition: `mailbox eq 'grace'` (`active`, `disabled`), or `statusSummary eq 'Failed'` and the like. A page may be short, or empty, and lead to a next one.",
    query: ['$top', '$skiptoken', '$filter'],
    answers: { 200: users },
  },
};
