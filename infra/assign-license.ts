import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/assign-license.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type AssignLicenseProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Gives a person licences and takes them away. */
export class AssignLicense extends Construct {
  constructor(scope: Construct, id: string, { api, directory, sweeps, settings }: AssignLicenseProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'assign-license',
      whenThisFails:
        'Licences cannot be assigned or freed, so that a person in grace may lose the mailbox when it ends.',
      access: accessOf(directory.allowAssigningLicences(), sweeps.allowSending(), settings),
    });
    api.route(HttpMethod.POST, '/v1.0/users/{id}/assignLicense', handler);
  }
}
