/**
 * Microsoft's own client of Graph, pointed at the system. It sends its token to hosts over TLS only, as every deployment
 * is; where the flows' engine has no TLS, or has the API at a path, the last of the client's middlewares stands in for it.
 */
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RedirectHandler,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { Muster } from './muster.ts';

const host = 'muster.example';

/** The client, with the administrator's token. */
export const graphClient = ({ outputs, token }: Muster): Client => {
  const chain: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: async () => token }),
    new RetryHandler(),
    new RedirectHandler(),
    new TelemetryHandler(),
    throughTls(outputs.ApiUrl),
  ];
  chain.forEach((middleware, index) => {
    const next = chain[index + 1];
    if (next) middleware.setNext?.(next);
  });
  return Client.initWithMiddleware({
    baseUrl: `https://${host}/`,
    customHosts: new Set([host]),
    middleware: chain[0] as Middleware,
  });
};

/** What a server of TLS in front of the system does: its name becomes the system's, there and back. */
const throughTls = (apiUrl: string): Middleware => ({
  execute: async (context: Context) => {
    const address = String(typeof context.request === 'string' ? context.request : context.request.url);
    const answer = await fetch(address.replace(`https://${host}`, apiUrl), context.options as RequestInit);
    const text = (await answer.text()).replaceAll(/https?:\/\/[^/"\s]+(?=\/v1\.0\/)/g, `https://${host}`);
    const hasNoBody = answer.status === 204;
    context.response = new Response(hasNoBody ? null : text, { status: answer.status, headers: answer.headers });
  },
});
