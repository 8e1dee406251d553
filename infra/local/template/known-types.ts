/** Which resource types the local engine runs, and which need nothing on one machine. */
import type { Template } from './template.ts';

const run = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
];

/** Alarms, logs and the like: what they guard or watch is not there on one machine. */
const needsNothing = [
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::ManagedPolicy',
  'AWS::KMS::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
];

const known = new Set([...run, ...needsNothing]);

/** Throws with the name of the first resource type that the engine knows nothing of. */
export const refuseUnknownTypes = ({ Resources }: Template): void => {
  for (const [logicalId, { Type }] of Object.entries(Resources)) {
    if (!known.has(Type)) {
      throw new Error(
        `The local engine does not know the resource type ${Type} (of ${logicalId}). ` +
          'Teach it in infra/local, or name the type in infra/local/template/known-types.ts if it needs nothing locally.',
      );
    }
  }
};
