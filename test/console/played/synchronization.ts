/** How people come from a directory on premises, as the API shows it. */
import type { Import } from '../../../clients/console/api/imports.ts';
import type { ObjectError, Synchronization } from '../../../clients/console/api/synchronization.ts';
import { type Refusal, sentenceOf } from '../../../shared/domain/refusals.ts';
import type { Sentence } from '../../../shared/refusals/sentences-in.ts';
import type { PlayedRoutes } from '../played-console.ts';
import { playedImport } from './imports.ts';
import { toldTo } from './told.ts';

/** A synchronisation that is on and through. */
export const playedSynchronization = (changed: Partial<Synchronization> = {}): Synchronization => ({
  id: 'organization',
  configuration: {
    accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
  },
  features: { blockSoftMatchEnabled: false, blockCloudObjectTakeoverThroughHardMatchEnabled: false },
  onPremisesSyncEnabled: true,
  source: { id: '5b0c4f0a-0000-4000-8000-000000000001', domainName: 'corp.contoso.com' },
  watermark: 'opaque',
  retry: ['5b0c4f0a-0000-4000-8000-000000000002', '5b0c4f0a-0000-4000-8000-000000000003'],
  retryIsComplete: true,
  onHold: null,
  heldRunId: null,
  latestRunId: '2e6d2e1c-5a4f-4f0e-9c55-000000000077',
  lastSyncDateTime: new Date(Date.now() - 600_000).toISOString(),
  ...changed,
});

const refused = (at: number, userPrincipalName: string | null, refusal: Refusal, sentence: Sentence): ObjectError => ({
  objectGuid: `5b0c4f0a-0000-4000-8000-00000000000${at}`,
  userPrincipalName,
  code: refusal.code,
  message: sentence(refusal),
  target: refusal.target ?? null,
  occurredDateTime: '2026-11-29T08:10:00.000Z',
  runId: '2e6d2e1c-5a4f-4f0e-9c55-000000000077',
});

export const playedErrors = (sentence: Sentence = sentenceOf): ObjectError[] => [
  refused(
    2,
    'grace@contoso.com',
    { code: 'UserNameTaken', target: 'userPrincipalName', fact: 'Grace Hopper' },
    sentence,
  ),
  refused(3, null, { code: 'UserNameMissing', target: 'userPrincipalName' }, sentence),
];

/** A run that waits with its deletions. */
export const playedHeldRun = (id: string): Import =>
  playedImport({
    id,
    kind: 'synchronization',
    status: 'onHold',
    fileName: 'corp.contoso.com',
    error: { code: 'DeletionsExceedThreshold', message: 'Too many.', target: null, fact: '812' },
    completedDateTime: null,
  });

/** Routes over such a synchronisation, which they change. */
export const playedSynchronizationRoutes = (state = playedSynchronization()): PlayedRoutes => ({
  'GET directory/onPremisesSynchronization': () => ({ body: { value: [state] } }),
  'GET directory/onPremisesSynchronization/*/errors': async (asked) => ({
    body: { value: playedErrors((await toldTo(asked)).sentence) },
  }),
  'PATCH directory/onPremisesSynchronization/*': () => {
    Object.assign(state, { onHold: null, heldRunId: null });
    return {};
  },
  'PATCH organization/*': ({ body }) => {
    Object.assign(state, body);
    return {};
  },
});
