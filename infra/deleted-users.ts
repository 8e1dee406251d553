import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/deleted-users.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type DeletedUsersProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Lists deleted people, restores them, and removes them for good. */
export class DeletedUsers extends Construct {
  constructor(scope: Construct, id: string, { api, directory, credentials, settings }: DeletedUsersProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'deleted-users',
      whenThisFails:
        'Who was deleted by mistake cannot be restored, and may be removed for good before it works again.',
      access: accessOf(directory.allowRestoringPeople(), credentials.allowSending(), settings),
    });
    const items = '/v1.0/directory/deletedItems';
    api.route(HttpMethod.GET, `${items}/microsoft.graph.user`, handler);
    api.route(HttpMethod.GET, `${items}/{id}`, handler);
    api.route(HttpMethod.POST, `${items}/{id}/restore`, handler);
    api.route(HttpMethod.DELETE, `${items}/{id}`, handler);
  }
}
