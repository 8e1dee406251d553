import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/batch-requests.ts';
import type { HttpApi } from './http-api.ts';
import { NodeFunction } from './parts/node-function.ts';

/**
 * Makes many requests to this same API in one, and answers those that no route is known for: the one function that asks
 * the API, with the token of whoever asks it, and has no right to anything.
 */
export class BatchRequests extends Construct {
  constructor(scope: Construct, id: string, { api }: { readonly api: HttpApi }) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'batch-requests',
      whenThisFails:
        'Scripts that send requests in batches get an error; each request by itself goes on working, unless its address is spelled in another way than the reference has it.',
      // As long as API Gateway waits.
      timeout: Duration.seconds(29),
      access: api.allowAsking(),
    });
    api.route(HttpMethod.POST, '/v1.0/$batch', handler);
    api.unmatchedRoute(handler);
  }
}
