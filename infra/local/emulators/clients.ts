/** The engine's own AWS clients for the services of this machine. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AccessKeys } from '../door/access-keys.ts';
import { region } from '../template/intrinsics.ts';
import { credentialsOfUser } from './addresses.ts';

/** Clients of everything that the engine itself uses; `started` closes them. */
export const createClients = (
  endpoints: Record<string, string>,
  accessKeys: AccessKeys,
  started: AsyncDisposableStack,
) => {
  const settings = { region, credentials: credentialsOfUser(accessKeys) };
  const closed = <Client extends { destroy: () => void }>(client: Client): Client =>
    started.adopt(client, (each) => each.destroy());
  return {
    dynamodb: closed(new DynamoDBClient({ ...settings, endpoint: endpoints.AWS_ENDPOINT_URL_DYNAMODB as string })),
    s3: closed(new S3Client({ ...settings, endpoint: endpoints.AWS_ENDPOINT_URL_S3 as string })),
    sqs: closed(
      new SQSClient({ ...settings, endpoint: endpoints.AWS_ENDPOINT_URL_SQS as string, useQueueUrlAsEndpoint: false }),
    ),
  };
};

/** The clients. */
export type Clients = ReturnType<typeof createClients>;
