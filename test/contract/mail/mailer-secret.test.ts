import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readSecret } from '../../../shared/aws/mail/secret.ts';

/** A Secrets Manager that answers with these fields. */
const read = async (status: number, answer: Record<string, string>) => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    for await (const piece of request) asked.push(String(piece));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new SecretsManagerClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const end = await readSecret(client, 'smtp/password').catch((error: unknown) => error);
  client.destroy();
  server.close();
  return { end, asked: asked.map((body) => JSON.parse(body)) };
};

test('the text of a secret is read by its name', async () => {
  const { end, asked } = await read(200, { Name: 'smtp/password', SecretString: 'text' });
  expect(end).toBe('text');
  expect(asked).toEqual([{ SecretId: 'smtp/password' }]);
});

test('a secret of bytes, or none, is an error that names it', async () => {
  expect((await read(200, { SecretBinary: 'AAAA' })).end).toMatchObject({
    message: 'The secret smtp/password holds no text',
  });
  expect((await read(400, { __type: 'ResourceNotFoundException' })).end).toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
