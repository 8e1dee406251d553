/** Migration batches and their users, as the API shows them. */
import type { BatchCounts, BatchStatus, UserStatus } from '../../../shared/domain/imports/batch-state.ts';
import type { MigrationType } from '../../../shared/domain/migrations/migration.ts';
import { call, read } from './call.ts';
import type { FileFault } from './imports.ts';

/** GET migrationBatches/{id}, as far as the pages show it. Its id is that of its import. */
export type Batch = BatchCounts & {
  id: string;
  displayName: string;
  migrationType: MigrationType;
  status: BatchStatus;
  startAfterDateTime: string | null;
  completeAfterDateTime: string | null;
  notes: string[];
  error: FileFault | null;
  createdBy: { displayName: string };
  createdDateTime: string;
  initialSyncDateTime: string | null;
  finalizedDateTime: string | null;
};

/** How a mailbox is: with a licence, in its 30 days without one, or without one for longer. */
export const mailboxStates = ['grace', 'active', 'disabled'] as const;

/** A row that has its outcome, and how the mailbox of its person is now. */
export type MigrationUser = {
  userPrincipalName: string | null;
  rowNumber: number;
  personId: string | null;
  status: UserStatus;
  mailbox: (typeof mailboxStates)[number] | null;
  mailboxGraceEndDateTime: string | null;
  error: { code: string; message: string } | null;
};

/** What a batch is made of, beside its file. */
export type NewBatch = Pick<Batch, 'displayName' | 'migrationType'> & { autoStart: boolean };

/** What can be asked of a batch; the answer is the batch as it is then. Asked twice, it is done once. */
export type BatchAction = 'start' | 'stop' | 'complete';
export const askBatch = async (id: string, action: BatchAction): Promise<Batch> =>
  (await call<Batch>('POST', `migrationBatches/${id}/${action}`)).body;

/** How often a batch is looked at again, in milliseconds: while rows are worked on, and while it waits for something. */
const pace: Partial<Record<BatchStatus, number>> = {
  Starting: 1_500,
  Syncing: 1_500,
  Waiting: 15_000,
  Created: 15_000,
};

/** One batch, which is read again for as long as it goes on. */
export const batchQuery = (id: string) => ({
  queryKey: ['migrationBatches', 'one', id],
  queryFn: () => read<Batch>(`migrationBatches/${id}`),
  staleTime: 0,
  refetchInterval: ({ state: { data } }: { state: { data: Batch | undefined } }): number | false =>
    (data && pace[data.status]) ?? false,
});

/** The first page of its users, of all or of those that match. */
export const usersPath = (id: string, filter: string | undefined): string =>
  `migrationBatches/${id}/users?${new URLSearchParams({ $top: '50', ...(filter && { $filter: filter }) })}`;
