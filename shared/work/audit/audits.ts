/** The port to the audit: entries are written with the changes that they tell of, and read here. */
import type { AuditEntry, AuditTarget } from '../../domain/audit.ts';

/** Whose entries: of what was changed, of a person or operator who acted, of an application (or Muster itself), or all. */
export type AuditsOf =
  | { kind: 'target'; id: string }
  | { kind: 'user'; id: string }
  | { kind: 'app'; id: string }
  | { kind: 'everything' };

/** Entries at the places (`auditPlace`) from `from` on that come before `before`. */
export type AuditRange = { from: string; before: string };

/** Where an entry lies. */
export type AuditAddress = { target: Pick<AuditTarget, 'type' | 'id'>; place: string };

export type Audits = {
  /**
   * A page of entries, newest first, `top` at most. With `next`, more may follow: those before it; a page may be shorter
   * than `top` all the same. Only entries of a target are complete to the last second; of all others the newest come late.
   */
  page(asked: AuditRange & { of: AuditsOf; top: number }): Promise<{ entries: AuditEntry[]; next?: string }>;
  read(address: AuditAddress): Promise<AuditEntry | undefined>;
  /** The entries that lie at these addresses, in any order; where there is none, none. */
  readEach(addresses: readonly AuditAddress[]): Promise<AuditEntry[]>;
};
