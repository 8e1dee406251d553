/** How long a request to the API takes when 50 clients ask at once. */
import type { Muster } from '../infra/local/muster.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { percentiles, sendAll } from './parts/clients.ts';
import { withMuster } from './parts/local-muster.ts';
import { shown, timed } from './parts/numbers.ts';

const clients = 50;

/** Sends a request as the administrator, and reads the whole answer. */
const ask = async ({ url, token }: Muster, path: string, expected: number, body?: unknown): Promise<void> => {
  const response = await fetch(`${url}/v1.0${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  mustBe(`status of ${path}`, response.status, expected);
  await response.arrayBuffer();
};

const nameOf = (index: number) => `client${index}@contoso.com`;

const kinds: readonly { what: string; send: (muster: Muster, index: number) => Promise<void> }[] = [
  {
    what: 'creating a person',
    send: (muster, index) =>
      ask(muster, '/users', 201, { userPrincipalName: nameOf(index), displayName: `Client ${index}` }),
  },
  { what: 'reading a person by name', send: (muster, index) => ask(muster, `/users/${nameOf(index)}`, 200) },
  { what: 'a page of 100 people', send: (muster) => ask(muster, '/users?$top=100', 200) },
];

/** The API under many clients at once. */
export const api: Benchmark = {
  name: 'api',
  measures: `Requests to the API by ${clients} clients at once, each of which waits for its answer`,
  run: (smoke) =>
    withMuster('local', async (muster) => {
      const count = smoke ? clients : 1_000;
      const figures: Figure[] = [];
      // The workers start, and none of what is measured waits for that.
      await sendAll(clients, clients, () => ask(muster, '/users', 200));
      for (const { what, send } of kinds) {
        const { result, milliseconds } = await timed(() => sendAll(clients, count, (index) => send(muster, index)));
        figures.push({
          what,
          measured: percentiles(result),
          beside: `${shown((count * 1000) / milliseconds)} a second`,
        });
      }
      return figures;
    }),
};
