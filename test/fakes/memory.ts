/** What the fakes of the directory and of the imports have in common: one memory, so that a write may span both. */
import { setImmediate } from 'node:timers/promises';
import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { ImportJob } from '../../shared/domain/imports/import-job.ts';
import type { ChunkResult } from '../../shared/domain/imports/import-progress.ts';
import type { Sku } from '../../shared/domain/licences/licences.ts';
import type { ServicePlan } from '../../shared/domain/licences/service-plans.ts';
import type { BatchMarks } from '../../shared/domain/migrations/migration.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { DirectorySettings } from '../../shared/domain/settings/directory-settings.ts';
import type { SynchronizationState } from '../../shared/domain/synchronization/run-state.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { ObjectError } from '../../shared/work/imports/synchronization-store.ts';

export type Memory = {
  people: Map<string, Person>;
  /** Ids by canonical user name. */
  names: Map<string, string>;
  /** Ids of those who have a key of a source, by both. */
  keys: Map<string, string[]>;
  /** Shards of user names whose people of earlier releases were given their claims on keys. */
  keysDone: { since?: Instant; shards: Set<number> };
  /** The moment that the due index has for each person who has something ahead. */
  due: Map<string, Instant>;
  skus: Map<string, Sku>;
  /** Service plans by SKU id. */
  plans: Map<string, readonly ServicePlan[]>;
  audit: AuditEntry[];
  jobs: Map<string, ImportJob>;
  open: Set<string>;
  /** What became of migration batches. */
  batches: Map<string, BatchMarks>;
  /** Results by import and first row. */
  chunks: Map<string, Map<number, ChunkResult>>;
  /** Chunks that were cancelled, by import and by how often it had been resumed. */
  cancelledChunks: Map<string, Record<string, number>>;
  /** Imports that somebody wants to stop. */
  cancelled: Map<string, 'OwnerGone' | undefined>;
  /** Sets of rows by import and name. */
  rowSets: Map<string, Uint8Array>;
  /** What administrators set; undefined while nothing is. */
  settings?: DirectorySettings;
  /** How far synchronisation has come, and the objects that it refused. */
  synchronization?: SynchronizationState;
  objectErrors: Map<string, ObjectError>;
};

export const newMemory = (): Memory => ({
  people: new Map(),
  names: new Map(),
  keys: new Map(),
  keysDone: { shards: new Set() },
  due: new Map(),
  skus: new Map(),
  plans: new Map(),
  audit: [],
  jobs: new Map(),
  open: new Set(),
  batches: new Map(),
  chunks: new Map(),
  cancelledChunks: new Map(),
  cancelled: new Map(),
  rowSets: new Map(),
  objectErrors: new Map(),
});

/** A call to a store is never answered at once: whoever else is at work gets its turn, as over a network. */
export const turn = (): Promise<void> => setImmediate();

/** Text order as DynamoDB has it: by the bytes of UTF-8. */
export const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** The same for keys that are ASCII. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Copies, so that nobody changes what is stored by changing what was read. */
export const copy = <Value>(value: Value): Value => structuredClone(value);

/** What DynamoDB says to a key that is empty or longer than a sort key may be. */
export const keyOf = (text: string): string => {
  if (text === '' || Buffer.byteLength(text) > 1024) throw new Error('ValidationException: no key is like that');
  return text;
};
