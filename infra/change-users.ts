import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/change-users.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type ChangeUsersProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Changes a person, or deletes them so that they can be restored. */
export class ChangeUsers extends Construct {
  constructor(scope: Construct, id: string, { api, directory, notices, sweeps, settings }: ChangeUsersProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'change-users',
      whenThisFails: 'Nobody can be changed, blocked or deleted: who left the organisation can go on signing in.',
      // A chosen password costs scrypt 128 MiB, and its half second only with a good share of a core.
      memorySize: 1024,
      access: accessOf(directory.allowChangingPeople(), notices.allowSending(), sweeps.allowSending(), settings),
    });
    api.route(HttpMethod.PATCH, '/v1.0/users/{id}', handler);
    api.route(HttpMethod.DELETE, '/v1.0/users/{id}', handler);
  }
}
