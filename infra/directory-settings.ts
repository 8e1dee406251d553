import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/directory-settings.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type DirectorySettingsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

const synchronization = '/v1.0/directory/onPremisesSynchronization';

/**
 * Shows and changes what administrators set while the system runs: domains, the organisation, its synchronisation and
 * templates of new people.
 */
export class DirectorySettings extends Construct {
  constructor(scope: Construct, id: string, { api, directory, imports, sweeps, settings }: DirectorySettingsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'directory-settings',
      whenThisFails:
        'Administrators cannot change how long passwords live or what mails say, nor use templates; what was set goes on to hold.',
      access: accessOf(
        directory.allowChangingSettings(),
        directory.allowKeepingTemplates(),
        imports.allowSettingSynchronization(),
        sweeps.allowSending(),
        settings,
      ),
    });
    for (const path of ['/v1.0/domains', '/v1.0/organization', synchronization]) {
      api.route(HttpMethod.GET, path, handler);
      api.route(HttpMethod.GET, `${path}/{id}`, handler);
      api.route(HttpMethod.PATCH, `${path}/{id}`, handler);
    }
    api.route(HttpMethod.GET, `${synchronization}/{id}/errors`, handler);
    const templates = '/v1.0/userTemplates';
    for (const method of [HttpMethod.GET, HttpMethod.POST]) api.route(method, templates, handler);
    for (const method of [HttpMethod.GET, HttpMethod.PATCH, HttpMethod.DELETE]) {
      api.route(method, `${templates}/{id}`, handler);
    }
  }
}
