import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** An alarm at the first occurrence. What it means for people is its description, which is what the operator reads. */
export const alarmAtFirst = (scope: Construct, id: string, metric: IMetric, whenThisFails: string): Alarm =>
  new Alarm(scope, id, {
    metric,
    alarmDescription: whenThisFails,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
