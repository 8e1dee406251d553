import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/reset-passwords.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type ResetPasswordsProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Lets administrators give people a new password and end their sessions. */
export class ResetPasswords extends Construct {
  constructor(scope: Construct, id: string, props: ResetPasswordsProps) {
    super(scope, id);
    const { api, directory, credentials, notices, settings } = props;
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'reset-passwords',
      whenThisFails: 'Administrators cannot reset passwords or end sessions, which a stolen password makes urgent.',
      // A chosen password costs scrypt 128 MiB, and its half second only with a good share of a core.
      memorySize: 1024,
      access: accessOf(
        directory.allowResettingPasswords(),
        credentials.allowSending(),
        notices.allowSending(),
        settings,
      ),
    });
    const user = '/v1.0/users/{id}';
    api.route(HttpMethod.POST, `${user}/authentication/methods/{methodId}/resetPassword`, handler);
    api.route(HttpMethod.POST, `${user}/revokeSignInSessions`, handler);
  }
}
