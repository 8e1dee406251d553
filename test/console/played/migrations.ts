/** Migration batches, as the API answers them: a few in every state, and those that pages make. */
import type { Batch, MigrationUser } from '../../../clients/console/api/migrations.ts';
import { adviceOn } from '../../../shared/domain/migrations/migration.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Refusal, RefusalCode } from '../../../shared/domain/refusals.ts';
import type { Sentence, ToldIn } from '../../../shared/refusals/sentences-in.ts';
import type { Played, PlayedRoutes } from '../played-console.ts';
import { refusal } from '../played-console.ts';
import { toldTo } from './told.ts';

const idOf = (index: number) => `2c0ffee0-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The ids of those that are there from the beginning. */
export const batchIds = {
  created: idOf(1),
  syncing: idOf(2),
  synced: idOf(3),
  completed: idOf(4),
  failed: idOf(5),
  stopped: idOf(6),
} as const;

const counts = {
  ...{ totalCount: 12, activeCount: 0, syncedCount: 9, finalizedCount: 0 },
  ...{ failedCount: 1, stoppedCount: 0, skippedCount: 2 },
};
const uncounted = {
  ...{ totalCount: null, activeCount: 0, syncedCount: 0, finalizedCount: 0 },
  ...{ failedCount: 0, stoppedCount: 0, skippedCount: 0 },
};

/** A batch whose rows have their outcome. */
export const playedBatch = (changed: Partial<Batch> = {}): Batch => ({
  ...{ id: idOf(99), displayName: 'Berlin', migrationType: 'exchangeCutover', status: 'SyncedWithErrors' },
  ...counts,
  ...{ startAfterDateTime: null, completeAfterDateTime: null, notes: [], error: null },
  ...{ createdBy: { displayName: 'Ada Lovelace' }, createdDateTime: '2026-11-28T09:12:00.000Z' },
  ...{ initialSyncDateTime: '2026-11-28T09:14:00.000Z', finalizedDateTime: null },
  ...changed,
});

/** One in most states, newest first. */
export const firstBatches = (): Batch[] => [
  playedBatch({
    id: batchIds.created,
    displayName: 'Wave 2',
    migrationType: 'exchangeStaged',
    status: 'Created',
    ...uncounted,
  }),
  playedBatch({
    ...{ id: batchIds.syncing, displayName: 'School', migrationType: 'imap', status: 'Syncing' },
    ...{ ...counts, totalCount: 20_000, activeCount: 12_000, syncedCount: 7_988, failedCount: 12, skippedCount: 0 },
  }),
  playedBatch({
    ...{ id: batchIds.synced },
    ...{ totalCount: 163, syncedCount: 160 },
    notes: adviceOn({ type: 'exchangeCutover' }, 163, defaultPolicy),
  }),
  playedBatch({
    ...{ id: batchIds.completed, displayName: 'Pilot', migrationType: 'exchangeRemoteMove', status: 'Completed' },
    ...{ ...counts, totalCount: 9, syncedCount: 0, finalizedCount: 9, failedCount: 0, skippedCount: 0 },
    finalizedDateTime: '2026-11-29T08:00:00.000Z',
  }),
  playedBatch({
    ...{ id: batchIds.failed, displayName: 'Everybody', status: 'Failed', ...uncounted },
    error: { code: 'TooManyColumns', message: '', target: null, fact: '401' },
  }),
  playedBatch({ id: batchIds.stopped, displayName: 'Munich', status: 'Stopped' }),
];

const user = (rowNumber: number, changed: Partial<MigrationUser>): MigrationUser => ({
  ...{ rowNumber, userPrincipalName: `user${rowNumber}@contoso.com`, personId: idOf(500 + rowNumber) },
  ...{ status: 'Synced', mailbox: 'grace', mailboxGraceEndDateTime: '2026-12-28T09:14:00.000Z', error: null },
  ...changed,
});
const nobody = { personId: null, mailbox: null, mailboxGraceEndDateTime: null };

const because = (refusal: Refusal, sentence: Sentence) => ({ code: refusal.code, message: sentence(refusal) });

const users = (sentence: Sentence): MigrationUser[] => [
  user(1, {}),
  user(2, { mailbox: 'active', mailboxGraceEndDateTime: null }),
  user(3, { mailbox: 'disabled', mailboxGraceEndDateTime: null }),
  user(4, {
    ...nobody,
    ...{ userPrincipalName: 'old.domain@fabrikam.example', status: 'Failed' },
    error: because({ code: 'DomainNotVerified', fact: 'fabrikam.example' }, sentence),
  }),
  user(5, {
    ...nobody,
    ...{ userPrincipalName: 'room.1@contoso.com', status: 'Skipped' },
    error: because({ code: 'RecipientSkipped', fact: 'RoomMailbox' }, sentence),
  }),
];

/** A batch as whoever asks reads it. */
const toldOf = ({ notes, error, ...one }: Batch, { note, sentence }: ToldIn): Batch => ({
  ...one,
  notes: notes.map(note),
  error: error && { ...error, message: sentence({ code: error.code as RefusalCode, fact: error.fact ?? '' }) },
});

const matches = (filter: string | null, { mailbox, status }: MigrationUser): boolean => {
  const [, name, value] = /^(mailbox|statusSummary) eq '(\w+)'$/.exec(filter ?? '') ?? [];
  return name === undefined || (name === 'mailbox' ? mailbox : status) === value;
};

/** Routes over batches that are kept; `bucket` is where files go. */
export const playedMigrations = (bucket = 'http://files.example', batches: Batch[] = firstBatches()): PlayedRoutes => {
  const withId = (id: string | undefined, act: (one: Batch) => Played): Played => {
    const one = batches.find((each) => each.id === id);
    return one ? act(one) : refusal(404, 'NotFound', 'There is no such batch.');
  };
  const to = (id: string | undefined, changed: Partial<Batch>): Played =>
    withId(id, (one) => ({ status: 202, body: Object.assign(one, changed) }));
  return {
    'GET migrationBatches': async (asked) => {
      const told = await toldTo(asked);
      return { body: { value: batches.map((one) => toldOf(one, told)) } };
    },
    'GET migrationBatches/*': async ({ values: [id], headers }) => {
      const told = await toldTo({ headers });
      return withId(id, (one) => ({ body: toldOf(one, told) }));
    },
    'GET migrationBatches/*/users': async ({ values: [id], query, headers }) => {
      const { sentence } = await toldTo({ headers });
      const value = users(sentence).filter((each) => matches(query.get('$filter'), each));
      return withId(id, () => ({ body: { value } }));
    },
    'POST migrationBatches': ({ body: { displayName, migrationType } }) => {
      const one = playedBatch({
        ...{ id: idOf(100 + batches.length), displayName, migrationType, status: 'Created', ...uncounted },
        initialSyncDateTime: null,
      });
      batches.unshift(one);
      const upload = { url: `${bucket}/${one.id}`, method: 'PUT', headers: { 'If-None-Match': '*' } };
      return { status: 201, body: { ...one, upload } };
    },
    'POST migrationBatches/*/start': ({ values: [id] }) => to(id, { status: 'Synced', ...counts, failedCount: 0 }),
    'POST migrationBatches/*/stop': ({ values: [id] }) => to(id, { status: 'Stopped' }),
    'POST migrationBatches/*/complete': ({ values: [id] }) =>
      to(id, { status: 'Completed', syncedCount: 0, finalizedCount: 9 }),
    'DELETE migrationBatches/*': ({ values: [id] }) =>
      withId(id, (one) => {
        batches.splice(batches.indexOf(one), 1);
        return {};
      }),
  };
};
