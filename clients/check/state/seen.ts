/** What the invariants are shown: one thing of the state at a time, in no order. */
import type { Application } from '../../../shared/domain/access/application.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Digest } from '../../../shared/domain/digests/digest.ts';
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import type { ChunkResult } from '../../../shared/domain/imports/import-progress.ts';
import type { Sku } from '../../../shared/domain/licences/licences.ts';
import type { BatchMarks } from '../../../shared/domain/migrations/migration.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { SynchronizationState } from '../../../shared/domain/synchronization/run-state.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import type { Key } from './key.ts';

/** An item as it lies in its table. */
export type Item = Readonly<Record<string, unknown>>;

/** The lists whose entries only point to something: each entry is a key and an id. */
export type List =
  | 'names'
  | 'keys'
  | 'waiting'
  | 'members'
  | 'deleted'
  | 'catalogue'
  | 'applications'
  | 'imports'
  | 'migrations'
  | 'open'
  | 'places'
  | 'due'
  | 'people';

/** What an item is; `others` are further people whom an entry points to. Rows of a set are bytes, at which nobody looks. */
export type Fact =
  | { kind: 'person'; person: Person }
  | { kind: 'pointer'; list: List; id: string; others?: readonly string[] }
  | { kind: 'licence'; sku: Sku }
  | { kind: 'plans'; skuId: string }
  | { kind: 'application'; application: Application }
  | { kind: 'audit'; entry: AuditEntry }
  | { kind: 'token'; grant?: Grant; expiresAt: number }
  | { kind: 'job'; job: ImportJob }
  | { kind: 'chunk'; importId: string; chunk: ChunkResult }
  | { kind: 'counter'; importId: string }
  | { kind: 'batch'; importId: string; marks: BatchMarks }
  | { kind: 'digest'; digest: Digest }
  | { kind: 'synchronization'; state: SynchronizationState }
  | {
      kind:
        | 'attempts'
        | 'signIn'
        | 'settings'
        | 'formerCount'
        | 'cancellation'
        | 'rows'
        | 'roleRow'
        | 'owner'
        | 'gathered'
        | 'optionFile'
        | 'objectError'
        | 'listedToken'
        | 'session'
        | 'signInCode'
        | 'catalogueMark'
        | 'unknown';
    };

/** An item, with where it lies and what it is. */
export type SeenItem = Fact & { key: Key; item: Item };

/** A message, a report or a file, or a piece of it, as bytes: `place` names it, and no person. */
export type SeenText = { kind: 'text'; place: string; bytes: Buffer; isFile: boolean };

/** One thing of the state. */
export type Seen = SeenItem | SeenText;

/** A mail that was sent. */
export type Mail = { text: string };
