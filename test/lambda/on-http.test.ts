/** What a function reads before it knows who asks: nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { following } from '../../shared/lambda/on-http.ts';
import type { Route } from '../../shared/lambda/route.ts';
import { administrator } from '../fakes/people.ts';
import { callHttp, collectLog, contextOf } from '../graph/calling.ts';

collectLog();

const setup = () => {
  let reads = 0;
  const current = {
    atStart: { motto: 'of the file' },
    now: async () => {
      reads += 1;
      return { value: { motto: `read ${reads} times` } };
    },
  };
  const route = (needs: Route['needs'], motto: string): Route => ({
    needs,
    answer: async () => ({ status: 200, body: { motto } }),
  });
  const handler = onGraph(
    following(
      ({ motto }) => ({
        'GET /v1.0/users': route('readPeople', motto),
        'GET /signin': route('nothing', motto),
      }),
      current,
    ),
  );
  return {
    ask: (path: string, principal: object | null) => callHttp(handler, { route: path, principal }),
    reads: () => reads,
  };
};

test('what a stranger, or whoever may not, asks reads nothing, a thousand times over (mistake 10)', async () => {
  const { ask, reads } = setup();
  for (let n = 0; n < 1000; n += 1) expect((await ask('GET /v1.0/users', null)).status).toBe(401);
  expect((await ask('GET /v1.0/nothing', null)).status).toBe(401);
  expect((await ask('GET /v1.0/users', { ...administrator, roles: [] })).status).toBe(403);
  expect((await ask('GET /v1.0/nothing', administrator)).status).toBe(404);
  expect(reads()).toBe(0);
});

test('what the gateway has nothing of may be null, as its emulators say it', async () => {
  const route: Route = { needs: 'nothing', answer: async ({ path, sent }) => ({ status: 200, body: { path, sent } }) };
  const handler = onGraph({ 'GET /signin': route }) as (event: object, context: object) => Promise<{ body: string }>;
  const http = { method: 'GET', sourceIp: '192.0.2.1' };
  const nothing = { pathParameters: null, queryStringParameters: null, body: null, rawQueryString: '' };
  const event = { ...nothing, routeKey: 'GET /signin', rawPath: '/signin', headers: {}, requestContext: { http } };
  const { body } = await handler(event, contextOf());
  expect(JSON.parse(body)).toEqual({ path: {}, sent: { method: 'GET', path: '/signin', query: '' } });
});

test('whoever may ask is answered by what is so now, each time', async () => {
  const { ask } = setup();
  expect((await ask('GET /v1.0/users', administrator)).body).toEqual({ motto: 'read 1 times' });
  expect((await ask('GET /v1.0/users', administrator)).body).toEqual({ motto: 'read 2 times' });
  expect((await ask('GET /signin', null)).body).toEqual({ motto: 'read 3 times' });
});

test.each(readdirSync('functions').filter((file) => readFileSync(`functions/${file}`, 'utf8').includes('onGraph(')))(
  '%s reads nothing to make its routes (mistake 10)',
  (file) => {
    const source = readFileSync(`functions/${file}`, 'utf8');
    expect(source.slice(source.indexOf('export const handler'))).not.toMatch(/await/);
  },
);
