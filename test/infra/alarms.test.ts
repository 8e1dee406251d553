/** Alarms reach somebody: where they go, who may send there, what there are, and what the dashboard shows. */
import { bySmtp, contoso, plain, synthesizeAhead, synthesized } from './synthesized.ts';

const addressed = { ...contoso, alarms: { addresses: ['night@contoso.com', 'day@contoso.com', 'night@contoso.com'] } };
const unaddressed = { ...contoso, alarms: { addresses: [] } };
const inChina = { region: 'cn-north-1' };
synthesizeAhead([contoso], [addressed], [unaddressed], [bySmtp, inChina]);

const { of, text } = synthesized();
const alarms = of('AWS::CloudWatch::Alarm');
const [topic] = of('AWS::SNS::Topic');

test('every alarm tells the topic when it begins and when it is over', () => {
  expect(of('AWS::SNS::Topic')).toHaveLength(1);
  expect(alarms.length).toBeGreaterThan(40);
  for (const { id, Properties } of alarms) {
    const here = [{ Ref: topic?.id }];
    expect([id, Properties.AlarmActions, Properties.OKActions]).toEqual([id, here, here]);
    expect([id, Properties.AlarmDescription]).toEqual([id, expect.stringMatching(/\w+ \w+ .*\.$/)]);
  }
});

test('CloudWatch may send to it, for this account alone, and nobody without TLS; it is under no key that would stop that', () => {
  const statements = of('AWS::SNS::TopicPolicy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  expect(statements).toHaveLength(2);
  expect(statements).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  );
  expect(statements).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Action: 'sns:Publish',
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  );
  expect(topic?.Properties).not.toHaveProperty('KmsMasterKeyId');
});

test('addresses of the settings are subscribed, each once; without any the topic is there for others', () => {
  const subscribed = synthesized(addressed).of('AWS::SNS::Subscription');
  expect(subscribed.map(({ Properties }) => [Properties.Protocol, Properties.Endpoint]).sort()).toEqual([
    ['email', 'day@contoso.com'],
    ['email', 'night@contoso.com'],
  ]);
  const without = synthesized(unaddressed).of;
  expect([without('AWS::SNS::Subscription').length, without('AWS::SNS::Topic').length]).toEqual([0, 1]);
});

test('messages that wait for longer than an outage which ends by itself ring, long before they are lost', () => {
  const ages = alarms.filter(({ Properties }) => Properties.MetricName === 'ApproximateAgeOfOldestMessage');
  const work = of('AWS::SQS::Queue').filter(({ Properties }) => Properties.RedrivePolicy);
  const byQueue = (id: string) =>
    ages.filter(({ Properties }) => Properties.Dimensions[0].Value['Fn::GetAtt'][0] === id);
  for (const { id, Properties } of work) {
    const [age, ...others] = byQueue(id);
    expect([plain(id), others]).toEqual([plain(id), []]);
    expect(age?.Properties.Threshold).toBeGreaterThan(3600);
    expect(age?.Properties.Threshold).toBeLessThan(Properties.MessageRetentionPeriod / 4);
  }
  expect(ages).toHaveLength(work.length);
});

test('an API that is slow for a quarter of an hour rings; a handful of requests does not', () => {
  const [latency, ...others] = alarms.filter(({ Properties }) => Properties.MetricName === 'Latency');
  expect(others).toEqual([]);
  expect(latency?.Properties).toMatchObject({
    Namespace: 'AWS/ApiGateway',
    Dimensions: [{ Name: 'ApiId', Value: { Ref: of('AWS::ApiGatewayV2::Api')[0]?.id } }],
    ExtendedStatistic: 'p95',
    EvaluationPeriods: 3,
    Threshold: 3000,
    EvaluateLowSampleCountPercentile: 'ignore',
  });
});

test('bounces ring before SES looks at the account; by SMTP nobody counts them', () => {
  const bouncing = (found: typeof of) =>
    found('AWS::CloudWatch::Alarm').filter(({ Properties }) => Properties.MetricName === 'Reputation.BounceRate');
  expect(bouncing(of).map(({ Properties }) => Properties.Threshold)).toEqual([0.04]);
  expect(bouncing(synthesized(bySmtp, inChina).of)).toEqual([]);
});

/** The dashboard's body, with what is known at deployment only left out. */
const body = (found: typeof of) => {
  const [board] = found('AWS::CloudWatch::Dashboard');
  const parts: unknown[] = board?.Properties.DashboardBody['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')).widgets as {
    type: string;
    properties: { title?: string; markdown?: string; alarms?: string[]; metrics?: unknown[][] };
  }[];
};

test('the dashboard shows every alarm, every queue and every function, beside the question that each row answers', () => {
  const widgets = body(of);
  const titled = (title: string) => widgets.find(({ properties }) => properties.title === title)?.properties;
  expect(titled('Alarms of Muster')?.alarms).toHaveLength(alarms.length);
  for (const title of ['Dead letters', 'Age of the oldest message, seconds', 'Messages that wait'])
    expect([title, titled(title)?.metrics?.length]).toEqual([title, 6]);
  for (const title of ['Errors', 'Throttles'])
    expect([title, titled(title)?.metrics?.length]).toEqual([title, of('AWS::Lambda::Function').length]);
  for (const title of [
    'Requests',
    'Milliseconds until the answer',
    'Write units',
    'Read units',
    'Mails of this account',
  ])
    expect([title, titled(title) !== undefined]).toEqual([title, true]);
  const questions = widgets.filter(({ type }) => type === 'text').map(({ properties }) => properties.markdown);
  expect(questions).toHaveLength(6);
  for (const question of questions) expect(question).toMatch(/^### [A-Z].*\?\n[A-Z0-9]/);
});

test('where mail goes by SMTP it says nothing of SES', () => {
  const widgets = body(synthesized(bySmtp, inChina).of);
  expect(JSON.stringify(widgets)).not.toContain('AWS/SES');
  expect(text).toContain('AWS/SES');
});
