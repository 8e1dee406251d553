/**
 * What runs inside a function's worker thread: loads the bundle as Lambda's runtime would and answers one invocation
 * at a time. Payloads cross as JSON text, as they do in AWS.
 */
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { trustCertificate } from '../../../clients/aws/trust-certificate.ts';
import { moveDates, type SharedOffset } from './clock.ts';
import { mapStacks } from './source-maps.ts';

/** What a worker is started with. */
export type WorkerData = {
  handlerFile: string;
  handlerName: string;
  clock: SharedOffset;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
};

/** One invocation. */
export type Invocation = { requestId: string; payload: string; timeoutMilliseconds: number };

/** How an invocation ended: JSON text of the result, or the error as Lambda reports it. */
export type Answer = ({ result: string } | { errorType: string; errorMessage: string }) & {
  /** The most that this worker has had of heap and buffers so far. */
  maxMegabytes?: number;
};

/** Said once, when the bundle is loaded. */
export type Ready = 'ready';

/** How often the memory of a long invocation is looked at. */
const lookEveryMilliseconds = 250;

const data = workerData as WorkerData;
moveDates(data.clock);
mapStacks(data.handlerFile);
// Node reads it for a process, and this is a thread.
trustCertificate(process.env.NODE_EXTRA_CA_CERTS);

const contextFor = ({ requestId, timeoutMilliseconds }: Invocation) => {
  const deadline = performance.now() + timeoutMilliseconds;
  return {
    awsRequestId: requestId,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: data.functionArn,
    memoryLimitInMB: String(data.memoryMegabytes),
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    // Not by Date, which may be moved.
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
};

type Handler = (event: unknown, context: ReturnType<typeof contextFor>) => unknown;

let maxBytes = 0;
const look = () => {
  // Of this thread alone; garbage that lies in the heap counts, as it does where Lambda bills. Not by process.memoryUsage,
  // which reads a file of the system each time.
  const { total_heap_size, external_memory } = getHeapStatistics();
  maxBytes = Math.max(maxBytes, total_heap_size + external_memory);
};
setInterval(look, lookEveryMilliseconds).unref();

/** As Lambda does it, so that the calls of one invocation can be told from those of another. */
const traceOf = ({ requestId }: Invocation) =>
  requestId.replace(/-/g, '').replace(/^(.{8})(.{24})$/, 'Root=1-$1-$2;Sampled=0');

const answer = async (handler: Handler, invocation: Invocation): Promise<Answer> => {
  process.env._X_AMZN_TRACE_ID = traceOf(invocation);
  try {
    const result = await handler(JSON.parse(invocation.payload), contextFor(invocation));
    return { result: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    console.error(error);
    return { errorType: name, errorMessage: message };
  }
};

const module = await import(pathToFileURL(data.handlerFile).href);
const handler = module[data.handlerName] ?? module.default?.[data.handlerName];
if (typeof handler !== 'function') throw new Error(`${data.handlerFile} exports no function ${data.handlerName}`);

parentPort?.on('message', async (invocation: Invocation) => {
  const given = await answer(handler, invocation);
  look();
  parentPort?.postMessage({ ...given, maxMegabytes: Math.ceil(maxBytes / 2 ** 20) });
});
parentPort?.postMessage('ready' satisfies Ready);
