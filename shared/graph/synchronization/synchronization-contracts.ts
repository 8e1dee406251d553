/** Routes of the directory on premises. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { context, moment, pageOf } from '../people/resources.ts';
import { synchronizationBody } from './synchronization-bodies.ts';

const tag = 'Synchronisation';
const textOrNull = z.string().nullable();

const properties = {
  id: z.string(),
  configuration: z.strictObject({
    accidentalDeletionPrevention: z.strictObject({
      synchronizationPreventionType: z.enum(['enabledForCount', 'disabled']),
      alertThreshold: z.int(),
    }),
  }),
  features: z.strictObject({
    blockSoftMatchEnabled: z.boolean(),
    blockCloudObjectTakeoverThroughHardMatchEnabled: z.boolean(),
  }),
  onPremisesSyncEnabled: z.boolean(),
  source: z.strictObject({ id: z.string(), domainName: z.string() }).nullable(),
  watermark: textOrNull.meta({ description: 'Where the next run begins; null: with everybody.' }),
  retry: z.array(z.string()).meta({ description: 'objectGUIDs of people who were refused: to be read again.' }),
  retryIsComplete: z.boolean().meta({ description: 'false: there are more, so that the next run is to be full.' }),
  onHold: z
    .enum(['undone', 'deletions'])
    .nullable()
    .meta({ description: 'Why runs wait: one was undone, or one would delete more people than it may.' }),
  heldRunId: textOrNull,
  latestRunId: textOrNull.meta({ description: 'The import of the run that was asked for last.' }),
  lastSyncDateTime: moment.nullable(),
};

const one = answer('OnPremisesSynchronization', z.strictObject({ ...context, ...properties }));
const list = answer('OnPremisesSynchronizations', pageOf(z.strictObject(properties)));
const errors = answer(
  'SynchronizationErrors',
  pageOf(
    z.strictObject({
      objectGuid: z.string(),
      userPrincipalName: textOrNull,
      code: z.string(),
      message: z.string(),
      target: textOrNull,
      occurredDateTime: moment,
      runId: z.string(),
    }),
  ),
);

const address = '/v1.0/directory/onPremisesSynchronization';

export const synchronizationContracts: Contracts = {
  [`GET ${address}`]: {
    ...{ needs: 'synchronize', tag },
    summary:
      'Says how people come from the directory on premises, and how far that is: a collection of one, as in Graph',
    answers: { 200: list },
  },
  [`GET ${address}/{id}`]: {
    ...{ needs: 'synchronize', tag },
    summary: 'The same, of the one',
    answers: { 200: one },
  },
  [`PATCH ${address}/{id}`]: {
    ...{ needs: 'manageSynchronization', tag },
    summary: 'Sets how many deletions a run may make and who may be taken over, and lets runs go on',
    description: 'onHold null lets runs go on that wait since one was undone. What is left out stays.',
    body: body('OnPremisesSynchronizationSettings', synchronizationBody),
    answers: { 204: 'nothing' },
    refusals: ['ConcurrentChange'],
  },
  [`GET ${address}/{id}/errors`]: {
    ...{ needs: 'synchronize', tag },
    summary: 'Lists the objects that are not here as they are on premises, and why',
    description: 'An object stays on the list until a run brings it through, or a full one no longer names it.',
    query: ['$top', '$skiptoken'],
    answers: { 200: errors },
  },
};
