import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { HttpApi } from '../http-api.ts';

/**
 * What 19 of 20 requests take less than. A request is 20 to 200 ms, a sign-in 600, a cold start a second and a half, and
 * the gateway gives up after 30 s.
 */
const slowMilliseconds = 3_000;

/** Of 100 mails. SES looks at accounts from 5 on, and may stop one from 10 on. */
const bouncing = 4;

/** The share of an account's mails that bounced, as SES reckons it, between 0 and 1: it tells of the account as a whole. */
export const bounceRate = (): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: 'Reputation.BounceRate',
    period: Duration.hours(1),
    statistic: 'Maximum',
  });

/** Alarms on services between people and functions, which no function's own alarm sees. */
export class ServiceAlarms extends Construct {
  constructor(scope: Construct, id: string, { api, bySes }: { api: HttpApi; bySes: boolean }) {
    super(scope, id);
    // A quarter of an hour on end: a burst of cold starts after a deployment is none.
    new Alarm(this, 'LatencyAlarm', {
      metric: api.metric('Latency', { period: Duration.minutes(5), statistic: 'p95' }),
      alarmDescription:
        'People wait for the API: one request of twenty took 3 seconds or more for a quarter of an hour. Look at throttles and errors of the dashboard.',
      threshold: slowMilliseconds,
      evaluationPeriods: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Of a handful of requests a percentile says nothing.
      evaluateLowSampleCountPercentile: 'ignore',
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (!bySes) return;
    new Alarm(this, 'BounceAlarm', {
      metric: bounceRate(),
      alarmDescription:
        'Of 100 mails of this account 4 or more bounced: SES may stop all of its mail. Stop the import whose addresses are wrong; credentialMail.deliveryStatus says which.',
      threshold: bouncing / 100,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
