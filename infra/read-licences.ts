import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/read-licences.ts';
import type { HttpApi } from './http-api.ts';
import { accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';

export type ReadLicencesProps = { readonly api: HttpApi; readonly directory: Directory };

/** Says which licences there are, with how many seats, who holds what of them and who waits. */
export class ReadLicences extends Construct {
  constructor(scope: Construct, id: string, { api, directory }: ReadLicencesProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'read-licences',
      whenThisFails: 'Administrators cannot see which licences are left and who waits; nobody is changed by it.',
      access: accessOf(directory.allowReadingLicences()),
    });
    api.route(HttpMethod.GET, '/v1.0/subscribedSkus', handler);
    api.route(HttpMethod.GET, '/v1.0/subscribedSkus/{skuId}', handler);
    api.route(HttpMethod.GET, '/v1.0/subscribedSkus/{skuId}/waiting', handler);
    api.route(HttpMethod.GET, '/v1.0/users/{id}/licenseDetails', handler);
  }
}
