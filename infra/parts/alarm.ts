import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** An alarm at the first occurrence. What it means for people is its description, which is what the operator reads. */
export const alarmAtFirst = (scope: Construct, id: string, metric: IMetric, whenThisFails: string): Alarm =>
  alarmFrom(scope, id, 1, metric, whenThisFails);

/** An alarm at so many occurrences within the metric's period: of what happens now and then, and is a matter of how often. */
export const alarmFrom = (
  scope: Construct,
  id: string,
  threshold: number,
  metric: IMetric,
  whatItMeans: string,
): Alarm =>
  new Alarm(scope, id, {
    metric,
    alarmDescription: whatItMeans,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
