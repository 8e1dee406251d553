/** The API, played: it answers as it is told to, and takes no request that the real one would not know. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { held } from './held-request.ts';

/** A request that came. */
export type Asked = { method: string; path: string; authorization?: string | undefined; body?: unknown; route: string };

/** What a route answers: a body with 200, or a status with one. A function is asked for each request. */
export type Answer = object | { status: number; body?: object; headers?: Record<string, string> };

/** Answers by route. */
export type Answers = Record<string, Answer | ((asked: Asked) => Answer)>;

const isWhole = (answer: Answer): answer is { status: number; body?: object } =>
  'status' in answer && typeof answer.status === 'number';

const parsed = (content: string): unknown => {
  try {
    return content === '' ? undefined : JSON.parse(content);
  } catch {
    return content;
  }
};

/** Starts it. `faults` are requests that the real one would refuse for what they are. */
export const playApi = async (answers: Answers) => {
  const asked: Asked[] = [];
  const faults: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const body = parsed(await text(request));
    if (method === 'PUT' && path.startsWith('/bucket/')) return void response.end();
    if (path.startsWith('/bucket/')) return void response.end('Row,Outcome\r\n1,created\r\n');
    const { route, faults: found } = held({ method, path, body });
    faults.push(...found);
    const one = { method, path, route, authorization: headers.authorization, body };
    asked.push(one);
    const told = answers[route] ?? { status: 204 };
    const answer = typeof told === 'function' ? told(one) : told;
    const whole = isWhole(answer) ? answer : { status: 200, body: answer };
    response.writeHead(whole.status, {
      'content-type': 'application/json',
      ...(whole as { headers?: object }).headers,
    });
    response.end(whole.body === undefined ? undefined : JSON.stringify(whole.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    faults,
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
