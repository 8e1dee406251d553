import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/read-audits.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type ReadAuditsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly settings: Access<'SETTINGS'>;
};

/** Tells who changed what, and who signed in. */
export class ReadAudits extends Construct {
  constructor(scope: Construct, id: string, { api, directory, imports, settings }: ReadAuditsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'read-audits',
      whenThisFails: 'Auditors cannot read who changed what, nor who signed in; it is recorded all the same.',
      access: accessOf(directory.allowReadingAudits(), imports.allowReading(), settings),
    });
    api.route(HttpMethod.GET, '/v1.0/auditLogs/directoryAudits', handler);
    api.route(HttpMethod.GET, '/v1.0/auditLogs/directoryAudits/{id}', handler);
    api.route(HttpMethod.GET, '/v1.0/auditLogs/signIns', handler);
  }
}
