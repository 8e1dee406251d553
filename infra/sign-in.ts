import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/sign-in.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { alarmFrom } from './parts/alarm.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type SignInProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
  /** Executions at once that are kept for signing in; absent, none are. */
  readonly signInConcurrency?: number | undefined;
};

/** Of 18,000 that the gateway lets through in a quarter of an hour; people of a large company mistype a few hundred. */
const manyRefused = 500;

/** In five minutes. A small account has a few whenever a file comes, which do no harm: queues ask again. */
const manyThrottled = 100;

/** Lets people sign in, change their password and sign out. */
export class SignIn extends Construct {
  constructor(scope: Construct, id: string, { api, directory, notices, settings, signInConcurrency }: SignInProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'sign-in',
      whenThisFails: 'People cannot sign in, change their password or sign out; whoever is signed in stays so.',
      // A whole core: each password costs half a second of one, and 128 MiB.
      memorySize: 1769,
      reservedConcurrency: signInConcurrency,
      access: accessOf(directory.allowSigningIn(), notices.allowSending(), settings),
    });
    api.openRoute(HttpMethod.POST, '/v1.0/signIn', handler, { guesses: true });
    api.openRoute(HttpMethod.POST, '/v1.0/session', handler, { guesses: true });
    api.route(HttpMethod.GET, '/v1.0/session', handler);
    api.route(HttpMethod.GET, '/v1.0/me', handler);
    api.route(HttpMethod.GET, '/v1.0/me/sessions', handler);
    api.route(HttpMethod.DELETE, '/v1.0/me/sessions/{id}', handler);
    api.route(HttpMethod.POST, '/v1.0/me/changePassword', handler);
    api.route(HttpMethod.POST, '/v1.0/me/signOut', handler);
    api.route(HttpMethod.POST, '/v1.0/me/revokeSignInSessions', handler);

    const refused = new MetricFilter(this, 'Refused', {
      logGroup: handler.log,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.event', '=', 'refused'),
        FilterPattern.stringValue('$.route', '=', 'POST /v1.0/signIn'),
      ),
      metricNamespace: Stack.of(this).stackName,
      metricName: 'RefusedSignIns',
    });
    alarmFrom(
      this,
      'RefusedAlarm',
      manyRefused,
      refused.metric({ period: Duration.minutes(15), statistic: 'Sum' }),
      'Somebody guesses passwords, or a program keeps using an old one: GET /v1.0/auditLogs/signIns says whose and from where.',
    );
    alarmFrom(
      this,
      'ThrottleAlarm',
      manyThrottled,
      // Without a function's name: that of all functions of the account together.
      new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', period: Duration.minutes(5), statistic: 'Sum' }),
      'Functions are turned away for want of concurrency, sign-ins among them: look for a flood of requests, or have the quota raised.',
    );
  }
}
