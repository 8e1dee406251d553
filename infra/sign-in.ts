import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/sign-in.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type SignInProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Lets people sign in, change their password and sign out. */
export class SignIn extends Construct {
  constructor(scope: Construct, id: string, { api, directory, notices, settings }: SignInProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'sign-in',
      whenThisFails: 'People cannot sign in, change their password or sign out; whoever is signed in stays so.',
      // A whole core: each password costs half a second of one, and 128 MiB.
      memorySize: 1769,
      access: accessOf(directory.allowSigningIn(), notices.allowSending(), settings),
    });
    api.openRoute(HttpMethod.POST, '/v1.0/signIn', handler);
    api.route(HttpMethod.GET, '/v1.0/me', handler);
    api.route(HttpMethod.POST, '/v1.0/me/changePassword', handler);
    api.route(HttpMethod.POST, '/v1.0/me/signOut', handler);
    api.route(HttpMethod.POST, '/v1.0/me/revokeSignInSessions', handler);
  }
}
