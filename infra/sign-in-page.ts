import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/sign-in-page.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';

export type SignInPageProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly settings: Access<'SETTINGS'>;
};

/** Shows the pages on which people sign in and look after their account. */
export class SignInPage extends Construct {
  constructor(scope: Construct, id: string, { api, directory, settings }: SignInPageProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'sign-in-page',
      whenThisFails: 'People cannot open the page on which they sign in and change their password.',
      access: accessOf(directory.allowReadingSettings(), settings),
    });
    for (const path of ['/signin', '/account']) api.openRoute(HttpMethod.GET, path, handler);
  }
}
