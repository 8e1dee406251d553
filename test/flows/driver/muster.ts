/** A running Muster, seen from outside: its outputs, AWS clients, HTTP and the mailbox; the same on every engine. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { trustCertificate } from '../../../clients/aws/trust-certificate.ts';
import { createApi } from './api.ts';
import { type Control, createControl } from './control.ts';
import { createImportFiles } from './import-files.ts';
import { createMailbox } from './mailbox.ts';
import { createQueues } from './queues.ts';
import { newToken } from './token.ts';

/** What the system is told of by `cdk deploy --outputs-file`; the last three only where there is such a thing. */
export type Outputs = {
  ApiUrl: string;
  ImportBucketName: string;
  ReportBucketName: string;
  DirectoryTableName: string;
  ImportsTableName: string;
  FilesDeadLetterQueueUrl: string;
  RowsQueueUrl: string;
  RowsDeadLetterQueueUrl: string;
  DeliveriesDeadLetterQueueUrl: string;
  CredentialsDeadLetterQueueUrl: string;
  LocalUrl?: string;
  MailboxUrl?: string;
  MailsUrl?: string;
};

/** A running Muster. */
export type Muster = Awaited<ReturnType<typeof connect>>;

/** Connects to the system that wrote this outputs file. An `aws.env` beside it says how AWS is reached. */
export const connect = async (outputsFile: string) => {
  // Connections that were closed while a file of flows was loaded are noticed now; else its first request would use one.
  await sleep(1);
  const outputs = readOutputs(outputsFile);
  const beside = environmentBeside(outputsFile);
  trustCertificate(beside.NODE_EXTRA_CA_CERTS);
  const environment = { ...process.env, ...beside };
  const clients = createClients(environment);
  const tokenOf = (role?: string) => newToken(outputs.DirectoryTableName, environment, role);
  const token = environment.MUSTER_TOKEN ?? (await tokenOf());
  const api = createApi(outputs.ApiUrl, token);
  const buckets = { imports: outputs.ImportBucketName, reports: outputs.ReportBucketName };
  return {
    outputs,
    token,
    /** What a program needs in its environment to reach it. */
    environment,
    /** A new token with a role. */
    tokenOf,
    clients,
    api,
    files: createImportFiles(api, clients.s3, buckets),
    mailbox: createMailbox(outputs),
    queues: createQueues(clients.sqs),
    /** Only the local engine has it. */
    control: outputs.LocalUrl === undefined ? undefined : createControl(outputs.LocalUrl),
    close: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
};

/** The control of a local engine. */
export const controlOf = ({ control }: Muster): Control => {
  if (!control) throw new Error('Only the local engine can be controlled.');
  return control;
};

const readOutputs = (file: string): Outputs => {
  const [outputs] = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Outputs>);
  if (!outputs?.ApiUrl) throw new Error(`${file} is no outputs file of Muster.`);
  return { ...outputs, ApiUrl: outputs.ApiUrl.replace(/\/$/, '') };
};

const environmentBeside = (outputsFile: string): Record<string, string | undefined> => {
  try {
    return parseEnv(readFileSync(join(dirname(outputsFile), 'aws.env'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
};

const createClients = (environment: Record<string, string | undefined>) => {
  const settings = (service: string) => {
    const endpoint = environment[`AWS_ENDPOINT_URL_${service}`] ?? environment.AWS_ENDPOINT_URL;
    const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
    return {
      ...(endpoint && { endpoint }),
      ...(region && { region }),
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    };
  };
  return {
    dynamodb: DynamoDBDocumentClient.from(new DynamoDBClient(settings('DYNAMODB'))),
    s3: new S3Client(settings('S3')),
    sqs: new SQSClient(settings('SQS')),
  };
};
