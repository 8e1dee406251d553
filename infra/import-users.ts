import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/import-users.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { SealingKey } from './parts/sealing-key.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { ImportFiles } from './stores/import-files.ts';
import type { Imports } from './stores/imports.ts';
import type { Reports } from './stores/reports.ts';

export type ImportUsersProps = {
  readonly directory: Directory;
  readonly imports: Imports;
  readonly importFiles: ImportFiles;
  readonly reports: Reports;
  readonly files: WorkQueue<'FILE_QUEUE_URL'>;
  readonly rows: WorkQueue<'ROW_QUEUE_URL'>;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly sealingKey: SealingKey;
  readonly settings: Access<'SETTINGS'>;
};

/** Megabytes that it has: more than a whole core comes with them, so that the longest file is planned in one call. */
export const importMemory = 2048;

/** Minutes that a call may take: as many as Lambda allows. */
export const importMinutes = 15;

/** Reads a file of people, plans it, reserves its seats, hands out its rows and settles it. */
export class ImportUsers extends Construct {
  constructor(scope: Construct, id: string, props: ImportUsersProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'import-users',
      whenThisFails: 'A file of people that was uploaded is not read, or stands still half way; nobody in it is told.',
      timeout: Duration.minutes(importMinutes),
      memorySize: importMemory,
      // To read on in a file: it counts its calls, 500 at most (work/imports/send/send-chunks.ts).
      callsItself: true,
      access: accessOf(
        props.files.allowPostponing(),
        props.directory.allowReservingSeats(),
        props.directory.allowGathering(),
        props.imports.allowRunning(),
        props.importFiles.allowReading(),
        props.importFiles.allowDeletingUploads(),
        props.reports.allowWriting(),
        props.files.allowSending(),
        props.rows.allowSending(),
        props.notices.allowSending(),
        props.sweeps.allowSending(),
        props.sealingKey.allowSealing(),
        props.settings,
      ),
    });
    // Files at a time. More would only queue up before the same rows.
    props.files.consumedBy(handler, 5);
  }
}
