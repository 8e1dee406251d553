/** Several stages in one account and region: what has a name of its own choice, and whose it is. */
import { contoso, type Resource, synthesized } from './synthesized.ts';

const first = synthesized();
const second = synthesized({ ...contoso, stage: 'second', tags: { costCentre: '42' } });

/** Properties by which CloudFormation calls a resource what the template says, for the whole of an account and region. */
const ownNames: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': '',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
};
/** Whose names are part of their parent's, or which have none. */
const within = new Set([
  ...['AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Route'],
  ...['AWS::ApiGatewayV2::Stage', 'AWS::IAM::Policy', 'AWS::KMS::Key', 'AWS::Lambda::EventSourceMapping'],
  ...['AWS::Lambda::Permission', 'AWS::Logs::MetricFilter', 'AWS::S3::BucketPolicy', 'AWS::SNS::Subscription'],
  ...['AWS::SES::ConfigurationSetEventDestination', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
]);

test('no resource chooses its own name: a second stage would meet it', () => {
  const types = [...new Set(second.resources.map(({ Type }) => Type))];
  expect(types.filter((type) => !within.has(type) && !(type in ownNames))).toEqual([]);
  const named = second.resources.filter(
    ({ Type, Properties }) => ownNames[Type] && ownNames[Type] in (Properties ?? {}),
  );
  expect(named.map(({ id }) => id)).toEqual([]);
});

test('metrics are counted for each stage by itself, and so are alarms on them', () => {
  const namespaces = ({ of }: typeof first) =>
    new Set(of('AWS::Logs::MetricFilter').map(({ Properties }) => Properties.MetricTransformations[0].MetricNamespace));
  expect(namespaces(first)).toEqual(new Set(['Muster']));
  expect(namespaces(second)).toEqual(new Set(['Muster-second']));
  const watched = second
    .of('AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties.Namespace)
    .filter((name) => !name.startsWith('AWS/'));
  expect(new Set(watched)).toEqual(new Set(['Muster-second']));
});

test('logical ids are the same in every stage, and no output is exported: stages know nothing of each other', () => {
  expect(second.resources.map(({ id }) => id)).toEqual(first.resources.map(({ id }) => id));
  expect(second.text).not.toContain('"Export"');
  expect(second.text).not.toContain('Fn::ImportValue');
});

/** Tags as a list or a map, wherever a type has them. */
const tagsOf = ({ Properties }: Resource): Record<string, string> => {
  const tags = Properties?.Tags ?? Properties?.Replicas?.[0]?.Tags ?? {};
  if (!Array.isArray(tags)) return tags;
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
};

test('whatever is billed says whose it is', () => {
  const billed = Object.keys(ownNames).filter((type) => type !== 'AWS::Scheduler::Schedule');
  const resources = second.resources.filter(({ Type }) => [...billed, 'AWS::KMS::Key'].includes(Type));
  expect(resources.length).toBeGreaterThan(100);
  for (const resource of resources) {
    const expected = { application: 'Muster', stage: 'second', costCentre: '42' };
    expect([resource.id, tagsOf(resource)]).toEqual([resource.id, expected]);
  }
  expect(tagsOf(first.of('AWS::SQS::Queue')[0] as Resource)).toEqual({ application: 'Muster' });
});
