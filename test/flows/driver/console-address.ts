/** Where a browser finds the console of a running system. */
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import type { Muster } from './muster.ts';

/** An origin, without a slash at its end; and how to let go of what stands behind it. */
export type ConsoleAddress = { url: string; close: () => void };

/** Headers of one connection alone, and of a body whose length or packing changes on the way. */
const ofOneHop = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'host'];

/**
 * The API's own origin. An emulator of AWS has the API below a path, where the console, which is written for the root of
 * an origin, would not find itself: there a small server of our own stands in front, over TLS as API Gateway's.
 */
export const consoleAddress = async ({ outputs }: Muster): Promise<ConsoleAddress> => {
  const { origin, pathname } = new URL(outputs.ApiUrl);
  if (pathname === '/') return { url: origin, close: () => {} };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  const server = createServer({ key, cert }, async (request, response) => {
    const body = await buffer(request);
    const headers = Object.entries(request.headers).filter(([name]) => !ofOneHop.includes(name));
    const answer = await fetch(outputs.ApiUrl + request.url, {
      method: request.method ?? 'GET',
      headers: headers as [string, string][],
      redirect: 'manual',
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    // An answer that leads to another page names the API's own address.
    const headersBack = [...answer.headers]
      .filter(([name]) => !ofOneHop.includes(name))
      .map(([name, value]) => [name, name === 'location' ? value.replace(outputs.ApiUrl, '') : value]);
    response.writeHead(answer.status, headersBack.flat()).end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
