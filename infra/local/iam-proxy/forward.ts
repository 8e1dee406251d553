/** Passes a request on to the emulator that it is for. */
import { Agent, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** Sends requests on; `stop` closes its connections. */
export type Forwarder = {
  /** Sends this body, or with none the request's own as it comes, and gives the answer, whose body is still to come. */
  forward: (endpoint: string, request: IncomingMessage, body: Buffer | undefined) => Promise<IncomingMessage>;
  stop: () => void;
};

/** Of one connection and not of the request; `expect` has been answered by whoever took the request. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect', 'host']);

/** Which page asks, and what a page may read, is settled before (door/guard.ts): dynoxide lets every origin read its answers. */
const isOfPages = (name: string) =>
  name === 'origin' || name.startsWith('access-control-') || name.startsWith('sec-fetch-');

/** The headers of a request or an answer that go on with it. */
export const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const passed: IncomingHttpHeaders = {};
  for (const name in headers) if (!ofConnection.has(name) && !isOfPages(name)) passed[name] = headers[name];
  return passed;
};

const addresses = new Map<string, { hostname: string; port: string }>();

const addressOf = (endpoint: string) => {
  const known = addresses.get(endpoint);
  if (known) return known;
  const { hostname, port } = new URL(endpoint);
  addresses.set(endpoint, { hostname, port });
  return { hostname, port };
};

/** Makes the forwarder. */
export const createForwarder = (): Forwarder => {
  const agent = new Agent({ keepAlive: true });
  return {
    forward: (endpoint, request, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          ...passedOn(request.headers),
          ...(body !== undefined && { 'content-length': String(body.length) }),
        };
        const { hostname, port } = addressOf(endpoint);
        // The path as it came: a URL would take `..` out of a key.
        const { method = 'GET', url: path = '/' } = request;
        const onward = ask({ agent, hostname, port, method, path, headers });
        onward.once('response', resolve).once('error', reject);
        if (body === undefined) {
          request.once('aborted', () => onward.destroy());
          request.pipe(onward);
        } else onward.end(body);
      }),
    stop: () => agent.destroy(),
  };
};
