import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variable } from '../../shared/lambda/environment.ts';
import type { Access } from './access.ts';
import { alarmAtFirst } from './alarm.ts';
import { bundledCode } from './bundled-code.ts';

/** `Variables` is the type of that name which the function's own file exports. */
export type NodeFunctionProps<Variables extends Variable> = {
  /** Its file in functions/, without the ending. */
  readonly name: string;
  /** Who is hurt, and how, while this function fails: one sentence for the operator who gets the alarm. */
  readonly whenThisFails: string;
  /** Covers exactly the variables that the function reads: one too few, or one too many, does not compile. */
  readonly access: Access<Variables>;
  readonly timeout?: Duration;
  readonly memorySize?: number;
  /** Executions at once that are kept for it, and more than which it never has. Absent: as many as the account has. */
  readonly reservedConcurrency?: number | undefined;
  /** Only for a function that calls itself through its queue, and has an end to that of its own: Lambda would stop it after 16 calls. */
  readonly callsItself?: boolean;
};

/** A file of functions/ as a Lambda: bundled with its SDK, on arm64, with its own log, an alarm and no right but those given. */
export class NodeFunction<Variables extends Variable> extends Construct {
  readonly function: LambdaFunction;
  readonly log: LogGroup;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: NodeFunctionProps<Variables>) {
    super(scope, id);
    this.timeout = props.timeout ?? Duration.seconds(20);
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH });
    this.log = logGroup;
    // Not CDK's default role: its managed policy may write to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resourceArns: [logGroup.logGroupArn],
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: props.name,
      code: bundledCode(this, props.name, {
        withSmtp: 'SMTP_PASSWORD_SECRET' in props.access.environment,
        files: props.access.files ?? {},
      }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: this.timeout,
      memorySize: props.memorySize ?? 512,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      ...(props.callsItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.access.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    });
    props.access.allow(role);
    const errors = this.function.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' });
    alarmAtFirst(this, 'ErrorAlarm', errors, props.whenThisFails);
  }
  /** An alarm, beside the function, at the first line of its log that has this event. */
  alarmAtEvent(scope: Construct, id: string, event: string, whenThisHappens: string): void {
    const filter = new MetricFilter(scope, `${id}Filter`, {
      logGroup: this.log,
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
      metricNamespace: Stack.of(this).stackName,
      metricName: id,
    });
    alarmAtFirst(
      scope,
      `${id}Alarm`,
      filter.metric({ period: Duration.minutes(5), statistic: 'Sum' }),
      whenThisHappens,
    );
  }
}
