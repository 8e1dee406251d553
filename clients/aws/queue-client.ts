import { SQSClient } from '@aws-sdk/client-sqs';

const nothing = () => {};

/**
 * A client of SQS that prints nothing. The SDK warns once for each queue whose address has another host than its own
 * endpoint, as those of a local engine have, and then asks at that address, which is right.
 */
export const quietQueueClient = (): SQSClient =>
  new SQSClient({ logger: { debug: nothing, info: nothing, warn: nothing, error: nothing } });
