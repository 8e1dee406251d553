/** Which calls of a function go past the border. */
import { Agent, createServer, request, type Server } from 'node:http';
import { goStraight } from '../../infra/local/functions/straight-calls.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/People';

const answering = async (name: string): Promise<{ url: string; server: Server }> => {
  const server = createServer((asked, response) => asked.resume().on('end', () => response.end(name)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server };
};

const faultsPlanned = new Int32Array(new SharedArrayBuffer(4));
const agent = new Agent({ keepAlive: true });
let [border, database] = [
  { url: '', server: createServer() },
  { url: '', server: createServer() },
];
let stop = () => {};

beforeAll(async () => {
  [border, database] = [await answering('border'), await answering('database')];
  const onPeople = { operator: 'ForAllValues:StringLike', key: 'dynamodb:LeadingKeys', values: ['USER#*'] } as const;
  stop = goStraight({
    border: border.url,
    database: database.url,
    accessKeyId: 'reader.secret',
    rights: [{ actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: [table], conditions: [onPeople] }],
    partitionKeys: new Map([['People', 'pk']]),
    faultsPlanned,
  });
});
afterAll(() => {
  stop();
  agent.destroy();
  border.server.close();
  database.server.close();
});

type Call = { operation?: string; pk?: string; by?: string };

/** Who answers a call. */
const call = ({ operation = 'GetItem', pk = 'USER#1', by = 'reader.secret' }: Call = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${by}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host`,
    };
    const key = operation === 'PutItem' ? { Item: { pk: { S: pk } } } : { Key: { pk: { S: pk } } };
    const { hostname, port } = new URL(border.url);
    request({ agent, host: hostname, port, method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const piece of response) text += piece;
      resolve(text);
    })
      .once('error', reject)
      .end(Buffer.from(JSON.stringify({ TableName: 'People', ...key })));
  });

const calls = async (...all: Call[]): Promise<string[]> => {
  const answers: string[] = [];
  for (const each of all) answers.push(await call(each));
  return answers;
};

test('what is allowed, once the border has let one of its kind pass', async () => {
  expect(await calls({}, {}, { pk: 'USER#2' })).toEqual(['border', 'database', 'database']);
  expect(await calls({ operation: 'PutItem' }, { operation: 'PutItem' })).toEqual(['border', 'database']);
});

test('what the role does not allow goes to the border, which refuses it, each time', async () => {
  const other = { pk: 'TOKEN#1' };
  const erasing = { operation: 'DeleteItem' };
  expect(await calls(other, other, erasing, erasing)).toEqual(Array(4).fill('border'));
});

test('a call by another key is judged by who knows that one', async () => {
  expect(await calls({ by: 'writer.secret' }, { by: 'writer.secret' })).toEqual(['border', 'border']);
});

test('while faults are planned, everything goes where they are', async () => {
  expect(await call()).toBe('database');
  Atomics.store(faultsPlanned, 0, 1);
  expect(await call()).toBe('border');
  Atomics.store(faultsPlanned, 0, 0);
  expect(await call()).toBe('database');
});
