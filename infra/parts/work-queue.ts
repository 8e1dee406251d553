import { Grant } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type CfnQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variable } from '../../shared/lambda/environment.ts';
import { mostReceives } from '../../shared/lambda/redelivery.ts';
import { type Access, accessTo } from './access.ts';
import { alarmAtFirst, alarmFrom } from './alarm.ts';
import type { NodeFunction } from './node-function.ts';

/** Source and dead-letter retention: a dead letter keeps its first time of sending, so the second must be longer. */
const retention = { work: Duration.days(4), deadLetters: Duration.days(14) };

/**
 * For so long after a function's timeout is a message still hidden. AWS advises six times the timeout, so that Lambda can
 * ask a throttled function again; that is a matter of minutes, not of how long the function takes, and a batch here is
 * one message. Each time that Lambda gives up on a throttled function counts as a delivery: all of a message's
 * deliveries together outlast an hour of throttling. Should one be handed out while it is still worked on, no harm is
 * done: every message may come twice.
 */
const throttledFor = Duration.minutes(5);

export type WorkQueueProps<Name extends Variable> = {
  /** The variable by which functions that may send know this queue. */
  readonly variable: Name;
  /** Who is hurt, and how, by a message that nobody could work off: one sentence for the operator who gets the alarm. */
  readonly whenThisFails: string;
  /** After how long somebody should know that messages wait, longer than an outage that ends by itself; and what it means. */
  readonly late: { readonly after: Duration; readonly means: string };
  /** Deliveries before a message is dead, if more than `mostReceives`: so many outlast an hour's outage. */
  readonly receives?: number;
};

/** A queue for one consumer, with its dead-letter queue, and alarms on that and on messages that wait too long. */
export class WorkQueue<Name extends Variable> extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #variable: Name;
  #consumer: string | undefined;

  constructor(scope: Construct, id: string, props: WorkQueueProps<Name>) {
    super(scope, id);
    this.#variable = props.variable;
    // SQS_MANAGED: EventBridge cannot deliver to a queue under the key aws/sqs.
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safe, retentionPeriod: retention.deadLetters });
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      retentionPeriod: retention.work,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.receives ?? mostReceives },
    });
    const dead = this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) });
    alarmAtFirst(this, 'DeadLetterAlarm', dead, props.whenThisFails);
    const age = this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) });
    alarmFrom(this, 'AgeAlarm', props.late.after.toSeconds(), age, props.late.means);
    this.node.addValidation({ validate: () => (this.#consumer ? [] : [`${id}: nothing consumes this queue`]) });
  }

  /** May put messages in, and nothing else. */
  allowSending(): Access<Name> {
    return accessTo(this.#variable, this.queue.queueUrl, (caller) => [
      Grant.addToPrincipal({ grantee: caller, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] }),
    ]);
  }

  /** May put off messages that it was given and could not work off; and nothing else. */
  allowPostponing(): Access<Name> {
    return accessTo(this.#variable, this.queue.queueUrl, (caller) => [
      Grant.addToPrincipal({
        grantee: caller,
        actions: ['sqs:ChangeMessageVisibility'],
        resourceArns: [this.queue.queueArn],
      }),
    ]);
  }

  /**
   * Gives each message to the function, one at a time to an invocation, and hides it for as long as the function may
   * run and Lambda may have to wait for it. Concurrency cannot be below 2.
   */
  consumedBy(consumer: NodeFunction<Variable> | NodeFunction<never>, concurrency: number): void {
    if (this.#consumer) throw new Error(`${this.node.id} is consumed by ${this.#consumer} already`);
    this.#consumer = consumer.node.path;
    (this.queue.node.defaultChild as CfnQueue).visibilityTimeout =
      consumer.timeout.toSeconds() + throttledFor.toSeconds();
    consumer.function.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 1, maxConcurrency: concurrency, reportBatchItemFailures: true }),
    );
  }
}
