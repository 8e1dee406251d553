import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/provision-users.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { SealingKey } from './parts/sealing-key.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type ProvisionUsersProps = {
  readonly directory: Directory;
  readonly imports: Imports;
  readonly files: WorkQueue<'FILE_QUEUE_URL'>;
  readonly rows: WorkQueue<'ROW_QUEUE_URL'>;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly sealingKey: SealingKey;
  readonly settings: Access<'SETTINGS'>;
};

/** Makes people of the rows of a file. */
export class ProvisionUsers extends Construct {
  constructor(scope: Construct, id: string, props: ProvisionUsersProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'provision-users',
      whenThisFails: 'Rows of an import do not become people, and the import does not come to its end.',
      // Chosen passwords cost scrypt half a second and 128 MiB each, one after the other.
      timeout: Duration.seconds(120),
      memorySize: 1024,
      access: accessOf(
        props.rows.allowPostponing(),
        props.directory.allowProvisioning(),
        props.imports.allowRecordingResults(),
        props.files.allowSending(),
        props.credentials.allowSending(),
        props.sealingKey.allowOpening(),
        props.settings,
      ),
    });
    // Ten chunks at a time are some thousand people a second, and leave the account's other functions alone.
    props.rows.consumedBy(handler, 10);
  }
}
