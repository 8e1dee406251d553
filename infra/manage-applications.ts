import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/manage-applications.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';

export type ManageApplicationsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly settings: Access<'SETTINGS'>;
};

/** Keeps the applications that may use the API, and their secrets. */
export class ManageApplications extends Construct {
  constructor(scope: Construct, id: string, { api, directory, settings }: ManageApplicationsProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'manage-applications',
      whenThisFails: 'Secrets of applications cannot be renewed or withdrawn; those that are there go on working.',
      access: accessOf(directory.allowManagingApplications(), settings),
    });
    const { GET, POST, PATCH, DELETE } = HttpMethod;
    api.route(GET, '/v1.0/applications', handler);
    api.route(POST, '/v1.0/applications', handler);
    api.route(GET, '/v1.0/applications/{id}', handler);
    api.route(PATCH, '/v1.0/applications/{id}', handler);
    api.route(DELETE, '/v1.0/applications/{id}', handler);
    api.route(POST, '/v1.0/applications/{id}/addPassword', handler);
    api.route(POST, '/v1.0/applications/{id}/removePassword', handler);
  }
}
