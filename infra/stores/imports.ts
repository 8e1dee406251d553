import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type ImportKind, importKinds } from '../../shared/aws/item-kinds.ts';
import { type Access, accessTo } from '../parts/access.ts';
import { grantItems, type ItemRights } from './item-access.ts';
import { keptTable } from './kept-table.ts';

/** Who stands behind a job, which whoever reads it is told. */
const behind = ['owners', 'bucketFiles'] as const;

/** The table of imports: each job, its plan, its chunks with their row results, its progress. */
export class Imports extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = keptTable(this, 'Table');
  }

  /** May show imports and their results. */
  allowReading(): Access<'IMPORTS_TABLE'> {
    return this.#allow({ read: ['jobs', ...behind], list: ['jobs', 'counters', 'list', 'migrations'] });
  }

  /** May begin an import, ask it to stop, and open one again that has ended; a run of synchronisation, and have all wait. */
  allowManaging(): Access<'IMPORTS_TABLE'> {
    return this.#allow({
      read: ['jobs', 'open', 'synchronization', ...behind],
      list: ['jobs', 'counters', 'places'],
      put: ['jobs', 'list', 'open', 'places', 'owners', 'migrations', 'synchronization'],
      delete: ['jobs', 'migrations'],
    });
  }

  /** May make a job of a file in the bucket, and plan, run and settle any. */
  allowRunning(): Access<'IMPORTS_TABLE'> {
    return this.#allow({
      read: ['jobs', 'open', 'synchronization', ...behind],
      list: ['jobs', 'counters', 'synchronization'],
      put: ['jobs', 'list', 'open', 'bucketFiles', 'optionFiles', 'synchronization'],
      update: ['counters'],
      delete: ['open', 'places', 'synchronization'],
    });
  }

  /** May show how far synchronisation is and whom it refused, and let its runs go on. */
  allowSettingSynchronization(): Access<'IMPORTS_TABLE'> {
    const kind = ['synchronization'] as const;
    return this.#allow({ read: kind, list: kind, put: kind });
  }

  /** May record what became of a chunk's rows. */
  allowRecordingResults(): Access<'IMPORTS_TABLE'> {
    const list = ['jobs', 'counters'] as const;
    return this.#allow({ read: ['jobs', ...behind], list, put: ['jobs'], update: ['counters'] });
  }

  /** May read a job's results and mark that they were mailed. */
  allowMarkingMail(): Access<'IMPORTS_TABLE'> {
    return this.#allow({
      read: ['jobs', 'open', 'synchronization', ...behind],
      list: ['jobs', 'counters'],
      put: ['jobs', 'synchronization'],
      delete: ['open', 'places'],
    });
  }

  /** May find a job that stands still and set it going again. */
  allowReviving(): Access<'IMPORTS_TABLE'> {
    return this.#allow({
      read: ['jobs', ...behind],
      list: ['jobs', 'counters', 'open', 'migrations', 'optionFiles'],
      put: ['jobs', 'optionFiles'],
      delete: ['migrations'],
    });
  }

  #allow(rights: ItemRights<ImportKind>): Access<'IMPORTS_TABLE'> {
    return accessTo('IMPORTS_TABLE', this.table.tableName, (caller) =>
      grantItems(caller, this.table.tableArn, importKinds, rights),
    );
  }
}
