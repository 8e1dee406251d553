import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/create-user.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type CreateUserProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Adds one person. */
export class CreateUser extends Construct {
  constructor(scope: Construct, id: string, { api, directory, credentials, settings }: CreateUserProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'create-user',
      whenThisFails: 'People cannot be added one by one; the caller sees an error. Imports of files go on.',
      // A chosen password costs scrypt 128 MiB, and its half second only with a good share of a core.
      memorySize: 1024,
      access: accessOf(directory.allowAddingPeople(), credentials.allowSending(), settings),
    });
    api.route(HttpMethod.POST, '/v1.0/users', handler);
  }
}
