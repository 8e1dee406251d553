/** The port to applications. */
import type { Application } from '../../domain/access/application.ts';
import type { AuditEntry } from '../../domain/audit.ts';

/** A change: made only if nobody else wrote since `before` was read. Without `before` it is new, without `after` gone. */
export type ApplicationChange = { before?: Application; after?: Application; audit: AuditEntry };

export type Applications = {
  /** An application as it is now. */
  read(id: string): Promise<Application | undefined>;
  /** Applications in the order of their creation, after the given place; `next` is absent on the last page. */
  list(page: { top: number; after?: string }): Promise<{ applications: Application[]; next?: string }>;
  /**
   * Writes an application, its place in the list and the audit entry, all or nothing. `stale` when somebody else wrote
   * meanwhile. What is written has the version after that of `before`.
   */
  write(change: ApplicationChange): Promise<'written' | 'stale'>;
};
