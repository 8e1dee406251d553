/** What the steps of an import need: its ports, the organisation's rules, and how much time is left. */

import type { Organisation } from '../../domain/organisation.ts';
import type { IsCommonPassword } from '../../domain/passwords/common-password.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { ResolveAgainPorts } from '../access/resolve-again.ts';
import type { Directory } from '../directory.ts';
import type { Queues } from '../queues.ts';
import type { DeleteUpload, OpenFile, ReportStore } from './files.ts';
import type { Imports } from './imports.ts';
import type { MigrationBatches } from './migration-batches.ts';
import type { Sealer } from './sealer.ts';
import type { SynchronizationStore } from './synchronization-store.ts';

export type ImportPorts = Pick<ResolveAgainPorts, 'applications' | 'tokens'> & {
  directory: Pick<Directory, 'catalogue' | 'holdersOf' | 'claimHolders' | 'keyClaims' | 'readPeople' | 'countingRoles'>;
  imports: Imports;
  batches: Pick<MigrationBatches, 'marks'>;
  synchronization: SynchronizationStore;
  openFile: OpenFile;
  deleteUpload: DeleteUpload;
  reports: ReportStore;
  /** Bytes after which a part of a report is full. */
  reportPartBytes: number;
  sealer: Pick<Sealer, 'seal'>;
  queues: Pick<Queues, 'files' | 'rows' | 'notices' | 'sweeps'>;
  isCommonPassword: IsCommonPassword;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
  /** Whether so little time is left that the step should record where it is and ask to be called again. */
  shouldPause: () => boolean;
  /** Whether what failed can never succeed, because of what was asked for: too large an item or message, say. */
  isImpossible: (error: unknown) => boolean;
};
