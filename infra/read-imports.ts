import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/read-imports.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';
import type { Reports } from './stores/reports.ts';

export type ReadImportsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly reports: Reports;
  readonly settings: Access<'SETTINGS'>;
};

/** Shows how far imports are and what became of their rows. */
export class ReadImports extends Construct {
  constructor(scope: Construct, id: string, { api, directory, imports, reports, settings }: ReadImportsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'read-imports',
      whenThisFails: 'Administrators cannot see how an import goes; the import itself goes on.',
      access: accessOf(directory.allowReadingById(), imports.allowReading(), reports.allowReading(), settings),
    });
    api.route(HttpMethod.GET, '/v1.0/imports', handler);
    api.route(HttpMethod.GET, '/v1.0/imports/{id}', handler);
    api.route(HttpMethod.GET, '/v1.0/imports/{id}/report', handler);
    api.route(HttpMethod.GET, '/v1.0/imports/{id}/reportFile', handler);
    api.route(HttpMethod.GET, '/v1.0/migrationBatches', handler);
    api.route(HttpMethod.GET, '/v1.0/migrationBatches/{id}', handler);
    api.route(HttpMethod.GET, '/v1.0/migrationBatches/{id}/users', handler);
  }
}
