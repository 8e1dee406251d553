import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/describe-api.ts';
import type { HttpApi } from './http-api.ts';
import { accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';

/** Says what the API can be asked. */
export class DescribeApi extends Construct {
  constructor(scope: Construct, id: string, { api }: { readonly api: HttpApi }) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'describe-api',
      whenThisFails: 'The reference of the API cannot be read; the API itself works.',
      access: accessOf(),
    });
    api.openRoute(HttpMethod.GET, '/openapi.json', handler);
    api.openRoute(HttpMethod.GET, '/reference', handler);
    api.openRoute(HttpMethod.GET, '/reference/{page}', handler);
  }
}
