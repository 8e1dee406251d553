/** A wire between functions and their services, which counts what passes: every call, also one that is tried again. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A call to a service, and what DynamoDB bills for it: a write in a transaction twice, and one for each index. */
export type Call = { name: string; writes: number; reads: number };

export type CountingWire = {
  address: string;
  /** What was asked since this was called last. */
  taken: () => Call[];
  stop: () => Promise<void>;
};

type Answer = { status: number; type: string; body: string };
type Consumed = { CapacityUnits?: number };

const writers = /^(Put|Update|Delete|TransactWrite|BatchWrite|BatchExecuteStatement|ExecuteStatement)/;

/** Passes DynamoDB's calls on to an endpoint; every queue and bucket takes what it is sent, and forgets it. */
export const startCountingWire = async (dynamodb: string): Promise<CountingWire> => {
  let calls: Call[] = [];
  const server = createServer((request, response) => {
    answerTo(request, dynamodb, (call) => calls.push(call)).then(
      (answer) => write(response, answer),
      (error) => write(response, { status: 500, type: 'text/plain', body: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}`,
    taken: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const answerTo = async (request: IncomingMessage, dynamodb: string, count: (call: Call) => void): Promise<Answer> => {
  if (request.headers['x-amz-target'] === undefined) return answerOfBucket(request, count);
  const [service = '', name = ''] = String(request.headers['x-amz-target']).split('.');
  const body = JSON.parse(await text(request));
  if (service === 'AmazonSQS') {
    count({ name, writes: 0, reads: 0 });
    return { status: 200, type: 'application/x-amz-json-1.0', body: JSON.stringify(takenMessages(body)) };
  }
  const answer = await fetch(dynamodb, {
    method: 'POST',
    headers: pass(request),
    body: JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }),
  });
  const told = await answer.text();
  const { ConsumedCapacity = [] } = JSON.parse(told) as { ConsumedCapacity?: Consumed | Consumed[] };
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  const isWrite = writers.test(name);
  count({ name, writes: isWrite ? units : 0, reads: isWrite ? 0 : units });
  return { status: answer.status, type: 'application/x-amz-json-1.0', body: told };
};

/** As S3 answers of an upload in parts; nothing else is asked of it. */
const answerOfBucket = ({ method, url = '' }: IncomingMessage, count: (call: Call) => void): Answer => {
  const isBegun = url.includes('?uploads');
  const posted = isBegun ? 'CreateMultipartUpload' : 'CompleteMultipartUpload';
  const names: Record<string, string> = { GET: 'ListParts', POST: posted, DELETE: 'AbortMultipartUpload' };
  const name = names[method ?? ''] ?? 'unknown';
  count({ name, writes: 0, reads: 0 });
  const inner = isBegun ? '<UploadId>upload</UploadId>' : '<ETag>"0"</ETag>';
  return { status: 200, type: 'application/xml', body: `<${name}Result>${inner}</${name}Result>` };
};

const pass = ({ headers }: IncomingMessage): Record<string, string> => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': String(headers['x-amz-target']),
  authorization: String(headers.authorization),
  'x-amz-date': String(headers['x-amz-date']),
});

/** As SQS says that it took a batch. */
const takenMessages = ({ Entries = [] }: { Entries?: { Id: string; MessageBody: string }[] }) => ({
  Successful: Entries.map(({ Id, MessageBody }) => ({
    Id,
    MessageId: Id,
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  })),
});

const write = (response: ServerResponse, { status, type, body }: Answer): void => {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};
