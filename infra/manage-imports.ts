import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/manage-imports.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { ImportFiles } from './stores/import-files.ts';
import type { Imports } from './stores/imports.ts';

export type ManageImportsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly importFiles: ImportFiles;
  readonly files: WorkQueue<'FILE_QUEUE_URL'>;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Begins imports that are asked for, and cancels, resumes, undoes and applies those that are there; migration batches too. */
export class ManageImports extends Construct {
  constructor(scope: Construct, id: string, props: ManageImportsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'manage-imports',
      whenThisFails: 'Nobody can begin, cancel, resume or undo an import by the API; those that run go on.',
      access: accessOf(
        props.directory.allowTellingOfImports(),
        props.imports.allowManaging(),
        props.importFiles.allowUploading(),
        props.files.allowSending(),
        props.sweeps.allowSending(),
        props.settings,
      ),
    });
    const { api } = props;
    api.route(HttpMethod.POST, '/v1.0/imports', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/cancel', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/resume', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/undo', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/apply', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/dryRun', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/sendCredentials', handler);
    api.route(HttpMethod.POST, '/v1.0/directory/onPremisesSynchronization/{id}/start', handler);
    api.route(HttpMethod.POST, '/v1.0/directory/onPremisesSynchronization/{id}/confirm', handler);
    api.route(HttpMethod.POST, '/v1.0/migrationBatches', handler);
    api.route(HttpMethod.DELETE, '/v1.0/migrationBatches/{id}', handler);
    api.route(HttpMethod.POST, '/v1.0/migrationBatches/{id}/start', handler);
    api.route(HttpMethod.POST, '/v1.0/migrationBatches/{id}/stop', handler);
    api.route(HttpMethod.POST, '/v1.0/migrationBatches/{id}/complete', handler);
    api.route(HttpMethod.GET, '/v1.0/imports/{id}/uploadParts', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/uploadParts', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/completeUpload', handler);
    api.route(HttpMethod.POST, '/v1.0/imports/{id}/abortUpload', handler);
  }
}
