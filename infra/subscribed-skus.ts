import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/subscribed-skus.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type SubscribedSkusProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Sets the licences that the organisation has, with their seats and service plans. */
export class SubscribedSkus extends Construct {
  constructor(scope: Construct, id: string, { api, directory, sweeps, settings }: SubscribedSkusProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'subscribed-skus',
      whenThisFails: 'Bought seats cannot be entered, so that those who wait for a licence go on waiting.',
      access: accessOf(directory.allowSettingLicences(), sweeps.allowSending(), settings),
    });
    api.route(HttpMethod.PUT, '/v1.0/subscribedSkus/{skuId}', handler);
  }
}
