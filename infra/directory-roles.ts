import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/directory-roles.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type DirectoryRolesProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Shows administrator roles and who holds them, gives them and takes them. */
export class DirectoryRoles extends Construct {
  constructor(scope: Construct, id: string, { api, directory, notices, settings }: DirectoryRolesProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'directory-roles',
      whenThisFails: 'Administrator roles cannot be given or taken, so that somebody may go on holding one.',
      access: accessOf(directory.allowGivingRoles(), notices.allowSending(), settings),
    });
    const roles = '/v1.0/directoryRoles';
    api.route(HttpMethod.GET, roles, handler);
    api.route(HttpMethod.GET, `${roles}/{id}`, handler);
    api.route(HttpMethod.GET, `${roles}/{id}/members`, handler);
    api.route(HttpMethod.POST, `${roles}/{id}/members/$ref`, handler);
    api.route(HttpMethod.DELETE, `${roles}/{id}/members/{userId}/$ref`, handler);
    api.route(HttpMethod.GET, '/v1.0/users/{id}/memberOf', handler);
    api.route(HttpMethod.GET, '/v1.0/roleManagement/directory/roleDefinitions', handler);
  }
}
