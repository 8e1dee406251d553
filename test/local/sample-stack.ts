/** A small system with one of everything that the local engine runs. */
import { join } from 'node:path';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { buildSync } from 'esbuild';

/** Synthesizes it into `outdir`; its functions may take so many seconds. */
export const synthesizeSampleStack = (outdir: string, { timeoutSeconds = 2 } = {}): string => {
  const app = new App({ outdir, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Sample');
  const lambda = (name: string, environment: Record<string, string> = {}) =>
    new Lambda(stack, name, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromAsset(bundle(name, outdir)),
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: 256,
      description: name,
      environment,
    });

  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    timeToLiveAttribute: 'expiresAt',
    globalSecondaryIndexes: [{ indexName: 'due', partitionKey: { name: 'due', type: AttributeType.STRING } }],
  });
  const deadLetters = new Queue(stack, 'DeadLetters');
  const queue = new Queue(stack, 'Work', {
    visibilityTimeout: Duration.seconds(timeoutSeconds + 1),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
  });
  const work = lambda('work', { TABLE: table.tableName });
  table.grant(work, 'dynamodb:UpdateItem');
  work.addEventSource(new SqsEventSource(queue, { batchSize: 10, maxConcurrency: 2, reportBatchItemFailures: true }));

  const bucket = new Bucket(stack, 'Files');
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  new Rule(stack, 'Arrived', {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [bucket.bucketName] },
        object: { key: [{ suffix: { 'equals-ignore-case': '.csv' } }] },
      },
    },
    targets: [new SqsQueue(queue)],
  });
  new Schedule(stack, 'Sweep', {
    schedule: ScheduleExpression.rate(Duration.minutes(15)),
    target: new SqsSendMessage(queue, { input: ScheduleTargetInput.fromText('sweep') }),
  });

  const api = new HttpApi(stack, 'Api');
  const authorizer = new HttpLambdaAuthorizer('Authorizer', lambda('authorize'), {
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    resultsCacheTtl: Duration.seconds(0),
  });
  const integration = new HttpLambdaIntegration('Answer', lambda('answer', { TABLE: table.tableName }));
  api.addRoutes({ path: '/people', methods: [HttpMethod.POST], integration, authorizer });
  api.addRoutes({ path: '/people/{name}', methods: [HttpMethod.ANY], integration, authorizer });
  api.addRoutes({ path: '/open/{rest+}', methods: [HttpMethod.GET], integration });

  const outputs = {
    ApiUrl: api.url ?? '',
    Table: table.tableName,
    Queue: queue.queueUrl,
    DeadLetters: deadLetters.queueUrl,
    Bucket: bucket.bucketName,
    Key: new Key(stack, 'Key').keyArn,
  };
  for (const [name, value] of Object.entries(outputs))
    new CfnOutput(stack, `${name}Output`, { value }).overrideLogicalId(name);
  app.synth();
  return outdir;
};

/** One file with the SDK inside, as for Lambda. */
const bundle = (name: string, outdir: string): string => {
  const folder = join(outdir, '..', `bundle-${name}`);
  buildSync({
    entryPoints: [join(import.meta.dirname, 'functions', `${name}.mjs`)],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  return folder;
};
