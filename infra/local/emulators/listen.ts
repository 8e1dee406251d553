/** The engine's own address. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Certificate } from '../door/certificate.ts';
import { guardServer, type KeyRule, type PageRule } from '../door/guard.ts';
import { Refusal } from '../refusal.ts';
import { loopback } from './addresses.ts';

/** Answers one request. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A listening address; requests wait until `handleWith` says what to do with them. */
export type Listener = { url: string; port: number; handleWith: (handle: Handle) => void; stop: () => Promise<void> };

/** Who may ask, and with which certificate the address speaks TLS; without one it does not. */
export type ListenOptions = { keyRule?: KeyRule; mayAsk?: PageRule; certificate?: Certificate | undefined };

/** Listens on the port, or with 0 on a free one, behind the guard. Throws a Refusal when the port is taken. */
export const listen = async (
  port: number,
  report: (problem: string) => void,
  { keyRule, mayAsk, certificate }: ListenOptions = {},
): Promise<Listener> => {
  const { promise: ready, resolve: handleWith } = Promise.withResolvers<Handle>();
  const answer: RequestListener = async (request, response) => {
    try {
      await (await ready)(request, response);
    } catch (error) {
      report(`${request.method} ${request.url} failed: ${(error as Error).stack}`);
      response.destroy();
    }
  };
  const server = certificate ? createTlsServer(certificate, answer) : createServer(answer);
  guardServer(server, keyRule, mayAsk);
  // Longer than clients keep one: on a busy machine a request would meet a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalFor(error, port)));
    server.listen(port, loopback, resolve);
  });
  const { port: actual } = server.address() as { port: number };
  return {
    url: `${certificate ? 'https' : 'http'}://${loopback}:${actual}`,
    port: actual,
    handleWith,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
};

const refusalFor = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} is taken by another program; choose another with --port N, or --port 0 for a free one.`,
    );
  }
  if (error.code === 'EACCES')
    return new Refusal(`Port ${port} may not be used here; choose one above 1023 with --port N.`);
  return error;
};
