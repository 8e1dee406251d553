import { readFileSync } from 'node:fs';
import { knownQueues } from '../../clients/redrive/work-in.ts';
import { expiry } from '../../shared/aws/imports/import-items.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { instant } from '../../shared/domain/time.ts';
import { secondsToNextTry } from '../../shared/lambda/redelivery.ts';
import { plain, type Resource, synthesized } from './synthesized.ts';

/** Seconds. */
const hour = 3600;

const { of, outputs } = synthesized();
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const queues = of('AWS::SQS::Queue');
const work = queues.filter(({ Properties }) => Properties.RedrivePolicy);
const deadLettersOf = ({ Properties }: Resource): Resource =>
  queues.find(({ id }) => id === Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]) as Resource;
const consumersOf = (queue: Resource) =>
  of('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => JSON.stringify(Properties.EventSourceArn) === JSON.stringify(arn(queue.id)),
  );
const named = (queue: Resource) => [plain(queue.id), queue] as const;

describe('queues', () => {
  test('are the six of the picture', () => {
    expect(work.map(({ id }) => plain(id)).sort()).toEqual([
      'CredentialsQueue',
      'DeliveriesQueue',
      'FilesQueue',
      'NoticesQueue',
      'RowsQueue',
      'SweepsQueue',
    ]);
  });

  test.each(work.map(named))('%s has a dead-letter queue of its own that keeps longer', (_, queue) => {
    const dead = deadLettersOf(queue);
    expect(work.filter((other) => deadLettersOf(other).id === dead.id)).toHaveLength(1);
    expect(dead.Properties.MessageRetentionPeriod).toBeGreaterThan(queue.Properties.MessageRetentionPeriod);
    expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
  });

  test.each(work.map(named))('%s rings at its first dead letter, and says whom it hurts', (_, queue) => {
    const alarms = of('AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties.Dimensions?.[0]?.Value?.['Fn::GetAtt']?.[0] === deadLettersOf(queue).id,
    );
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.Properties).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      AlarmDescription: expect.stringMatching(/\w+ \w+ .*\.$/),
    });
  });

  test('whatever else gives up on a message has it join dead letters that ring', () => {
    const targets = [
      ...of('AWS::Events::Rule').flatMap(({ Properties }) => Properties.Targets),
      ...of('AWS::Scheduler::Schedule').map(({ Properties }) => Properties.Target),
    ];
    const rung = of('AWS::CloudWatch::Alarm').map(
      ({ Properties }) => Properties.Dimensions?.[0]?.Value?.['Fn::GetAtt']?.[0],
    );
    expect(targets.length).toBeGreaterThanOrEqual(3);
    for (const { Arn, DeadLetterConfig } of targets) {
      const queue = work.find(({ id }) => id === Arn['Fn::GetAtt'][0]) as Resource;
      const dead = deadLettersOf(queue).id;
      expect([DeadLetterConfig, rung.includes(dead)]).toEqual([{ Arn: arn(dead) }, true]);
    }
    // Nothing calls a function without waiting for it: that would want dead letters of its own.
    expect(of('AWS::Lambda::EventInvokeConfig')).toEqual([]);
  });

  test('`npm run redrive` finds each by the outputs, and knows its work', () => {
    const found = outputs.flatMap((name) => /^(\w+)DeadLetterQueueUrl$/.exec(name)?.[1] ?? []);
    expect(found.map((name) => `${name}Queue`).sort()).toEqual(work.map(({ id }) => plain(id)).sort());
    expect(found.map((name) => name.toLowerCase()).sort()).toEqual(knownQueues.toSorted());
    expect(outputs).toEqual(expect.arrayContaining(found.map((name) => `${name}QueueUrl`)));
  });

  test.each(work.map(named))(
    '%s hides a message until its one consumer has ended, and five minutes more',
    (_, queue) => {
      const [mapping, ...others] = consumersOf(queue);
      expect(others).toEqual([]);
      const consumer = of('AWS::Lambda::Function').find(({ id }) => id === mapping?.Properties.FunctionName.Ref);
      expect(queue.Properties.VisibilityTimeout).toBe(consumer?.Properties.Timeout + 300);
      expect(mapping?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(mapping?.Properties.BatchSize).toBe(1);
      expect(mapping?.Properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    },
  );

  test.each(work.map(named))('%s is answered by the one wrapper, which names what failed (case 17)', (_, queue) => {
    const [mapping] = consumersOf(queue);
    const consumer = of('AWS::Lambda::Function').find(({ id }) => id === mapping?.Properties.FunctionName.Ref);
    const source = readFileSync(`functions/${consumer?.Properties.Description}.ts`, 'utf8');
    expect(source.match(/^export const handler = .*/m)?.[0]).toMatch(/^export const handler = onQueue\(/);
  });

  test.each(work.map(named))(
    '%s takes no more at once than its function may run, and leaves the rest where it is (case 19)',
    (_, queue) => {
      const [mapping] = consumersOf(queue);
      const consumer = of('AWS::Lambda::Function').find(({ id }) => id === mapping?.Properties.FunctionName.Ref);
      // A function with a share of its own would be asked for more than that, and each refusal would count as a delivery.
      expect(consumer?.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
      expect(mapping?.Properties.ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(16);
      // Lambda asks a throttled function again for as long as a message is hidden, before it counts as delivered.
      const { VisibilityTimeout, RedrivePolicy } = queue.Properties;
      expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBeGreaterThan(hour);
    },
  );

  test.each(work.map(named))(
    '%s: an outage of an hour makes no dead letter, and is over a quarter of an hour after it (mistake 9)',
    (_, queue) => {
      const most = queue.Properties.RedrivePolicy.maxReceiveCount;
      // However chance spreads the waits; an attempt that fails at once is the hardest case.
      for (const random of [0, 0.5, 0.999]) {
        let [seconds, receives] = [0, 1];
        while (seconds < hour) {
          seconds += secondsToNextTry(receives, random);
          receives += 1;
        }
        expect(receives).toBeLessThanOrEqual(most);
        expect(seconds).toBeLessThan(hour + 900);
      }
    },
  );

  test.each(work.map(named))('%s: its consumer may put its messages off', (_, queue) => {
    const [mapping] = consumersOf(queue);
    const consumer = of('AWS::Lambda::Function').find(({ id }) => id === mapping?.Properties.FunctionName.Ref);
    const role = consumer?.Properties.Role['Fn::GetAtt'][0];
    const statements = of('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties.Roles[0].Ref === role)
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat().includes('sqs:ChangeMessageVisibility'));
    expect(new Set(statements.map(({ Resource }) => JSON.stringify(Resource)))).toEqual(
      new Set([JSON.stringify(arn(queue.id))]),
    );
  });

  test.each(queues.map(named))(
    '%s is encrypted with a key that EventBridge may use, and takes TLS only',
    (_, queue) => {
      expect(queue.Properties.SqsManagedSseEnabled).toBe(true);
      const policies = of('AWS::SQS::QueuePolicy').filter(({ Properties }) => Properties.Queues[0].Ref === queue.id);
      expect(policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sqs:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    },
  );

  test('what became of a chunk is known for longer than its message can come back and its people be restored (case 15)', () => {
    const rows = work.find(({ id }) => plain(id) === 'RowsQueue') as Resource;
    const day = 86_400;
    // On one clock: a dead letter keeps its first time of sending, so that its days in the queue are among these.
    const lives = deadLettersOf(rows).Properties.MessageRetentionPeriod;
    const kept = expiry(instant(0)).expiresAt;
    // Sent back once, on the last day of its first round.
    expect(kept).toBeGreaterThan(2 * lives + defaultPolicy.deletedDays * day);
  });

  test('files are announced by a rule that drops nothing', () => {
    const [rule] = of('AWS::Events::Rule');
    const files = work.find(({ id }) => plain(id) === 'FilesQueue') as Resource;
    expect(rule?.Properties.EventPattern).toMatchObject({ source: ['aws.s3'], 'detail-type': ['Object Created'] });
    // Whatever arrives: the function tells what it is, and nothing else writes into that bucket.
    expect(Object.keys(rule?.Properties.EventPattern.detail)).toEqual(['bucket']);
    expect(rule?.Properties.Targets).toEqual([
      expect.objectContaining({ Arn: arn(files.id), DeadLetterConfig: { Arn: arn(deadLettersOf(files).id) } }),
    ]);
  });

  test('a sweep starts every 15 minutes, in UTC', () => {
    const [schedule] = of('AWS::Scheduler::Schedule');
    const sweeps = work.find(({ id }) => plain(id) === 'SweepsQueue') as Resource;
    expect(schedule?.Properties).toMatchObject({
      ScheduleExpression: 'rate(15 minutes)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      Target: {
        Arn: arn(sweeps.id),
        Input: '{"kind":"sweep"}',
        DeadLetterConfig: { Arn: arn(deadLettersOf(sweeps).id) },
      },
    });
  });
});
