import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/console.ts';
import type { HttpApi } from './http-api.ts';
import { accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { ImportFiles } from './stores/import-files.ts';

/** Serves the console, whose files lie beside its code (parts/console/). */
export class Console extends Construct {
  constructor(scope: Construct, id: string, { api, importFiles }: { api: HttpApi; importFiles: ImportFiles }) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'console',
      whenThisFails: 'Administrators cannot open the console; the API itself works.',
      access: accessOf(importFiles.allowNamingHost()),
    });
    for (const path of ['/', '/console', '/console/{file+}']) {
      api.openRoute(HttpMethod.GET, path, handler, { files: true });
    }
  }
}
