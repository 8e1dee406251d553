import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/read-users.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type ReadUsersProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly imports: Imports;
  readonly settings: Access<'SETTINGS'>;
};

/** Lists people, shows one, and says how many there are and what is ahead of them. */
export class ReadUsers extends Construct {
  constructor(scope: Construct, id: string, { api, directory, imports, settings }: ReadUsersProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'read-users',
      whenThisFails: 'Administrators and scripts cannot look people up; nobody is changed by it.',
      // A filter that few people match looks at 16 MB of the index for a page, 130 MB as objects and half a second of a core.
      memorySize: 1024,
      access: accessOf(directory.allowReadingPeople(), imports.allowReadingObjectErrors(), settings),
    });
    api.route(HttpMethod.GET, '/v1.0/users', handler);
    api.route(HttpMethod.GET, '/v1.0/users/{id}', handler);
    api.route(HttpMethod.GET, '/v1.0/reports/directory', handler);
    api.route(HttpMethod.GET, '/v1.0/reports/directoryForecast', handler);
  }
}
