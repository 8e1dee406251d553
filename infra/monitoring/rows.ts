/** The rows of the dashboard: a question each, what to do about its answer, and the graphs that answer it. */
import { GraphWidget, type IMetric, type IWidget, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import type { HttpApi } from '../http-api.ts';
import type { workQueues } from '../work-queues.ts';
import { bounceRate } from './service-alarms.ts';

/** What the graphs are about; functions are found in the stack. */
export type Watched = {
  readonly api: HttpApi;
  readonly queues: ReturnType<typeof workQueues>;
  readonly tables: Readonly<Record<'Directory' | 'Imports', ITableV2>>;
  readonly bySes: boolean;
};

/** A row. `todo` is what the operator does, in a sentence. */
export type Row = { readonly question: string; readonly todo: string; readonly graphs: readonly IWidget[] };

const period = Duration.minutes(5);
const sum = { period, statistic: 'Sum' };

const graph = (title: string, left: IMetric[], width: 6 | 9 | 18): IWidget =>
  new GraphWidget({ title, left, width, height: 6, leftYAxis: { min: 0 } });

/** The rows, of what is in the stack by now. */
export const rowsOf = (stack: Stack, { api, queues, tables, bySes }: Watched): readonly Row[] => {
  const functions = stack.node.findAll().filter((one) => one instanceof LambdaFunction);
  const byQueue = Object.entries(queues);
  const ofFunctions = (metricName: string) =>
    functions.map((one) => one.metric(metricName, { ...sum, label: nameOf(one) }));
  return [
    {
      question: 'Is work lost to anybody?',
      todo: 'Dead letters wait for `muster redrive`: mend the cause, which the log of the function tells, and send them back.',
      graphs: [
        graph(
          'Dead letters',
          byQueue.map(([label, { deadLetters }]) =>
            deadLetters.metricApproximateNumberOfMessagesVisible({ period, label }),
          ),
          9,
        ),
        graph(
          'Set aside by sweeps, and refused sign-ins',
          [ownMetric(stack, 'SetAside'), ownMetric(stack, 'RefusedSignIns')],
          9,
        ),
      ],
    },
    {
      question: 'Does work wait?',
      todo: 'An age that grows while messages wait: the function behind it fails or is throttled. Mails wait for their rate: ask AWS for more.',
      graphs: [
        graph(
          'Age of the oldest message, seconds',
          byQueue.map(([label, { queue }]) => queue.metricApproximateAgeOfOldestMessage({ period, label })),
          9,
        ),
        graph(
          'Messages that wait',
          byQueue.map(([label, { queue }]) => queue.metricApproximateNumberOfMessagesVisible({ period, label })),
          9,
        ),
      ],
    },
    {
      question: 'Do functions fail?',
      todo: 'One error does no harm: its work comes again. Many are told by the log of the function; throttles want a larger quota of concurrency.',
      graphs: [graph('Errors', ofFunctions('Errors'), 9), graph('Throttles', ofFunctions('Throttles'), 9)],
    },
    {
      question: 'Does the API answer, and soon?',
      todo: '429 among 4xx is the gateway’s throttle (50 requests a second). 5xx are errors of functions, or answers that took 30 seconds.',
      graphs: [
        graph(
          'Requests',
          ['Count', '4xx', '5xx'].map((name) => api.metric(name, { ...sum, label: name })),
          9,
        ),
        graph(
          'Milliseconds until the answer',
          ['p50', 'p95', 'p99'].map((statistic) => api.metric('Latency', { period, statistic, label: statistic })),
          9,
        ),
      ],
    },
    {
      question: 'What do the tables take?',
      todo: 'Units are what DynamoDB bills. Throttles end by themselves, as tables on demand grow; work waits meanwhile.',
      graphs: [
        graph(
          'Write units',
          Object.values(tables).flatMap((table) => unitsOf(table, 'Write')),
          6,
        ),
        graph(
          'Read units',
          Object.values(tables).flatMap((table) => unitsOf(table, 'Read')),
          6,
        ),
        graph('Throttled reads and writes', Object.entries(tables).flatMap(throttlesOf), 6),
      ],
    },
    ...(bySes ? [mailRow()] : []),
  ];
};

const nameOf = (one: LambdaFunction): string => one.node.scope?.node.scope?.node.id ?? one.node.id;

/** Counted from lines of logs, in the namespace of the stack. */
const ownMetric = (stack: Stack, metricName: string) =>
  new Metric({ namespace: stack.stackName, metricName, ...sum, label: metricName });

/** By a search, so that an index which is made later is among them. */
const unitsOf = ({ tableName, node }: ITableV2, kind: 'Read' | 'Write'): IMetric[] => {
  const named = `TableName="${tableName}" MetricName="Consumed${kind}CapacityUnits"`;
  const table = node.scope?.node.id;
  return [
    new MathExpression({
      expression: `SEARCH('{AWS/DynamoDB,TableName} ${named}', 'Sum')`,
      label: `${table}`,
      usingMetrics: {},
      period,
    }),
    new MathExpression({
      expression: `SEARCH('{AWS/DynamoDB,TableName,GlobalSecondaryIndexName} ${named}', 'Sum')`,
      label: `${table}: `,
      usingMetrics: {},
      period,
    }),
  ];
};

const throttlesOf = ([name, table]: [string, ITableV2]): IMetric[] =>
  (['Read', 'Write'] as const).map((kind) =>
    table.metric(`${kind}ThrottleEvents`, { ...sum, label: `${name}: ${kind}` }),
  );

const mailRow = (): Row => ({
  question: 'Does mail arrive?',
  todo: 'Bounces are of the whole account: from 5 in 100 on SES looks at it, and from 10 on it may stop all mail. The people are in the audit.',
  graphs: [
    graph(
      'Mails of this account',
      ['Send', 'Bounce', 'Complaint', 'Reject'].map(
        (metricName) => new Metric({ namespace: 'AWS/SES', metricName, ...sum, label: metricName }),
      ),
      9,
    ),
    graph('Share that bounced', [bounceRate()], 9),
  ],
});
