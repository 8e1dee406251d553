/**
 * Run as a process of its own, so that the clients' work is not taken for the engine's: so many clients, each of which
 * waits for its answer before it asks again. Its one argument and what it prints are JSON.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { mustBe } from './benchmark.ts';
import { sendAll } from './clients.ts';
import { timed } from './numbers.ts';

/** What is asked: the paths in turn, over and over; with a body each, it is posted. */
export type Asking = {
  url: string;
  token?: string;
  clients: number;
  count: number;
  paths: readonly string[];
  /** `$` stands for the number of the request. */
  body?: string;
  status: number;
};

/** Milliseconds in all, of the middle request and of the slowest but one of a hundred; with bodies, the ids in the answers. */
export type Asked = { milliseconds: number; p50: number; p99: number; ids: string[] };

const { url, token, clients, count, paths, body, status } = JSON.parse(process.argv[2] ?? '') as Asking;
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const ids: string[] = [];

const ask = (index: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = body?.replaceAll('$', String(index));
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(sent !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
    };
    const method = sent === undefined ? 'GET' : 'POST';
    const path = paths[index % paths.length];
    const read = async (response: IncomingMessage) => {
      const answer = await text(response);
      mustBe(`status of ${path}, which answered ${answer}`, response.statusCode, status);
      if (sent !== undefined) ids.push(JSON.parse(answer).id);
    };
    request(url + path, { agent, method, headers }, (response) => read(response).then(resolve, reject))
      .once('error', reject)
      .end(sent);
  });

const { result, milliseconds } = await timed(() => sendAll(clients, count, ask));
agent.destroy();
const asked: Asked = { milliseconds, p50: result.percentile(50) / 1e6, p99: result.percentile(99) / 1e6, ids };
console.log(JSON.stringify(asked));
