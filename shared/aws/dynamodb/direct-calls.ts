/**
 * Calls of DynamoDB by the SDK's own retries, signature and sockets, and nothing else of it. The SDK puts some twenty
 * middlewares around a call, and looks at every attribute of its bodies by their schema: more than half of the CPU of
 * reading one item. DynamoDB's bodies are plain JSON, so they are written and read in one go.
 */
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { HttpRequest } from '@smithy/core/protocols';
import { retryMiddleware } from '@smithy/core/retry';
import { type Body, failureOf, isClockWrong } from './direct-failures.ts';

/**
 * Sends a request of an operation, `GetItem` say, and gives its answer; both are as DynamoDB's JSON has them. Throws what
 * the SDK would, after as many tries.
 */
export type DirectCall = (operation: string, input: object) => Promise<Body>;

/** What a retry wants to note on an answer. */
type Noted = { $metadata: object };

/** Calls by the settings of this client. */
export const directCalls = (client: DynamoDBClient): DirectCall => {
  const { config } = client;
  /** Milliseconds by which the service's clock is ahead, once that mattered. */
  let clockOffset = 0;
  let prepared: ReturnType<typeof prepare> | undefined;
  const ready = () => {
    prepared ??= prepare(client);
    return prepared;
  };

  const attempt = async (request: HttpRequest) => {
    const { signer } = await ready();
    const signed = await signer.sign(request, { signingDate: new Date(Date.now() + clockOffset) });
    const { response } = await config.requestHandler.handle(signed as HttpRequest);
    const body = parsed(config.utf8Encoder(await config.streamCollector(response.body)));
    if (response.statusCode < 300 && body !== undefined) return { response, output: { body, $metadata: {} } };
    const error = failureOf(response, body ?? {});
    const serverTime = Date.parse(response.headers.date ?? '');
    if (isClockWrong(error, serverTime - (Date.now() + clockOffset))) {
      clockOffset = serverTime - Date.now();
      // By this the SDK's retries know that the next try is better.
      Object.assign(error.$metadata, { clockSkewCorrected: true });
    }
    throw error;
  };

  const withRetries = retryMiddleware(config)<{ body: Body } & Noted>(
    ({ request }) => attempt(request as HttpRequest),
    {},
  );

  return async (operation, input) => {
    const { url } = await ready();
    const body = JSON.stringify(input);
    const request = new HttpRequest({
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: url.pathname,
      method: 'POST',
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.0',
        'content-length': String(Buffer.byteLength(body)),
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        ...trace(),
      },
      body,
    });
    return (await withRetries({ input, request })).output.body;
  };
};

/** Where the service is, and what signs for it: neither changes while the client lives. */
const prepare = async ({ config }: DynamoDBClient) => {
  const { url, properties } = await getEndpointFromInstructions({}, GetItemCommand, config);
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'dynamodb',
    signingRegion: await config.region(),
    ...properties?.authSchemes?.[0],
    properties: {},
  });
  return { url, signer };
};

/** In a Lambda, which invocation asks. */
const trace = (): Record<string, string> => {
  const { AWS_LAMBDA_FUNCTION_NAME, _X_AMZN_TRACE_ID } = process.env;
  return AWS_LAMBDA_FUNCTION_NAME && _X_AMZN_TRACE_ID ? { 'x-amzn-trace-id': _X_AMZN_TRACE_ID } : {};
};

/** Undefined where it is not JSON: something before the service answered. */
const parsed = (body: string): Body | undefined => {
  try {
    return JSON.parse(body) as Body;
  } catch {
    return undefined;
  }
};
